//! The request number of a creation. No page specifies its characters, but the API for members' cards (用户会员卡) does.
//!
//! Facts: docs/domain.md#1.9.

use super::fields::BODY;
use crate::endpoint::{Constraint, FieldPath, Rule};
use crate::issue::IssueCode;

static REQUEST_NO: FieldPath = BODY.at(&["out_request_no"]);

/// Letters, digits, `|`, `_`, `*` and `-`, as in the API for members' cards.
pub(super) static OF_CREATIONS: &[Rule] = &[Rule::value(Constraint::pattern(
    &REQUEST_NO,
    is_usual,
    "^[A-Za-z0-9|_*-]*$",
    IssueCode::OutRequestNoUnusual,
))];

fn is_usual(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"|_*-".contains(&byte))
}
