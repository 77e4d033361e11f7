//! Checks one case: its expectations, and properties of all reports.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, to_value};
use wechatpay_membercard::{
    Issue, Locale, Location, Report, Severity, Validator, card_member, membercard_open,
};

use crate::case::{Case, Expected, Input};
use crate::parameters;

/// Characters besides control characters that could reverse a message or break it into lines.
const HIDDEN: &[char] = &['\u{200b}', '\u{200f}', '\u{2028}', '\u{2029}', '\u{202e}', '\u{2067}', '\u{feff}'];

/// The differences from what is expected.
pub fn complaints(case: &Case) -> Vec<String> {
    let validator = case.options.validator();
    let report = validator.validate_json(&case.input.bytes());
    let mut complaints = Vec::new();
    expectations(case, &report, &mut complaints);
    if let Input::Payload(payload) = &case.input {
        body_says_what_the_payload_says(case, payload, &report, &mut complaints);
    }
    validating_again_changes_nothing(&report, &validator, &mut complaints);
    messages_are_whole(&report, &mut complaints);
    complaints.extend(report.issues().iter().filter_map(parameters::complaint));
    pointers_lead_somewhere(case, &report, &mut complaints);
    complaints
}

fn expectations(case: &Case, report: &Report, complaints: &mut Vec<String>) {
    if case.valid != case.issues.iter().all(|issue| issue.severity == Severity::Warning) {
        complaints.push("the case contradicts itself: `valid` and the severities".into());
    }
    if report.is_valid() != case.valid {
        complaints.push(format!("valid: {}, expected {}", report.is_valid(), case.valid));
    }
    let found: Vec<String> = report.issues().iter().map(told).collect();
    let expected: Vec<String> = case.issues.iter().map(told_expected).collect();
    if found != expected {
        complaints.push(format!("found    {found:?}\n    expected {expected:?}"));
    } else {
        for (found, expected) in report.issues().iter().zip(&case.issues) {
            compare_details(found, expected, complaints);
        }
    }
    if let Some(body) = &case.body
        && report.body() != Some(body)
    {
        complaints.push(format!("body     {:?}\n    expected {body:?}", report.body()));
    }
}

fn told(issue: &Issue) -> String {
    format!("{:?} {} {:?} {}", issue.severity, issue.code.as_str(), issue.location, issue.pointer())
}

fn told_expected(issue: &Expected) -> String {
    format!("{:?} {} {:?} {}", issue.severity, issue.code, issue.location, issue.pointer)
}

fn compare_details(found: &Issue, expected: &Expected, complaints: &mut Vec<String>) {
    let params = to_value(&found.params).unwrap_or_default();
    for (name, value) in &expected.params {
        if params.get(name) != Some(value) {
            complaints.push(format!("{}: {name} is {:?}, expected {value}", told(found), params.get(name)));
        }
    }
    for (language, expected) in &expected.messages {
        let locale = Locale::from_tag(language);
        assert_eq!(locale.tag(), language, "a language of messages");
        let message = found.message(locale);
        if *expected != message {
            complaints.push(format!("{}: {message:?}, expected {expected}", told(found)));
        }
    }
}

fn body_says_what_the_payload_says(
    case: &Case,
    payload: &Value,
    report: &Report,
    complaints: &mut Vec<String>,
) {
    let Some(body) = report.body().filter(|_| !case.options.china_time) else { return };
    match serde_json::from_str::<Value>(body) {
        Ok(body) if body == without_nulls(payload) => {}
        body => complaints.push(format!("the body says something else: {body:?}")),
    }
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key.clone(), without_nulls(value)))
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        value => value.clone(),
    }
}

fn validating_again_changes_nothing(report: &Report, validator: &Validator, complaints: &mut Vec<String>) {
    let Some(body) = report.body() else { return };
    let again = validator.validate_json(body.as_bytes());
    if again.body() != Some(body) {
        complaints.push(format!("the body, validated again, is {:?}", again.body()));
    }
    let before: Vec<String> = report.issues().iter().map(told).collect();
    for issue in again.issues().iter().map(told).filter(|issue| !before.contains(issue)) {
        complaints.push(format!("the body, validated again, has a new issue: {issue}"));
    }
    if report.endpoint().name.starts_with("membercard-open.") {
        the_typed_body_is_the_same::<membercard_open::CardUpdate>(report, validator, complaints);
    } else {
        the_typed_body_is_the_same::<card_member::Card>(report, validator, complaints);
    }
}

fn the_typed_body_is_the_same<T: Serialize + DeserializeOwned>(
    report: &Report,
    validator: &Validator,
    complaints: &mut Vec<String>,
) {
    let Some(value) = report.value::<T>() else {
        // The values of fields that only other actions list are not checked.
        if report.issues().iter().any(|issue| issue.params.get("api").is_some()) {
            return;
        }
        return complaints.push("the body does not fit the typed update".into());
    };
    let complete = report.issues().iter().all(|issue| issue.code.as_str() != "unknown_key");
    let again = validator.validate(&value);
    if complete && again.body() != report.body() {
        complaints.push(format!("the typed update has another body: {:?}", again.body()));
    }
}

fn messages_are_whole(report: &Report, complaints: &mut Vec<String>) {
    for issue in report.issues() {
        let given = to_value(&issue.params).unwrap_or_default().to_string() + &issue.pointer();
        for locale in [Locale::Zh, Locale::En] {
            let message = issue.message(locale);
            if message.is_empty() || (message.contains(['{', '[']) && !given.contains(['{', '['])) {
                complaints.push(format!("{}: {message:?}", told(issue)));
            }
            if message.contains(|c: char| c.is_control() || HIDDEN.contains(&c)) {
                complaints.push(format!("{}: a message that deceives: {message:?}", told(issue)));
            }
        }
    }
}

/// An issue is about a value of the input, or about a field that is missing from one of its objects.
fn pointers_lead_somewhere(case: &Case, report: &Report, complaints: &mut Vec<String>) {
    let Some(value) = case.input.value() else { return };
    for issue in report.issues().iter().filter(|issue| issue.location == Location::Body) {
        let pointer = issue.pointer();
        let around = pointer.rsplit_once('/').and_then(|(around, _)| value.pointer(around));
        if value.pointer(&pointer).is_none() && !around.is_some_and(Value::is_object) {
            complaints.push(format!("{}: the pointer leads nowhere", told(issue)));
        }
    }
}
