//! What is in the new body, and where it was.

use crate::endpoint::Basis;
use crate::text::locale::{Bilingual, Locale};

/// A field whose value is in the new body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MovedField {
    /// Its place among all values of the card.
    pub(super) at: usize,
    /// Where the older card has it, as a JSON pointer.
    pub from: String,
    /// Where the new API has it, as a JSON pointer with `*` for the item of a list.
    pub to: &'static str,
    /// Whether the value is written in another way.
    pub is_converted: bool,
    /// How sure it is that the fields correspond.
    pub basis: Basis,
    pub(super) note: Option<Bilingual>,
}

impl MovedField {
    /// What else is to be known about it.
    pub fn note(&self, locale: Locale) -> Option<&'static str> {
        self.note.map(|note| note.get(locale))
    }
}
