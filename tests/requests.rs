//! Runs `tests/data/requests.json`: request options. The npm package runs the same file.
//!
//! A case has the differences from the documentation's values, and all issues in order.

#[path = "cases/parameters.rs"]
mod parameters;

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use wechatpay_membercard::{IssueCode, Locale, Location, RequestOptions};

#[derive(Deserialize)]
struct Case {
    name: String,
    options: Map<String, Value>,
    valid: bool,
    issues: Vec<Expected>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Expected {
    severity: String,
    code: String,
    pointer: String,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("data/requests.json")).expect("the cases are JSON")
}

fn options(given: &Map<String, Value>) -> RequestOptions {
    let mut all = json!({
        "cardId": "pbLatjvWOibDc5-TBnbUk1pD12o0",
        "mchid": "1900007291",
        "serialNo": "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
        "timestamp": 1_554_208_460,
        "nonceStr": "593BEC0C930BF1AFEB40B4A08C8FB242",
    });
    all.as_object_mut().expect("it is an object").extend(given.clone());
    serde_json::from_value(all).expect("the options have the right types")
}

#[test]
fn every_request_is_judged_as_written() {
    let mut wrong = Vec::new();
    for case in cases() {
        let issues = options(&case.options).check();
        let found: Vec<Expected> = issues
            .iter()
            .map(|issue| Expected {
                severity: serde_json::to_value(issue.severity).unwrap().as_str().unwrap().into(),
                code: issue.code.as_str().into(),
                pointer: issue.pointer(),
            })
            .collect();
        let valid = !issues.iter().any(|issue| issue.is_error());
        if found != case.issues || valid != case.valid {
            wrong.push(format!("{}\n    found    {found:?}\n    expected {:?}", case.name, case.issues));
        }
        for issue in &issues {
            assert_eq!(issue.location, Location::Request);
            assert_eq!(parameters::complaint(issue), None);
            for locale in [Locale::Zh, Locale::En] {
                assert!(!issue.message(locale).contains(['{', '[']), "{}", case.name);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_of_requests_occurs() {
    let cases = cases();
    let occurring: BTreeSet<&str> =
        cases.iter().flat_map(|case| &case.issues).map(|issue| issue.code.as_str()).collect();
    let of_requests = IssueCode::ALL.iter().map(|code| code.as_str()).filter(|code| {
        ["card_id_", "mchid_", "serial_no_", "timestamp_", "nonce_str_", "wechatpay_serial_"]
            .iter()
            .any(|field| code.starts_with(field))
    });
    for code in of_requests {
        assert!(occurring.contains(code), "{code}");
    }
}
