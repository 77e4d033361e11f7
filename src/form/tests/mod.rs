//! Form sessions.

mod card;
mod edits;
mod field_conditions;
mod hostile;
mod properties;
mod reads;
#[path = "../../../tests/support/written.rs"]
mod written;

use std::collections::BTreeMap;

use written::written;

use super::*;
use crate::endpoints::membercard_open::UPDATE;
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode, MAX_LISTED_ISSUES, Path, Segment};
use crate::json::writer::quoted;
use crate::json::{MAX_BYTES, TextBuffer};
use crate::schema::Kind;
use crate::validate::Validator;

const CARD: &str = r#"{
    "card_id": "pbLatjvWOibDc5-TBnbUk1pD12o0",
    "status": "APPROVED",
    "title": "会员卡",
    "service_phone": "",
    "brand": null,
    "total_quantity": 5000000,
    "remain_quantity": 4000000,
    "code_mode": "SYSTEM_ALLOCATE",
    "date_information": {"type": "PERMANENT"},
    "balance_information": {"need_balance": true, "balance_url": "https://a.example"},
    "user_information_form": {"common_field_list": [], "custom_field_list": [{"type": "RADIO", "name": "城市", "values": ["北京", "上海"]}]}
}"#;

/// A validator in the year 2023.
fn validator() -> Validator {
    Validator::new().now(1_700_000_000_000)
}

fn empty() -> CardForm {
    CardForm::new(validator())
}

fn beginning_with(initial: &str) -> CardForm {
    CardForm::with_initial(validator(), initial).unwrap()
}

fn of_card() -> CardForm {
    CardForm::new(validator().current_json(CARD))
}

/// The path of a JSON pointer; digits are indices.
fn path(pointer: &str) -> Path {
    let step = |step: &str| match step.parse() {
        Ok(index) => Segment::Index(index),
        Err(_) => Segment::Key(step.replace("~1", "/").replace("~0", "~").into()),
    };
    pointer.split('/').skip(1).map(step).collect()
}

fn codes(issues: &[Issue]) -> Vec<(&'static str, String)> {
    issues.iter().map(|issue| (issue.code.as_str(), issue.pointer())).collect()
}

/// The pointers of the changed fields.
fn pointers(changes: &FormChanges) -> Vec<String> {
    changes.fields.iter().map(FieldState::pointer).collect()
}

/// Sets a field to JSON text or, after U+0001, to a value of that kind that JSON cannot represent.
fn set(form: &mut CardForm, field: &Path, value: &str) -> Result<FormChanges, FormError> {
    match value.strip_prefix('\u{1}') {
        Some(_) => form.set_value(field, written(&quoted(value)).read(&mut TextBuffer::new())),
        None => form.set(field, value),
    }
}

/// Asserts that a form's issues equal the validator's for its value.
fn check(form: &CardForm) {
    let report = form.validator.validate_value(form.written_value().read(&mut TextBuffer::new()));
    let issues = form.issues();
    assert_eq!(issues, report.issues(), "{}", form.value());
    assert_eq!(form.size, form.value().len(), "{}", form.value());
}
