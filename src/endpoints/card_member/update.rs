//! The whole update.

use super::fields::{BODY, State};
use crate::endpoint::{Context, FieldPath, Reporter, Rule};
use crate::issue::IssueCode;

static WHOLE: FieldPath = BODY.at(&[]);
static STATE: FieldPath = BODY.at(&["state"]);
const ANYTHING: &[&FieldPath] = &[&WHOLE];
/// The brand identifies the card's owner and changes nothing.
const BRAND_ID: &str = "brand_id";

pub(super) const RULES: [Rule; 2] = [
    // P6: an update without any field would change nothing.
    Rule::check(ANYTHING, something_changes),
    // K11: whether an ended card can be updated is not documented.
    Rule::check(&[], card_is_in_effect).of_any_payload(),
];

fn something_changes(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    if context.payload.has_only(BRAND_ID) {
        reporter.add(IssueCode::NothingToUpdate, &WHOLE);
    }
}

fn card_is_in_effect(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    if context.card.and_then(|card| card.choice(&STATE)) == Some(State::CardInvalid.as_str()) {
        reporter.add(IssueCode::CardEnded, &WHOLE);
    }
}
