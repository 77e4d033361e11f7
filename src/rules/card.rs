//! The update as a whole.

use super::{Facts, Place, Rule, Verdicts, place};
use crate::check::no_known_field;
use crate::issue::IssueCode;

const WHOLE: Place = place(&[]);
const STATUS: Place = place(&["status"]);

pub(super) static RULES: &[Rule] =
    &[Rule::new(&[WHOLE], something_changes), Rule::new(&[], card_exists).of_any_update()];

fn something_changes(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let document = facts.update.0;
    let mut has_others = false;
    for node in document.members(0).map(|member| &document.nodes()[member]) {
        match (node.value.is_null(), node.row) {
            (true, _) => {}
            (false, Some(_)) => return,
            (false, None) => has_others = true,
        }
    }
    match has_others {
        true => verdicts.report(no_known_field(document), WHOLE),
        false => verdicts.add(IssueCode::NothingToUpdate, WHOLE),
    }
}

fn card_exists(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    if facts.current.and_then(|card| card.text(STATUS)) == Some("DELETED") {
        verdicts.add(IssueCode::CardDeleted, WHOLE);
    }
}
