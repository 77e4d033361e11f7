//! An example of every issue code, from the test cases.

use std::cmp::Reverse;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use wechatpay_membercard::{
    ENDPOINTS, Endpoint, Issue, IssueCode, Location, RequestOptions, Severity, TextBuffer, UnknownKeys,
    Validator, abridge,
};

use crate::case::{self, Case, Input};
use crate::written::written;

/// The longest readable input, in bytes.
const SHORT: usize = 90;

/// An input and its issue.
pub struct Example {
    /// The input, as an author would write it.
    pub input: String,
    /// The card's state, as JSON.
    pub current: Option<String>,
    /// The endpoint, if it is not the default one.
    pub endpoint: Option<&'static str>,
    /// Whether the merchants' documentation page applies.
    pub for_merchants: bool,
    /// The treatment of unknown keys, if it is not the default.
    pub unknown_keys: Option<&'static str>,
    /// The issue.
    pub issue: Issue,
    /// Whether the input is bytes, in hexadecimal.
    is_bytes: bool,
    /// The number of issues of the input.
    issues: usize,
}

/// All issues of all cases.
pub fn all() -> Vec<Example> {
    // A host that only the case allows would be confusing.
    let cases = case::all().into_iter().filter(|case| case.options.image_hosts.is_none());
    let mut examples: Vec<Example> = cases.flat_map(|case| of_case(&case)).collect();
    examples.extend(of_requests());
    examples.extend(of_host_values());
    examples.extend(of_many());
    examples
}

/// The simplest example of a code.
pub fn plainest(examples: &[Example], code: IssueCode) -> &Example {
    let of_code = examples.iter().filter(|example| example.issue.code == code);
    let order = |example: &&Example| {
        // Issues of the card's state, or with an unusual severity, are exceptions.
        let is_unusual =
            example.issue.location == Location::Current || example.issue.severity != code.severity();
        let is_long =
            example.input.len() > SHORT || example.current.as_ref().is_some_and(|card| card.len() > SHORT);
        let is_blank = example.input.trim().is_empty() || example.input.contains("\"\"");
        // A message is complete if no parameter is missing.
        let told = Reverse(example.issue.params.iter().count());
        let has_options = (example.current.is_some(), example.unknown_keys.is_some());
        let is_other = example.endpoint.is_some();
        (is_other, is_unusual, is_long, example.is_bytes, told, example.issues, is_blank, has_options)
    };
    // Ties go to the first one in its file, which is the simplest.
    of_code.min_by_key(order).unwrap_or_else(|| panic!("no case has an issue {}", code.as_str()))
}

/// The severities of a code in all examples.
pub fn severities(examples: &[Example], code: IssueCode) -> Vec<Severity> {
    let of_code = examples.iter().filter(|example| example.issue.code == code);
    let mut severities: Vec<Severity> = of_code.map(|example| example.issue.severity).collect();
    severities.sort();
    severities.dedup();
    severities
}

/// The name of an endpoint, unless it is the default one.
fn named(endpoint: &Endpoint) -> Option<&'static str> {
    (endpoint != ENDPOINTS[0]).then_some(endpoint.name)
}

fn of_case(case: &Case) -> Vec<Example> {
    let input = match &case.input {
        Input::Payload(value) => value.to_string(),
        Input::Text(text) => text.clone(),
        Input::Bytes(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(" "),
    };
    let report = case.options.validator().validate_json(&case.input.bytes());
    let current = case.options.current_text();
    let example = |issue: &Issue| Example {
        input: input.clone(),
        current: current.clone(),
        endpoint: named(case.options.endpoint),
        for_merchants: case.options.profile == wechatpay_membercard::Profile::Merchant,
        unknown_keys: match case.options.unknown_keys {
            None | Some(UnknownKeys::Warn) => None,
            Some(UnknownKeys::Refuse) => Some("refuse"),
            Some(UnknownKeys::Drop) => Some("drop"),
        },
        issue: issue.clone(),
        is_bytes: matches!(case.input, Input::Bytes(_)),
        issues: report.issues().len(),
    };
    report.issues().iter().map(example).collect()
}

#[derive(Deserialize)]
struct Request {
    options: Map<String, Value>,
}

fn of_requests() -> Vec<Example> {
    let requests: Vec<Request> =
        serde_json::from_str(include_str!("../data/requests.json")).expect("the cases are JSON");
    requests.iter().flat_map(|request| of_request(&request.options)).collect()
}

fn of_request(given: &Map<String, Value>) -> Vec<Example> {
    let mut options = json!({
        "cardId": "pbLatjvWOibDc5-TBnbUk1pD12o0",
        "mchid": "1900007291",
        "serialNo": "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
    });
    options.as_object_mut().expect("it is an object").extend(given.clone());
    let options: RequestOptions = serde_json::from_value(options).expect("the options have the right types");
    let issues = options.check();
    let example = |issue: &Issue| Example {
        input: Value::Object(given.clone()).to_string(),
        current: None,
        endpoint: None,
        for_merchants: false,
        unknown_keys: None,
        issue: issue.clone(),
        is_bytes: false,
        issues: issues.len(),
    };
    issues.iter().map(example).collect()
}

/// The codes that only many issues cause. A warning unless an error is omitted.
fn of_many() -> Vec<Example> {
    let example = |item: &str, count: usize| {
        let payload =
            |items: String| format!(r#"{{"user_information_form":{{"common_field_list":[{items}]}}}}"#);
        let report = Validator::new().validate_json(payload(vec![item; count].join(",")).as_bytes());
        let issues = abridge(report.issues().to_vec());
        Example {
            input: payload(format!("{item},…")),
            current: None,
            endpoint: None,
            for_merchants: false,
            unknown_keys: None,
            issue: issues.last().expect("there are many issues").clone(),
            is_bytes: false,
            issues: issues.len(),
        }
    };
    vec![example("0", 2000), example(r#""USER_FORM_FLAG_SEX""#, 2000)]
}

/// The codes that only JavaScript values cause: the value as an author would write it, and as `written` takes it.
const HOST_VALUES: &[(&str, &str)] = &[
    ("{ title: () => {} }", r#"{"title":"\u0001function"}"#),
    ("{ total_quantity: new Decimal(5) }", r#"{"total_quantity":"\u0001!toJSON Decimal"}"#),
    (
        "{ date_information: { type: \"FIX_TIME_RANGE\", available_end_time: new Date(2e12) } }",
        r#"{"date_information":{"available_end_time":"\u0001@2033-05-18T03:33:20.000Z"}}"#,
    ),
    ("{ title: new Date(0) }", r#"{"title":"\u0001@1970-01-01T00:00:00.000Z"}"#),
    ("{ title: new Date(\"\") }", r#"{"title":"\u0001@"}"#),
    ("{ get title() { throw … } }", r#"{"title":"\u0001!unreadable"}"#),
    ("card.title = card", r#"{"title":"\u0001!circular"}"#),
];

fn of_host_values() -> Vec<Example> {
    HOST_VALUES.iter().flat_map(of_host_value).collect()
}

fn of_host_value((input, text): &(&str, &str)) -> Vec<Example> {
    let report = Validator::new().validate_value(written(text).read(&mut TextBuffer::new()));
    let example = |issue: &Issue| Example {
        input: (*input).into(),
        current: None,
        endpoint: None,
        for_merchants: false,
        unknown_keys: None,
        issue: issue.clone(),
        is_bytes: false,
        issues: report.issues().len(),
    };
    report.issues().iter().map(example).collect()
}
