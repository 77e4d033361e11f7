//! Custom questions: choices need options.
//!
//! Facts: docs/domain.md#1.5.

use super::fields::{BODY, CustomFieldType};
use crate::endpoint::{ANY, FieldPath, Operand, Rule, Values, When};
use crate::issue::IssueCode;

static TYPE: FieldPath = BODY.at(&["user_information_form", "custom_field_list", ANY, "type"]);
static VALUES: FieldPath = BODY.at(&["user_information_form", "custom_field_list", ANY, "values"]);
/// The types with options.
const CHOICES: Values =
    &[CustomFieldType::Select.as_str(), CustomFieldType::Radio.as_str(), CustomFieldType::CheckBox.as_str()];

pub(super) static RULES: &[Rule] = &[
    // SELECT、RADIO、CHECK_BOX需要填写.
    Rule::requires(&VALUES, When::Has(Operand::Payload(&TYPE), CHOICES), IssueCode::ValuesMissing),
    // Forms may hide the options of a text question. Giving them is not an issue.
    Rule::only_with(&VALUES, Operand::Payload(&TYPE), CHOICES, None),
];
