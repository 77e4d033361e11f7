//! What the fields of an older card became in another API, as data.

use crate::text::locale::Bilingual;

/// A card of an older API, by the fields that it has.
#[derive(Debug)]
pub struct OldCard {
    /// What the API is called: as the names of its endpoints begin, or by its address.
    pub api: &'static str,
    /// The keys that lead to the card in what the API takes or answers; the first way that is there counts.
    pub within: &'static [&'static [&'static str]],
    /// What the new card is, as the new API takes no other: fields, as JSON pointers, and their values.
    pub given: &'static [(&'static str, &'static str)],
    /// Its fields, and what became of each.
    pub fields: &'static [Correspondence],
}

/// A field of an older card, and what became of it.
#[derive(Debug)]
pub struct Correspondence {
    /// Where the older card has it, as a JSON pointer with `*` for any item of a list. Without its own row, a field
    /// belongs to the row of the object around it.
    pub from: &'static str,
    /// What became of it.
    pub counterpart: Counterpart,
    /// How sure that is.
    pub basis: Basis,
    /// What else is to be known.
    pub note: Option<Bilingual>,
}

/// What became of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counterpart {
    /// Its value goes to this place, a JSON pointer like that of the older card. Values of an enumeration are written as
    /// the new API writes them.
    Field(&'static str),
    /// The same, of a time in seconds that the new API takes as text.
    Time(&'static str),
    /// A person has to decide what of it goes to these places.
    ByHand(&'static [&'static str]),
    /// The new body has no such field.
    Nothing,
}

/// How sure a correspondence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The pages of both APIs describe the same field.
    Stated,
    /// Nothing but the names, or what public examples hold, suggests it.
    Inferred,
}

impl Correspondence {
    /// A field that goes to another place.
    pub const fn moved(from: &'static str, to: &'static str) -> Correspondence {
        Correspondence::new(from, Counterpart::Field(to))
    }

    /// A time in seconds.
    pub const fn time(from: &'static str, to: &'static str) -> Correspondence {
        Correspondence::new(from, Counterpart::Time(to))
    }

    /// A field whose place a person decides.
    pub const fn by_hand(from: &'static str, to: &'static [&'static str]) -> Correspondence {
        Correspondence::new(from, Counterpart::ByHand(to))
    }

    /// A field that the new body does not have.
    pub const fn nothing(from: &'static str) -> Correspondence {
        Correspondence::new(from, Counterpart::Nothing)
    }

    const fn new(from: &'static str, counterpart: Counterpart) -> Correspondence {
        Correspondence { from, counterpart, basis: Basis::Inferred, note: None }
    }

    /// The same, as the pages of both APIs describe the field.
    #[must_use]
    pub const fn stated(mut self) -> Correspondence {
        self.basis = Basis::Stated;
        self
    }

    /// The same, with what else is to be known.
    #[must_use]
    pub const fn note(mut self, zh: &'static str, en: &'static str) -> Correspondence {
        self.note = Some(Bilingual { zh, en });
        self
    }
}
