//! The rules between fields, and between the update and the card's current state: one row per rule.
//!
//! A rule names the fields it reads, so that a form asks it again only when one of them changes.

mod balance;
mod card;
mod code_mode;
mod custom_fields;
mod dates;
mod facts;
mod levels;
mod lock;
mod place;
mod relevance;
mod requirement;
mod statement;

pub(crate) use facts::{Facts, Side, Verdicts};
pub use lock::Lock;
pub(crate) use lock::lock;
pub(crate) use place::{ANY, Place, Scope, paths, place};
pub(crate) use relevance::{RELEVANCE, Relevance, is_relevant, relevance};
pub(crate) use requirement::{REQUIREMENTS, Requirement, When, is_required};

/// One rule.
pub(crate) struct Rule {
    /// The fields whose value it depends on.
    pub(crate) reads: &'static [Place],
    /// Looks at the fields and reports.
    pub(crate) check: fn(&Facts<'_>, &mut Verdicts<'_>),
}

static RULES: &[&[Rule]] = &[
    card::RULES,
    dates::RULES,
    levels::RULES,
    balance::RULES,
    custom_fields::RULES,
    statement::RULES,
    code_mode::RULES,
];

/// Every rule, in the order they are asked.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten()
}
