//! The update as a whole.

use super::fields::BODY;
use super::state::state_field;
use crate::endpoint::{Context, FieldPath, Reporter, Rule};
use crate::issue::IssueCode;

static WHOLE: FieldPath = BODY.at(&[]);
static STATUS: FieldPath = state_field(&["status"]);

pub(super) static RULES: &[Rule] = &[
    // An update without any field would change nothing.
    Rule::check(&[&WHOLE], something_changes),
    // A deleted card cannot be updated.
    Rule::check(&[], card_exists).of_any_payload(),
];

fn something_changes(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    if context.payload.is_empty() {
        reporter.add(IssueCode::NothingToUpdate, &WHOLE);
    }
}

fn card_exists(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    if context.card.and_then(|card| card.text(&STATUS)) == Some("DELETED") {
        reporter.add(IssueCode::CardDeleted, &WHOLE);
    }
}
