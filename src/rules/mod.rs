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
mod tops;

use crate::json::Document;
use tops::Tops;

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
    pub(crate) check: Check,
    /// Where nothing of these is in an update, it has nothing to say.
    tops: Tops,
}

type Check = fn(&Facts<'_>, &mut Verdicts<'_>);

impl Rule {
    /// A rule about fields that are there, one of them at least.
    const fn new(reads: &'static [Place], check: Check) -> Rule {
        let mut tops = Tops::NONE;
        let mut at = 0;
        while at < reads.len() {
            tops = tops.and(reads[at].tops());
            at += 1;
        }
        Rule { reads, check, tops }
    }

    /// The same rule, but of every update, whatever is in it.
    const fn of_any_update(self) -> Rule {
        Rule { tops: Tops::ALL, ..self }
    }
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

/// The rules that may have something to say of an update, in the order they are asked.
pub(crate) fn rules_of(update: &Document<'_>) -> impl Iterator<Item = &'static Rule> {
    let tops = Tops::in_update(update);
    rules().filter(move |rule| rule.tops.meet(tops))
}

/// Every rule, in the order they are asked.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Findings;
    use crate::json::{Notation, parse};
    use crate::validator::{Profile, UPDATE};

    #[test]
    fn rules_that_are_left_out_have_nothing_to_say() {
        let example = include_str!("../../tests/data/example.json");
        let example: serde_json::Map<String, serde_json::Value> = serde_json::from_str(example).unwrap();
        let read = |text: &'static str| {
            parse(text.as_bytes(), Notation::Json, &UPDATE, &mut Findings::default()).unwrap()
        };
        let card = read(Box::leak(serde_json::to_string(&example).unwrap().into_boxed_str()));
        let mut left_out = 0;
        for (key, value) in example {
            let update = read(Box::leak(serde_json::json!({key: value}).to_string().into_boxed_str()));
            for current in [None, Some(Side(&card))] {
                for profile in [Profile::Partner, Profile::Merchant] {
                    let facts = Facts { update: Side(&update), current, profile, now: Some(i64::MAX) };
                    for rule in
                        rules().filter(|rule| !rules_of(&update).any(|asked| std::ptr::eq(*rule, asked)))
                    {
                        let mut findings = Findings::default();
                        (rule.check)(&facts, &mut Verdicts::new(&update, &mut findings));
                        assert_eq!(findings.into_issues(), []);
                        left_out += 1;
                    }
                }
            }
        }
        assert!(left_out > 500, "{left_out}");
    }
}
