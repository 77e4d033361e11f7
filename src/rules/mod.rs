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
mod statement;

pub(crate) use facts::{Facts, Side, Verdicts};

/// The place of a field: the keys that lead to it.
pub(crate) type Place = &'static [&'static str];

/// One rule.
pub(crate) struct Rule {
    /// The fields whose value it depends on.
    #[allow(dead_code, reason = "read by form sessions")]
    pub(crate) reads: &'static [Place],
    /// Looks at the fields and reports.
    pub(crate) check: fn(&Facts<'_>, &mut Verdicts<'_>),
}

/// Every rule.
pub(crate) static RULES: &[&[Rule]] = &[
    card::RULES,
    dates::RULES,
    levels::RULES,
    balance::RULES,
    custom_fields::RULES,
    statement::RULES,
    code_mode::RULES,
];
