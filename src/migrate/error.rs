//! Migration errors.

use std::fmt;

use super::code::MigrationErrorCode;
use crate::issue::Issue;
use crate::text::locale::Locale;
use crate::wording::{Params, fill};

/// Why a card cannot be migrated.
///
/// [`code`](MigrationError::code) is stable, to branch on. `Display` is in English;
/// [`message`](MigrationError::message) supports both languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MigrationError {
    /// The card is not valid JSON.
    Unreadable {
        /// The problem.
        issue: Box<Issue>,
    },
    /// It has no field of an older card, or more fields of the new API.
    NotOldCard {
        /// Its first keys.
        keys: Vec<String>,
        /// The APIs whose cards can be migrated.
        apis: Vec<&'static str>,
    },
}

impl MigrationError {
    /// The stable name of the error.
    pub fn code(&self) -> MigrationErrorCode {
        match self {
            MigrationError::Unreadable { .. } => MigrationErrorCode::Unreadable,
            MigrationError::NotOldCard { .. } => MigrationErrorCode::NotOldCard,
        }
    }

    /// The message: a complete sentence on one line.
    pub fn message(&self, locale: Locale) -> String {
        let mut message = String::new();
        fill(self.code().template(), &self.params(), locale, &mut message, &|name, out| match self {
            MigrationError::Unreadable { issue } if name == "issue" => {
                issue.write_message(locale, out);
                true
            }
            _ => false,
        });
        message
    }

    fn params(&self) -> Params {
        let MigrationError::NotOldCard { keys, apis } = self else { return Params::default() };
        let apis: Vec<String> = apis.iter().map(|api| (*api).to_owned()).collect();
        let keys = (!keys.is_empty()).then(|| ("keys", keys.clone().into()));
        [Some(("apis", apis.into())), keys].into_iter().flatten().collect()
    }
}

impl fmt::Display for MigrationError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Locale::En))
    }
}
