//! Values of an older card that are not in the new body.

use super::code::LeftCode;
use crate::text::hidden::escape_from;
use crate::text::locale::{Bilingual, Locale};
use crate::wording::{Params, fill};

/// A field of the older card whose value is not in the new body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftField {
    /// Its position among all values of the card.
    pub(super) at: usize,
    /// Its path in the older card, as a JSON pointer.
    pub pointer: String,
    /// The reason: a stable name to branch on.
    pub code: LeftCode,
    /// The parameters of the message.
    pub params: Params,
    pub(super) note: Option<Bilingual>,
}

impl LeftField {
    /// The reason: a complete sentence on one line.
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
