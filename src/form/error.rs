//! Why a form could not do what it was asked. It then is as it was before.

use std::fmt;

use super::code::FormErrorCode;
use crate::issue::{Issue, Path};
use crate::json::writer::quoted;
use crate::text::hidden::escape_from;
use crate::text::locale::{Bilingual, Locale};
use crate::wording::{Params, fill};

/// Why a form could not do what it was asked. The form has not changed.
///
/// A value that the API would refuse is no such error: it is kept, and [issues](super::CardForm::issues) tell about it.
///
/// [`code`](FormError::code) is stable, to branch on. It displays in English; [`message`](FormError::message) knows both
/// languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormError {
    /// The path leads neither to a field of the update nor to a value that the form holds.
    UnknownField {
        /// The path that was asked for.
        path: Path,
        /// The path of the field that may be meant: of a similar name, or written as JSON pointers are.
        meant: Option<Path>,
        /// The API that has such a field: by its name or how the names of its endpoints begin.
        api: Option<&'static str>,
    },
    /// An index lies outside of its list.
    OutOfRange {
        /// The path that was asked for.
        path: Path,
        /// The length of the list.
        length: usize,
    },
    /// The field lies in an object or list whose place a value of another type holds.
    NotContainer {
        /// Where that value is.
        path: Path,
        /// Its JSON type.
        actual: &'static str,
    },
    /// Items were to be edited where there is no list.
    NotList {
        /// The path that was asked for.
        path: Path,
    },
    /// The value is not JSON, nests too deeply, or would make the payload too large.
    Unreadable {
        /// The path that the value was meant for.
        path: Path,
        /// What is wrong with it.
        issue: Box<Issue>,
    },
}

impl FormError {
    /// The path that it is about.
    pub fn path(&self) -> &Path {
        match self {
            FormError::UnknownField { path, .. }
            | FormError::OutOfRange { path, .. }
            | FormError::NotContainer { path, .. }
            | FormError::NotList { path }
            | FormError::Unreadable { path, .. } => path,
        }
    }

    /// The stable name of the error.
    pub fn code(&self) -> FormErrorCode {
        match self {
            FormError::UnknownField { .. } => FormErrorCode::UnknownField,
            FormError::OutOfRange { .. } => FormErrorCode::OutOfRange,
            FormError::NotContainer { .. } => FormErrorCode::NotContainer,
            FormError::NotList { .. } => FormErrorCode::NotList,
            FormError::Unreadable { .. } => FormErrorCode::Unreadable,
        }
    }

    /// The error in words, complete on its own, in one line. What nobody sees in it is escaped, as JSON does.
    ///
    /// ```
    /// use wechatpay_membercard::{CardForm, Locale, Path, Validator};
    /// let error = CardForm::new(Validator::new()).set(&Path::from(["nothing"]), "1").unwrap_err();
    /// assert_eq!(error.message(Locale::Zh), "\"/nothing\" 不是本接口的字段");
    /// ```
    pub fn message(&self, locale: Locale) -> String {
        let mut message = String::new();
        fill(self.code().template(), &self.params(), locale, &mut message, &|name, out| match (name, self) {
            ("path", _) => write_path(self.path(), locale, out),
            ("meant", FormError::UnknownField { meant: Some(meant), .. }) => write_path(meant, locale, out),
            ("issue", FormError::Unreadable { issue, .. }) => {
                issue.write_message(locale, out);
                true
            }
            _ => false,
        });
        message
    }

    fn params(&self) -> Params {
        let param = match self {
            FormError::OutOfRange { length, .. } => Some(("length", (*length).into())),
            FormError::NotContainer { actual, .. } => Some(("actual", (*actual).into())),
            FormError::UnknownField { api: Some(api), .. } => Some(("api", (*api).into())),
            FormError::UnknownField { .. } | FormError::NotList { .. } | FormError::Unreadable { .. } => None,
        };
        param.into_iter().collect()
    }
}

impl fmt::Display for FormError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Locale::En))
    }
}

/// Appends a path as messages have it. There always is one.
fn write_path(path: &Path, locale: Locale, out: &mut String) -> bool {
    let start = out.len();
    match path.segments() {
        [] => out.push_str(Bilingual { zh: "请求内容", en: "the payload" }.get(locale)),
        _ => out.push_str(&quoted(&path.pointer())),
    }
    escape_from(start, out);
    true
}
