//! The update as a whole.

use super::{Facts, Place, Rule, Verdicts, place};
use crate::issue::IssueCode;

const WHOLE: Place = place(&[]);
const STATUS: Place = place(&["status"]);

pub(super) static RULES: &[Rule] =
    &[Rule::new(&[WHOLE], something_changes), Rule::new(&[], card_exists).of_any_update()];

fn something_changes(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let document = facts.update.0;
    if document.members(0).all(|member| document.nodes()[member].value.is_null()) {
        verdicts.add(IssueCode::NothingToUpdate, WHOLE);
    }
}

fn card_exists(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    if facts.current.and_then(|card| card.text(STATUS)) == Some("DELETED") {
        verdicts.add(IssueCode::CardDeleted, WHOLE);
    }
}
