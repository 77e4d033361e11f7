//! The merchant's own questions: what offers a choice needs something to choose from.
//!
//! Facts: docs/domain.md#1.5.

use super::fields::{BODY, CustomFieldType};
use crate::endpoint::{ANY, FieldPath, Operand, Rule, Values, When};
use crate::issue::IssueCode;

static TYPE: FieldPath = BODY.at(&["user_information_form", "custom_field_list", ANY, "type"]);
static VALUES: FieldPath = BODY.at(&["user_information_form", "custom_field_list", ANY, "values"]);
/// The types that offer something to choose from.
const CHOICES: Values =
    &[CustomFieldType::Select.as_str(), CustomFieldType::Radio.as_str(), CustomFieldType::CheckBox.as_str()];

pub(super) static RULES: &[Rule] = &[
    // SELECT、RADIO、CHECK_BOX需要填写.
    Rule::requires(&VALUES, When::Has(Operand::Payload(&TYPE), CHOICES), IssueCode::ValuesMissing),
    // A form may hide the values of a text. Filling them in is no issue.
    Rule::only_with(&VALUES, Operand::Payload(&TYPE), CHOICES, None),
];
