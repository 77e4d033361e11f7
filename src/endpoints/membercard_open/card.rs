//! The whole update.
//!
//! Facts: docs/domain.md#1.7 and docs/domain.md#10.13.

use super::fields::BODY;
use super::state::state_field;
use crate::endpoint::{Condition, Context, FieldPath, Reporter, Rule};
use crate::endpoints::official_account::OFFICIAL_ACCOUNT_KEYS;
use crate::issue::IssueCode;

static WHOLE: FieldPath = BODY.at(&[]);
static STATUS: FieldPath = state_field(&["status"]);

pub(super) static RULES: &[Rule] = &[
    // An update without any field would change nothing.
    Rule::new(Condition::AnyField {
        whole: &WHOLE,
        nothing: IssueCode::NothingToUpdate,
        no_field: IssueCode::NoKnownField,
        old_keys: OFFICIAL_ACCOUNT_KEYS,
    }),
    // A deleted card cannot be updated.
    Rule::check(&[], card_exists).of_any_payload(),
];

fn card_exists(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    if context.card.and_then(|card| card.text(&STATUS)) == Some("DELETED") {
        reporter.add(IssueCode::CardDeleted, &WHOLE);
    }
}
