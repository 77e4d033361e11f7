//! Refusals and their reasons. Attacks on a single line are tested beside its parser.

use super::*;
use crate::issue::{IssueCode, Location};
use crate::text::locale::Locale;
use crate::validate::Validator;

fn with_method(method: &str) -> Vec<RefusalCode> {
    codes(&message(method, PATH, "1554208460", NONCE, BODY))
}

#[test]
fn other_methods() {
    for method in
        ["", "patch", "Patch", "POST", "GET", "DELETE", "PUT", "PATCH ", " PATCH", "PATCH\r", "ＰＡＴＣＨ"]
    {
        assert_eq!(with_method(method), [RefusalCode::WrongMethod], "{method:?}");
    }
}

#[test]
fn other_cards() {
    let path = "/v3/marketing/membercard-open/cards/pe5BX0v8ZoqSUaMFHOv_3oQP9rAY";
    let other = message("PATCH", path, "1554208460", NONCE, BODY);
    assert_eq!(codes(&other), [RefusalCode::UnexpectedCard]);
    let picky = Expectations::new(ExpectedCards::matching(|id| id.starts_with("pe5"))).now_seconds(NOW);
    assert!(inspect_message(other.as_bytes(), &picky).is_ok());
    assert!(inspect_message(good().as_bytes(), &picky).unwrap_err().has(RefusalCode::UnexpectedCard));
    let none = Expectations::new(Vec::<String>::new()).now_seconds(NOW);
    let refused = inspect_message(good().as_bytes(), &none).unwrap_err();
    assert!(refused.has(RefusalCode::UnexpectedCard) && !refused.has(RefusalCode::WrongPath));
}

#[test]
fn carriage_returns() {
    let every_line = good().replace('\n', "\r\n");
    assert_eq!(
        codes(&every_line),
        [
            RefusalCode::WrongMethod,
            RefusalCode::MalformedCardId,
            RefusalCode::MalformedTimestamp,
            RefusalCode::MalformedNonce,
            RefusalCode::BodyNotCanonical,
        ]
    );
}

#[test]
fn line_feeds_in_excess() {
    for (message, place) in [
        (good() + "\n", "after the message"),
        (["\n", &good()].concat(), "before it"),
        (message("PATCH", PATH, "1554208460", NONCE, "{\n\"title\":\"会员卡\"}"), "in the body"),
        (message("PATCH", PATH, "1554208460", "593BEC0C930BF1AF\nEB40B4A08C8FB242", BODY), "in the nonce"),
        (good() + &good(), "a second message"),
    ] {
        assert_eq!(codes(&message), [RefusalCode::WrongLineCount], "{place}");
    }
}

#[test]
fn all_reasons_at_once() {
    let message = message("POST", "/v3/refund/domestic/refunds", "1554208460000", "short", "{ }");
    assert_eq!(
        codes(&message),
        [
            RefusalCode::WrongMethod,
            RefusalCode::WrongPath,
            RefusalCode::MalformedTimestamp,
            RefusalCode::NonceLength,
            RefusalCode::BodyNotCanonical,
        ]
    );
    let refused = inspect(&message).unwrap_err();
    assert_eq!(refused.warnings().len(), 1);
    assert_eq!(
        refused.to_string(),
        "the message must not be signed: The method must be PATCH, not “POST”; \
         The path must be /v3/marketing/membercard-open/cards/{card_id}, not “/v3/refund/domestic/refunds”; \
         The timestamp must be a Unix time in seconds (at most 12 digits, without sign or leading zeros), not \
         “1554208460000”; The nonce must have 16 to 128 characters, not 5; The body is not in its normal form: from \
         byte 1 on it must read “}”, not “ }”"
    );
}

