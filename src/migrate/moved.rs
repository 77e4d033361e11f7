//! Values of an older card that moved to the new body.

use crate::endpoint::Basis;
use crate::text::locale::{Bilingual, Locale};

/// A field whose value moved to the new body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MovedField {
    /// Its position among all values of the card.
    pub(super) at: usize,
    /// Its path in the older card, as a JSON pointer.
    pub from: String,
    /// Its path in the new body, as a JSON pointer with `*` for list items.
    pub to: &'static str,
    /// Whether the value was converted.
    pub is_converted: bool,
    /// How certain the mapping is.
    pub basis: Basis,
    pub(super) note: Option<Bilingual>,
}

impl MovedField {
    /// Additional information.
    pub fn note(&self, locale: Locale) -> Option<&'static str> {
        self.note.map(|note| note.get(locale))
    }
}
