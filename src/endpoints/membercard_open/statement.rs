//! The merchant's statement: a mini program needs both AppID and path.
//!
//! Facts: docs/domain.md#1.6.

use super::fields::BODY;
use crate::endpoint::{Condition, FieldPath, Rule};
use crate::issue::IssueCode;

static APPID: FieldPath = BODY.at(&["additional_statement", "appid"]);
static PAGE: FieldPath = BODY.at(&["additional_statement", "path"]);

pub(super) static RULES: &[Rule] = &[
    // 与跳转小程序path一起填写.
    Rule::new(Condition::Pair { fields: [&APPID, &PAGE], code: IssueCode::StatementPair }),
];