#[test]
fn unknown_keys_are_refused_unless_they_are_let_pass() {
    for body in [r#"{"title":"会员卡","amount":1}"#, r#"{"additional_statement":{"title":"须知","bonus":1}}"#]
    {
        let message = message("PATCH", PATH, "1554208460", NONCE, body);
        let refused = inspect(&message).unwrap_err();
        assert_eq!(refused.refusals()[0].code, RefusalCode::RefusedWarning);
        assert_eq!(refused.refusals()[0].issues[0].code, IssueCode::UnknownKey);
        assert_eq!(refused.refusals().len(), 1);
        // Refusing other warnings does not allow these.
        for codes in [vec![], vec![IssueCode::DatePast]] {
            assert!(inspect_message(message.as_bytes(), &expectations().refuse_warnings(codes)).is_err());
        }
        let lenient = expectations().allow_warnings([IssueCode::UnknownKey]);
        let accepted = inspect_message(message.as_bytes(), &lenient).unwrap();
        assert_eq!(accepted.warnings()[0].code, IssueCode::UnknownKey);
    }
}

#[test]
fn a_refused_warning_does_not_hide_behind_others() {
    let items = vec![r#""USER_FORM_FLAG_SEX""#; 2000].join(",");
    let with = |end: &str| {
        let list = format!(r#"{{"user_information_form":{{"common_field_list":[{items}]}}{end}}}"#);
        message("PATCH", PATH, "1554208460", NONCE, &list)
    };
    let message = with(r#","unlisted":1"#);
    let refused = inspect(&message).unwrap_err();
    assert_eq!(refused.refusals()[0].code, RefusalCode::RefusedWarning);
    let warnings = refused.warnings();
    assert!(warnings.len() > 1000 && warnings.iter().all(|issue| issue.code != IssueCode::UnknownKey));
    assert_eq!(refused.refusals()[0].issues[0].code, IssueCode::TooManyIssues);
    // If no warning is refused, an omitted one does not matter.
    let lenient = expectations().allow_warnings([IssueCode::UnknownKey]);
    assert!(inspect_message(message.as_bytes(), &lenient).is_ok());
    assert!(inspect_message(with("").as_bytes(), &lenient).is_ok());
}

#[test]
fn any_warning_can_be_refused() {
    let message = message("PATCH", PATH, "1554208460", NONCE, "{}");
    assert!(inspect(&message).is_ok());
    let strict = expectations().refuse_warnings(IssueCode::ALL.iter().copied());
    let refused = inspect_message(message.as_bytes(), &strict).unwrap_err();
    assert!(
        refused.refusals()[0].message(Locale::En).starts_with("There are warnings that are not allowed: ")
    );
    assert!(inspect_message(good().as_bytes(), &strict).is_ok());
}

#[test]
fn the_cards_current_state_counts() {
    let message = message("PATCH", PATH, "1554208460", NONCE, r#"{"code_mode":"REAL_TIME"}"#);
    assert!(inspect(&message).is_ok());
    let state = Validator::new().current_json(r#"{"code_mode":"SYSTEM_ALLOCATE"}"#);
    let refused = inspect_message(message.as_bytes(), &expectations().validator(state)).unwrap_err();
    assert!(refused.has(RefusalCode::InvalidBody));
}

#[test]
fn a_state_that_cannot_be_read_refuses_everything() {
    let state = Validator::new().current_json("{");
    let refused = inspect_message(good().as_bytes(), &expectations().validator(state)).unwrap_err();
    assert_eq!(refused.refusals()[0].issues[0].location, Location::Current);
}

#[test]
fn an_invalid_bodys_message_includes_its_errors() {
    let refused =
        inspect(&message("PATCH", PATH, "1554208460", NONCE, r#"{"extra":1,"title":2}"#)).unwrap_err();
    assert_eq!(refused.refusals()[0].issues.len(), 2);
    assert_eq!(
        refused.refusals()[0].message(Locale::En),
        "The body is not valid: Card name must be of type string, not number: write \"2\""
    );
}

#[test]
fn messages_stay_short_and_in_one_line() {
    let keys: Vec<String> = (0..500).map(|key| format!(r#""\n\u202ex{key}":1"#)).collect();
    let body = format!(r#"{{"title":"会员卡",{}}}"#, keys.join(","));
    let path = ["/\u{202e}\r", "x".repeat(5000).as_str()].concat();
    let refused = inspect(&message("P\u{0}", &path, "\u{7}", "\u{1b}[2J", &body)).unwrap_err();
    for locale in [Locale::Zh, Locale::En] {
        for refusal in refused.refusals() {
            let words = refusal.message(locale);
            assert!(words.chars().count() < 700, "{words}");
            assert!(!words.contains(|c: char| c.is_control() || c == '\u{202e}'), "{words}");
        }
    }
    assert!(refused.to_string().ends_with("; and 497 more"));
}

#[test]
fn long_messages_that_the_body_makes_too_large() {
    let body = format!(r#"{{"extra":"{}"}}"#, "x".repeat(crate::MAX_BYTES));
    assert_eq!(codes(&message("PATCH", PATH, "1554208460", NONCE, &body)), [RefusalCode::InvalidBody]);
    let body = "x".repeat(crate::guard::MAX_MESSAGE_BYTES);
    assert_eq!(codes(&message("PATCH", PATH, "1554208460", NONCE, &body)), [RefusalCode::TooLarge]);
}
