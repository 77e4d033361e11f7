//! What is not in the new body, and why.

use super::code::LeftCode;
use crate::text::hidden::escape_from;
use crate::text::locale::{Bilingual, Locale};
use crate::wording::{Params, fill};

/// A field of the older card whose value is not in the new body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftField {
    /// Its place among all values of the card.
    pub(super) at: usize,
    /// Where the older card has it, as a JSON pointer.
    pub pointer: String,
    /// Why: a stable name to branch on.
    pub code: LeftCode,
    /// The values that the message is filled with.
    pub params: Params,
    pub(super) note: Option<Bilingual>,
}

impl LeftField {
    /// Why, in words, complete on its own and in one line.
    pub fn message(&self, locale: Locale) -> String {
        let mut message = String::new();
        fill(self.code.template(), &self.params, locale, &mut message, &|name, out| match self.note {
            Some(note) if name == "note" => {
                out.push_str(note.get(locale));
                true
            }
            _ => false,
        });
        escape_from(0, &mut message);
        message
    }
}
