//! The JSON Schema Test Suite's cases for RFC 3339 formats (MIT, in `data`): date-times, and dates and times completed
//! to date-times.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::validator;

/// Differences in date-times, each with the reason. The suite accepts all of these, we do not.
const DIFFERENCES: &[(&str, &str)] =
    &[("12", NO_TEXT), ("13.7", NO_TEXT), ("{}", NO_TEXT), ("[]", NO_TEXT), ("false", NO_TEXT)];

const NO_TEXT: &str = "a format says nothing of other types; the field takes only texts";

#[derive(Deserialize)]
struct Group {
    tests: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    description: String,
    data: Value,
    valid: bool,
}

fn cases(json: &str) -> Vec<Case> {
    let groups: Vec<Group> = serde_json::from_str(json).expect("the suite is JSON");
    groups.into_iter().flat_map(|group| group.tests).collect()
}

/// Whether a value is accepted as the beginning of a card's validity.
fn is_accepted(time: &Value) -> bool {
    let payload = json!({ "date_information": { "available_begin_time": time } });
    validator().validate_json(payload.to_string().as_bytes()).is_valid()
}

/// Both agree about every text that `complete` turns into a date-time.
fn assert_agreement(cases: &[Case], complete: impl Fn(&str) -> String) {
    for Case { description, data, valid } in cases {
        if let Some(text) = data.as_str() {
            let time = complete(text);
            assert_eq!(is_accepted(&json!(time)), *valid, "{description}: {time:?}");
        }
    }
}

#[test]
fn whole_times() {
    let cases = cases(include_str!("../data/json-schema-test-suite/date-time.json"));
    assert!(cases.len() > 30, "{}", cases.len());
    let differing = cases.iter().filter(|case| is_accepted(&case.data) != case.valid);
    let differing: Vec<String> = differing.map(|case| case.data.to_string()).collect();
    let listed: Vec<&str> = DIFFERENCES.iter().map(|(value, _)| *value).collect();
    assert_eq!(differing, listed);
}

#[test]
fn dates() {
    let cases = cases(include_str!("../data/json-schema-test-suite/date.json"));
    assert!(cases.len() > 70, "{}", cases.len());
    assert_agreement(&cases, |date| format!("{date}T12:00:00Z"));
}

#[test]
fn times_of_day() {
    let cases = cases(include_str!("../data/json-schema-test-suite/time.json"));
    assert!(cases.len() > 45, "{}", cases.len());
    assert_agreement(&cases, |time| format!("1998-12-31T{time}"));
}
