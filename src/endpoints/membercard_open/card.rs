//! The update as a whole.

use super::fields::BODY;
use super::state::state_field;
use crate::endpoint::{Condition, Context, FieldPath, Reporter, Rule, Values};
use crate::issue::IssueCode;

static WHOLE: FieldPath = BODY.at(&[]);
static STATUS: FieldPath = state_field(&["status"]);
/// What the older card API (公众号卡券) puts its fields into.
const OLD_KEYS: Values = &["member_card", "base_info"];

pub(super) static RULES: &[Rule] = &[
    // An update without any field would change nothing.
    Rule::new(Condition::AnyField {
        whole: &WHOLE,
        nothing: IssueCode::NothingToUpdate,
        no_field: IssueCode::NoKnownField,
        old_keys: OLD_KEYS,
    }),
    // A deleted card cannot be updated.
    Rule::check(&[], card_exists).of_any_payload(),
];

fn card_exists(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    if context.card.and_then(|card| card.text(&STATUS)) == Some("DELETED") {
        reporter.add(IssueCode::CardDeleted, &WHOLE);
    }
}
