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
    Response,
    /// It is created by the brand that will own it, not by a merchant on its behalf.
    CreateByBrand,
    /// It is changed by the brand that owns it.
    UpdateByBrand,
}

impl Action {
    /// Every action, in its order.
    pub const ALL: &'static [Action] =
        &[Action::Create, Action::Update, Action::Response, Action::CreateByBrand, Action::UpdateByBrand];
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
    /// The operation's page does not list it, but may still take it: a warning.
    Doubtful,
    /// It stays as it was when the object was created: giving it is as grave as an unknown key.
    Immutable,
    /// The operation's page does not list it: it counts as an unknown key.
    Unlisted,
}

impl Mark {
    /// How grave it is that the field is absent.
    pub const fn missing(self) -> Option<Severity> {
        match self {
            Mark::Expected => Some(Severity::Warning),
            Mark::Required => Some(Severity::Error),
            Mark::Optional | Mark::Doubtful | Mark::Immutable | Mark::Unlisted => None,
        }
    }

    /// Whether the operation's page lists it.
    pub const fn is_listed(self) -> bool {
        matches!(self, Mark::Optional | Mark::Expected | Mark::Required)
    }

    /// Whether the operation's page takes it, or may take it.
    pub const fn is_taken(self) -> bool {
        !matches!(self, Mark::Immutable | Mark::Unlisted)
    }
}

/// The marks of a field, one for each action, in the order of the actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks([Mark; Action::ALL.len()]);

impl Marks {
    pub(super) const fn all(mark: Mark) -> Marks {
        Marks([mark; Action::ALL.len()])
    }

    pub(super) const fn new(create: Mark, update: Mark, response: Mark) -> Marks {
        Marks([create, update, response, create, update])
    }

    /// The same marks, of a field that brands cannot give, for their signature tells it.
    pub(super) const fn for_merchants(self) -> Marks {
        let Marks([create, update, response, ..]) = self;
        Marks([create, update, response, Mark::Unlisted, Mark::Immutable])
    }

    pub(super) const fn of(self, action: Action) -> Mark {
        self.0[action as usize]
    }
}
