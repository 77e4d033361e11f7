//! How the fields of older cards map to another API, as data.

use crate::text::locale::Bilingual;

/// A card of an older API, and how its fields map.
#[derive(Debug)]
pub struct OldCard {
    /// The name of the older API: the beginning of the names of its endpoints, or its address.
    pub api: &'static str,
    /// Paths of keys to the card in requests or responses of the older API. The first one that exists is used.
    pub within: &'static [&'static [&'static str]],
    /// Fields with fixed values that the new API requires: JSON pointers and values.
    pub given: &'static [(&'static str, &'static str)],
    /// Its fields.
    pub fields: &'static [Correspondence],
}

/// A field of an older card, and its counterpart.
#[derive(Debug)]
pub struct Correspondence {
    /// The field as a JSON pointer, with `*` for any list item. A field without a row of its own belongs to the row of
    /// its enclosing object.
    pub from: &'static str,
    /// The counterpart in the new API.
    pub counterpart: Counterpart,
    /// How certain the mapping is.
    pub basis: Basis,
    /// Additional information.
    pub note: Option<Bilingual>,
}

/// The counterpart of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counterpart {
    /// The value moves to this field, a JSON pointer. Choices are translated to the new API's values.
    Field(&'static str),
    /// The same for a time in seconds that the new API takes as text.
    Time(&'static str),
    /// A person must decide how to fill these fields.
    ByHand(&'static [&'static str]),
    /// There is no such field.
    Nothing,
}

/// How certain a mapping is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The documentation of both APIs describes the same field.
    Stated,
    /// Only names or public examples suggest it.
    Inferred,
}

impl Correspondence {
    /// A field that moves.
    pub const fn moved(from: &'static str, to: &'static str) -> Correspondence {
        Correspondence::new(from, Counterpart::Field(to))
    }

    /// A time in seconds that moves.
    pub const fn time(from: &'static str, to: &'static str) -> Correspondence {
        Correspondence::new(from, Counterpart::Time(to))
    }

    /// A field that a person must map.
    pub const fn by_hand(from: &'static str, to: &'static [&'static str]) -> Correspondence {
        Correspondence::new(from, Counterpart::ByHand(to))
    }

    /// A field without counterpart.
    pub const fn nothing(from: &'static str) -> Correspondence {
        Correspondence::new(from, Counterpart::Nothing)
    }

    const fn new(from: &'static str, counterpart: Counterpart) -> Correspondence {
        Correspondence { from, counterpart, basis: Basis::Inferred, note: None }
    }

    /// Marks the mapping as documented by both APIs.
    #[must_use]
    pub const fn stated(mut self) -> Correspondence {
        self.basis = Basis::Stated;
        self
    }

    /// Adds information.
    #[must_use]
    pub const fn note(mut self, zh: &'static str, en: &'static str) -> Correspondence {
        self.note = Some(Bilingual { zh, en });
        self
    }
}
