//! Properties of every report.

use serde::de::IgnoredAny;
use serde_json::{Map, Number, Value};
use wechatpay_membercard::membercard_open::CardUpdate;
use wechatpay_membercard::{
    Expectations, ExpectedCards, Issue, IssueCode, Locale, Location, MAX_DEPTH, MAX_PATH_BYTES, Param,
    Report, RequestOptions, Segment, Validator, inspect_message,
};

/// Checks all properties of a report on a text.
pub fn check(validator: &Validator, text: &[u8], report: &Report) {
    let has_error = report.issues().iter().any(Issue::is_error);
    assert_eq!(report.is_valid(), !has_error);
    assert_eq!(report.is_valid(), report.body().is_some());
    assert_eq!(report.is_valid(), report.value::<CardUpdate>().is_some());
    let input = serde_json::from_slice::<Value>(text).ok();
    for issue in report.issues() {
        check_words(issue);
        check_size(issue);
        check_place(issue, input.as_ref(), report);
        check_text_place(issue, text);
    }
    if let Some(body) = report.body() {
        check_body(validator, body, report);
        check_signing(validator, body);
    }
}

fn check_words(issue: &Issue) {
    for locale in [Locale::Zh, Locale::En] {
        let message = issue.message(locale);
        assert!(message.chars().count() > 4, "{issue:?}");
    }
}

/// Paths are no longer than the limit, so that reports cannot exhaust memory.
fn check_size(issue: &Issue) {
    let key_bytes = |segment: &Segment| match segment {
        Segment::Key(key) => key.len(),
        Segment::Index(_) => 0,
    };
    let segments = issue.path.segments();
    assert!(segments.len() <= MAX_DEPTH + 1, "{issue:?}");
    assert!(segments.iter().map(key_bytes).sum::<usize>() <= MAX_PATH_BYTES, "{issue:?}");
}

/// An issue's pointer leads to a value, or to a missing member of an object.
fn check_place(issue: &Issue, input: Option<&Value>, report: &Report) {
    // For duplicate keys and unpaired surrogates, `Value` cannot tell which member is meant.
    let ambiguous =
        |issue: &Issue| matches!(issue.code, IssueCode::DuplicateKey | IssueCode::UnpairedSurrogate);
    let Some(input) = input.filter(|_| !report.issues().iter().any(ambiguous)) else { return };
    if issue.location != Location::Body {
        return;
    }
    let pointer = issue.pointer();
    let around = pointer.rsplit_once('/').and_then(|(around, _)| input.pointer(around));
    assert!(
        input.pointer(&pointer).is_some() || around.is_some_and(Value::is_object),
        "{pointer} leads nowhere in {input}"
    );
}

/// Line and column are right, at the start of a character.
fn check_text_place(issue: &Issue, text: &[u8]) {
    let count = |name| match issue.params.get(name) {
        Some(Param::Integer(count)) => usize::try_from(*count).ok(),
        _ => None,
    };
    let (Some(line), Some(column), Some(offset)) = (count("line"), count("column"), count("offset")) else {
        return;
    };
    if issue.location == Location::Body {
        let before = std::str::from_utf8(&text[..offset]).expect("a character begins there");
        let last = before.rsplit('\n').next().unwrap_or_default();
        let found = (before.split('\n').count(), last.chars().count() + 1);
        assert_eq!((line, column), found, "{issue:?}");
    }
}

/// The canonical body is valid JSON without nulls and blanks, and is canonical itself.
fn check_body(validator: &Validator, body: &str, report: &Report) {
    serde_json::from_str::<IgnoredAny>(body).expect("the body is JSON");
    let value: Value = serde_json::from_str(body).expect("numbers that every reader keeps");
    assert!(value.is_object() && !holds_null(&value), "{body}");
    let again = validator.validate_json(body.as_bytes());
    assert_eq!(again.body(), Some(body));
    let told = |report: &Report| -> Vec<(IssueCode, String)> {
        report.issues().iter().map(|issue| (issue.code, issue.pointer())).collect()
    };
    let before = told(report);
    assert!(told(&again).iter().all(|issue| before.contains(issue)), "{body}");
}

fn holds_null(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.values().any(|value| value.is_null() || holds_null(value)),
        Value::Array(items) => items.iter().any(holds_null),
        _ => false,
    }
}

/// A valid body becomes a message that the guard accepts and parses correctly.
fn check_signing(validator: &Validator, body: &str) {
    let options = RequestOptions {
        timestamp: Some(1_554_208_460),
        nonce_str: Some("593BEC0C930BF1AFEB40B4A08C8FB242".into()),
        ..RequestOptions::new(
            "pbLatjvWOibDc5-TBnbUk1pD12o0",
            "1900007291",
            "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
        )
    };
    let request =
        validator.validate_json(body.as_bytes()).prepare(&options).expect("a valid body is prepared");
    assert_eq!(request.body(), body);
    let message = request.message().as_bytes();
    let inspected = inspect_message(message, &lenient(validator.clone(), message)).expect("it is accepted");
    assert_eq!(inspected.body(), body);
    assert_eq!(inspected.message(), request.message());
}

/// Requirements that accept any prepared request, at the message's own time.
pub fn lenient(validator: Validator, message: &[u8]) -> Expectations {
    let lines = String::from_utf8_lossy(message);
    let now = lines.split('\n').nth(2).and_then(|timestamp| timestamp.parse().ok());
    Expectations::new(ExpectedCards::any())
        .validator(validator)
        .now_seconds(now.unwrap_or(1_554_208_460))
        .min_nonce_length(1)
        .allow_warnings([IssueCode::UnknownKey])
}

/// A value as the body represents it: without null members, numbers by value.
pub fn normal(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key.clone(), normal(value)))
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(normal).collect(),
        Value::Number(number) => {
            let number = number.as_f64().and_then(|number| Number::from_f64(number + 0.0));
            number.map_or(Value::Null, Value::Number)
        }
        value => value.clone(),
    }
}
