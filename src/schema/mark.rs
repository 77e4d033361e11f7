//! Marks: what each operation expects of a field, in one row for all of them.

use super::severity::Severity;

/// What an operation does with an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It is created.
    Create,
    /// Change it: absent fields keep their values.
    Update,
    /// Return it.
    Response,
    /// Create it by the brand that will own it, not by a merchant on the brand's behalf.
    CreateByBrand,
    /// Change it by the brand that owns it.
    UpdateByBrand,
}

impl Action {
    /// All actions, in order.
    pub const ALL: &'static [Action] =
        &[Action::Create, Action::Update, Action::Response, Action::CreateByBrand, Action::UpdateByBrand];
}

/// How an operation treats a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// May be absent.
    Optional,
    /// The object is incomplete without it, though this API's pages do not say so: a warning.
    Expected,
    /// Marked as required by this API's pages: an error if absent.
    Required,
    /// Not listed on the operation's page, but perhaps still accepted: a warning if given.
    Doubtful,
    /// Cannot change after creation: giving it is treated like an unknown key.
    Immutable,
    /// Not listed on the operation's page: treated like an unknown key.
    Unlisted,
}

impl Mark {
    /// The severity of a missing field.
    pub const fn missing(self) -> Option<Severity> {
        match self {
            Mark::Expected => Some(Severity::Warning),
            Mark::Required => Some(Severity::Error),
            Mark::Optional | Mark::Doubtful | Mark::Immutable | Mark::Unlisted => None,
        }
    }

    /// Whether the operation's page lists the field.
    pub const fn is_listed(self) -> bool {
        matches!(self, Mark::Optional | Mark::Expected | Mark::Required)
    }

    /// Whether the operation accepts the field, or might.
    pub const fn is_taken(self) -> bool {
        !matches!(self, Mark::Immutable | Mark::Unlisted)
    }
}

/// The marks of a field, one per action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks([Mark; Action::ALL.len()]);

impl Marks {
    pub(super) const fn all(mark: Mark) -> Marks {
        Marks([mark; Action::ALL.len()])
    }

    pub(super) const fn new(create: Mark, update: Mark, response: Mark) -> Marks {
        Marks([create, update, response, create, update])
    }

    /// The same marks, but brands must not give the field: their signature identifies them.
    pub(super) const fn for_merchants(self) -> Marks {
        let Marks([create, update, response, ..]) = self;
        Marks([create, update, response, Mark::Unlisted, Mark::Immutable])
    }

    pub(super) const fn of(self, action: Action) -> Mark {
        self.0[action as usize]
    }
}
