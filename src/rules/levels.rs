//! Levels. Showing them asks for an initial level: the API's page, field `init_level`.

use super::{Facts, Place, Rule, Verdicts, place};
use crate::issue::IssueCode;

const SHOWN: Place = place(&["need_display_level"]);
const LEVEL: Place = place(&["init_level"]);

pub(super) static RULES: &[Rule] =
    &[Rule::new(&[SHOWN, LEVEL], level_is_given), Rule::new(&[SHOWN], display_is_unlisted)];

fn level_is_given(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let switched = facts.update.boolean(SHOWN);
    let shown = switched.or_else(|| facts.current.and_then(|card| card.boolean(SHOWN)));
    match (shown, facts.update.text(LEVEL)) {
        (Some(true), Some("")) => verdicts.add(IssueCode::InitLevelRequired, LEVEL),
        (Some(false), Some(level)) if !level.is_empty() => verdicts.add(IssueCode::InitLevelNotUsed, LEVEL),
        _ => {}
    }
    if switched == Some(true) && !facts.update.has(LEVEL) {
        match facts.current.and_then(|card| card.text(LEVEL)) {
            None => verdicts.add(IssueCode::InitLevelMaybeRequired, LEVEL),
            Some("") => verdicts.add(IssueCode::InitLevelRequired, LEVEL),
            Some(_) => {}
        }
    }
}

/// The partner page of 2024-11 does not list `need_display_level`; older samples do.
fn display_is_unlisted(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    if facts.update.has(SHOWN) {
        verdicts.add(IssueCode::FieldUnlisted, SHOWN);
    }
}
