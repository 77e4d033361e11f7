//! Levels. Showing them asks for an initial level: the API's page, field `init_level`.

use super::{Facts, Place, Rule, Verdicts};
use crate::issue::IssueCode;

const SHOWN: Place = &["need_display_level"];
const LEVEL: Place = &["init_level"];

pub(super) static RULES: &[Rule] = &[
    Rule { reads: &[SHOWN, LEVEL], check: level_is_given },
    Rule { reads: &[SHOWN], check: display_is_unlisted },
];

fn level_is_given(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    match facts.update.boolean(SHOWN) {
        Some(true) => {
            if facts.update.has(LEVEL) {
                if facts.update.text(LEVEL) == Some("") {
                    verdicts.add(IssueCode::InitLevelRequired, LEVEL);
                }
                return;
            }
            match facts.current {
                None => verdicts.add(IssueCode::InitLevelMaybeRequired, LEVEL),
                Some(card) if card.filled(LEVEL).is_none() => {
                    verdicts.add(IssueCode::InitLevelRequired, LEVEL)
                }
                Some(_) => {}
            }
        }
        Some(false) if facts.update.filled(LEVEL).is_some() => {
            verdicts.add(IssueCode::InitLevelNotUsed, LEVEL)
        }
        _ => {}
    }
}

/// The partner page of 2024-11 does not list `need_display_level`; older samples do.
fn display_is_unlisted(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    if facts.update.has(SHOWN) {
        verdicts.add(IssueCode::FieldUnlisted, SHOWN);
    }
}
