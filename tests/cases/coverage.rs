//! Checks that the cases are complete: each code occurs, and each field is valid in one and invalid in another.

use std::collections::BTreeSet;

use serde_json::Value;
use wechatpay_membercard::schema::{Kind, Mark, Object};
use wechatpay_membercard::{ENDPOINTS, Endpoint, IssueCode, Location};

use crate::case::{self, Case};

/// Codes of request options, which are not part of a payload.
const OF_REQUESTS: &[IssueCode] = &[
    IssueCode::CardIdFormat,
    IssueCode::CardIdUnusual,
    IssueCode::CardIdLengthUnusual,
    IssueCode::MchidFormat,
    IssueCode::MchidUnusual,
    IssueCode::SerialNoFormat,
    IssueCode::SerialNoKeyId,
    IssueCode::SerialNoUnusual,
    IssueCode::TimestampFormat,
    IssueCode::NonceStrFormat,
    IssueCode::NonceStrLong,
    IssueCode::WechatpaySerialFormat,
    IssueCode::WechatpaySerialUnusual,
];

/// Codes without a case, because it would need a thousand issues.
const OF_FLOODS: &[IssueCode] = &[IssueCode::TooManyIssues];

/// Codes that JSON text cannot cause.
const OF_HOST_VALUES: &[IssueCode] = &[
    IssueCode::UnsupportedValue,
    IssueCode::OwnJson,
    IssueCode::DateRead,
    IssueCode::DateNotDue,
    IssueCode::DateInvalid,
    IssueCode::Unreadable,
    IssueCode::Circular,
];

/// A parameter that is added only for values, not for JSON text.
const FUNCTIONS: (IssueCode, &str) = (IssueCode::JsonInText, "functions");

/// Whether JSON text cannot cause the code.
fn is_elsewhere(code: &IssueCode) -> bool {
    [OF_REQUESTS, OF_FLOODS, OF_HOST_VALUES].iter().any(|codes| codes.contains(code))
}

#[test]
fn every_code_occurs() {
    let cases = case::all();
    let occurring: BTreeSet<&str> =
        cases.iter().flat_map(|case| &case.issues).map(|issue| issue.code.as_str()).collect();
    let missing: Vec<&str> = IssueCode::ALL
        .iter()
        .filter(|code| !is_elsewhere(code))
        .map(|code| code.as_str())
        .filter(|code| !occurring.contains(code))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_parameter_occurs() {
    let mut occurring = BTreeSet::new();
    for case in case::all() {
        for issue in case.options.validator().validate_json(&case.input.bytes()).issues() {
            occurring.extend(issue.params.iter().map(|(name, _)| (issue.code, name)));
        }
    }
    for code in IssueCode::ALL.iter().filter(|code| !is_elsewhere(code)) {
        for parameter in code.parameters().iter().filter(|parameter| (*code, parameter.name) != FUNCTIONS) {
            assert!(occurring.contains(&(*code, parameter.name)), "{}: {}", code.as_str(), parameter.name);
        }
    }
}

#[test]
fn names_are_unique_within_a_file() {
    let mut seen = BTreeSet::new();
    for case in case::all() {
        assert!(seen.insert((case.file.clone(), case.name.clone())), "{}: {}", case.file, case.name);
    }
}

#[test]
fn every_field_passes_once_and_fails_once() {
    let missing: Vec<String> = ENDPOINTS.iter().flat_map(|endpoint| missing_cases(endpoint)).collect();
    assert!(missing.is_empty(), "cases are missing in tests/data/cases:\n{}", missing.join("\n"));
}

/// The cases that an endpoint lacks. Fields that it does not accept are never valid.
fn missing_cases(endpoint: &'static Endpoint) -> Vec<String> {
    let mut fields = Vec::new();
    list_object(endpoint.body.object(), "", &mut fields);
    let mark_of = |field: &String| {
        let top = field.split('/').nth(1).unwrap_or_default();
        let (_, row) = endpoint.body.object().find(top).expect("the table lists it");
        row.mark(endpoint.body.action)
    };
    let is_taken = |field: &String| mark_of(field).is_taken() && mark_of(field) != Mark::Doubtful;
    let is_listed = |field: &String| mark_of(field) != Mark::Unlisted;
    let (mut passing, mut failing) = (BTreeSet::new(), BTreeSet::new());
    for case in case::all().into_iter().filter(|case| case.options.endpoint == endpoint) {
        let blamed = blamed(&case);
        let mut present = BTreeSet::new();
        list_values(&case.input.value().unwrap_or_default(), "", &mut present);
        passing.extend(present.into_iter().filter(|field| !blamed.iter().any(|at| is_within(at, field))));
        failing.extend(blamed);
    }
    let without = |covered: &BTreeSet<String>| -> Vec<String> {
        fields.iter().filter(|field| !covered.contains(*field)).cloned().collect()
    };
    let never_passing: Vec<String> = without(&passing).into_iter().filter(is_taken).collect();
    // Unlisted fields are invalid, regardless of their contents.
    let is_whole = |field: &String| field.matches('/').count() == 1 || is_listed(field);
    let never_failing: Vec<String> = without(&failing).into_iter().filter(is_whole).collect();
    let line = |field: &String, what: &str| format!("{}: none in which {field} {what}", endpoint.name);
    let passing = never_passing.iter().map(|field| line(field, "is without an issue"));
    let what = "has an issue of its own, other than field_unlisted";
    passing.chain(never_failing.iter().map(|field| line(field, what))).collect()
}

/// The fields of the tables, as pointers with `*` for indices.
fn list_object(object: &Object, prefix: &str, fields: &mut Vec<String>) {
    for field in object.fields {
        list_kind(&field.kind, format!("{prefix}/{}", field.name), fields);
    }
}

fn list_kind(kind: &Kind, pointer: String, fields: &mut Vec<String>) {
    match kind {
        Kind::Object(object) => list_object(object, &pointer, fields),
        Kind::List(list) => list_kind(list.item, format!("{pointer}/*"), fields),
        _ => {}
    }
    fields.push(pointer);
}

fn list_values(value: &Value, pointer: &str, present: &mut BTreeSet<String>) {
    match value {
        Value::Null => return,
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| list_values(value, &format!("{pointer}/{key}"), present));
        }
        Value::Array(items) => {
            items.iter().for_each(|value| list_values(value, &format!("{pointer}/*"), present))
        }
        _ => {}
    }
    present.insert(pointer.to_owned());
}

/// The pointers with expected issues, except the note about unlisted fields that every use gets.
fn blamed(case: &Case) -> BTreeSet<String> {
    let of_body = case
        .issues
        .iter()
        .filter(|issue| issue.location == Location::Body && issue.code != IssueCode::FieldUnlisted.as_str());
    of_body.map(|issue| without_indices(&issue.pointer)).collect()
}

fn without_indices(pointer: &str) -> String {
    let is_index = |segment: &str| !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
    let segments: Vec<&str> =
        pointer.split('/').map(|segment| if is_index(segment) { "*" } else { segment }).collect();
    segments.join("/")
}

/// Whether one pointer equals the other or is nested in it.
fn is_within(pointer: &str, field: &str) -> bool {
    pointer.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
