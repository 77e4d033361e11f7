//! Levels: showing them requires an initial level. Source: the field `init_level` of the API's page.
//!
//! Facts: docs/domain.md#2.1.

use super::fields::BODY;
use crate::endpoint::{Condition, FieldPath, Operand, Rule, Values, When};
use crate::issue::IssueCode;
use crate::schema::Severity;

static SHOWN: FieldPath = BODY.at(&["need_display_level"]);
static LEVEL: FieldPath = BODY.at(&["init_level"]);
const YES: Values = &["true"];

pub(super) static RULES: &[Rule] = &[
    // 展示会员等级时必填.
    Rule::requires_unless_on_card(
        &LEVEL,
        When::Has(Operand::Either(&SHOWN), YES),
        IssueCode::InitLevelRequired,
        IssueCode::InitLevelMaybeRequired,
    ),
    // An initial level is useless if levels are not shown.
    Rule::only_with(&LEVEL, Operand::Either(&SHOWN), YES, Some(IssueCode::InitLevelNotUsed)),
    // The partner page of 2024-11 does not list `need_display_level`; older samples do.
    Rule::new(Condition::Unlisted { field: &SHOWN, code: IssueCode::FieldUnlisted }),
];

pub(super) static OF_CREATIONS: &[Rule] = &[
    // 展示会员等级时必填: for creations, only transcriptions say so.
    Rule::requires(&LEVEL, When::Has(Operand::Payload(&SHOWN), YES), IssueCode::InitLevelRequired)
        .severity(Severity::Warning),
    // An initial level is useless if levels are not shown.
    Rule::only_with(&LEVEL, Operand::Payload(&SHOWN), YES, Some(IssueCode::InitLevelNotUsed)),
];
