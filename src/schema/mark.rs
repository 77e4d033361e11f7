//! What the operations of an API ask of one field: the same row serves them all.

use super::severity::Severity;

/// What is done with an object of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It is created.
    Create,
    /// It is changed: what is absent stays as it is.
    Update,
    /// It is answered.
    Answer,
}

/// What an operation asks of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It may be absent.
    Optional,
    /// The object around it is incomplete without it, though no page of this API says so: a warning.
    Expected,
    /// A page of this API marks it as required: an error without it.
    Required,
    /// The operation's page does not list it: it counts as an unknown key.
    Unlisted,
}

impl Mark {
    /// How grave it is that the field is absent.
    pub const fn missing(self) -> Option<Severity> {
        match self {
            Mark::Expected => Some(Severity::Warning),
            Mark::Required => Some(Severity::Error),
            Mark::Optional | Mark::Unlisted => None,
        }
    }
}

/// The marks of a field, one for each action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) create: Mark,
    pub(super) update: Mark,
    pub(super) answer: Mark,
}

impl Marks {
    pub(super) const fn all(mark: Mark) -> Marks {
        Marks { create: mark, update: mark, answer: mark }
    }

    pub(super) const fn of(self, action: Action) -> Mark {
        match action {
            Action::Create => self.create,
            Action::Update => self.update,
            Action::Answer => self.answer,
        }
    }
}
