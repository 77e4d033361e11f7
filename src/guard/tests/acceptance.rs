//! Accepted messages and their contents.

use super::*;
use crate::endpoint::UnknownKeys;
use crate::endpoints::membercard_open::CardUpdate;
use crate::issue::IssueCode;
use crate::validate::Validator;

#[test]
fn an_expected_update_is_accepted() {
    let message = good();
    let inspected = inspect(&message).unwrap();
    assert_eq!(inspected.message(), message);
    assert_eq!(inspected.method(), "PATCH");
    assert_eq!(inspected.path(), PATH);
    assert_eq!(inspected.card_id(), CARD_ID);
    assert_eq!(inspected.timestamp(), NOW);
    assert_eq!(inspected.expires_at(), NOW + 300);
    assert_eq!(inspected.nonce_str(), NONCE);
    assert_eq!(inspected.body(), BODY);
    assert_eq!(inspected.value::<CardUpdate>().unwrap().title.as_deref(), Some("会员卡"));
    assert_eq!(inspected.warnings(), []);
}

#[test]
fn the_message_expires_when_it_becomes_stale() {
    let inspected = inspect(&good()).unwrap();
    for (now, fresh) in [(inspected.expires_at() - 1, true), (inspected.expires_at(), false)] {
        let result = inspect_message(good().as_bytes(), &expectations().now_seconds(now));
        assert_eq!(result.is_ok(), fresh);
    }
    for tolerance in [1, 60, u64::MAX] {
        let expectations = expectations().tolerance_seconds(tolerance);
        let expires_at = inspect_message(good().as_bytes(), &expectations).unwrap().expires_at();
        assert_eq!(expires_at, inspected.expires_at(), "as long as any guard may find it fresh");
    }
}

#[test]
fn warnings_of_all_lines_are_handed_on() {
    let path = "/v3/marketing/membercard-open/cards/%E5%8D%A1";
    let message = message("PATCH", path, "1554208460", &"n".repeat(40), r#"{"title":"会员卡","extra":1}"#);
    let inspected = inspect_message(message.as_bytes(), &lenient(message.as_bytes())).unwrap();
    let codes: Vec<_> = inspected.warnings().iter().map(|issue| issue.code).collect();
    let unusual = [IssueCode::CardIdUnusual, IssueCode::CardIdLengthUnusual, IssueCode::NonceStrLong];
    assert_eq!(codes, [unusual.as_slice(), &[IssueCode::UnknownKey]].concat());
    assert_eq!(inspected.card_id(), "卡");
}

#[test]
fn the_validator_decides_what_is_valid() {
    let body = r#"{"logo_url":"https://images.example.com/0"}"#;
    let message = message("PATCH", PATH, "1554208460", NONCE, body);
    assert_eq!(codes(&message), [RefusalCode::InvalidBody]);
    let own_host = expectations().validator(Validator::new().image_hosts(["images.example.com"]));
    assert!(inspect_message(message.as_bytes(), &own_host).is_ok());
}

#[test]
fn the_validator_decides_about_unknown_keys() {
    let [unknown, plain] = [r#"{"title":"会员卡","extra":1}"#, r#"{"title":"会员卡"}"#]
        .map(|body| message("PATCH", PATH, "1554208460", NONCE, body));
    let check = |unknown_keys, message: &str| {
        let validator = Validator::new().unknown_keys(unknown_keys);
        let expectations = lenient(message.as_bytes()).validator(validator);
        let refused = inspect_message(message.as_bytes(), &expectations).err();
        refused.map(|refused| refused.refusals()[0].code)
    };
    assert_eq!(check(UnknownKeys::Warn, &unknown), None);
    assert_eq!(check(UnknownKeys::Refuse, &unknown), Some(RefusalCode::InvalidBody));
    // Dropped keys are not in the canonical body, so a message with them was not prepared like this.
    assert_eq!(check(UnknownKeys::Drop, &unknown), Some(RefusalCode::BodyNotCanonical));
    for unknown_keys in [UnknownKeys::Warn, UnknownKeys::Refuse, UnknownKeys::Drop] {
        assert_eq!(check(unknown_keys, &plain), None);
    }
}

#[test]
fn the_validator_decides_the_normal_form() {
    let body = |time| {
        format!(
            r#"{{"date_information":{{"type":"FIX_TIME_RANGE","available_begin_time":"{time}","available_end_time":"2035-01-01T00:00:00+08:00"}}}}"#
        )
    };
    let utc = message("PATCH", PATH, "1554208460", NONCE, &body("2030-01-01T00:00:00Z"));
    let china = message("PATCH", PATH, "1554208460", NONCE, &body("2030-01-01T08:00:00+08:00"));
    let expectations = expectations().validator(Validator::new().china_time(true));
    let refused = inspect_message(utc.as_bytes(), &expectations).unwrap_err();
    assert!(refused.has(RefusalCode::BodyNotCanonical));
    assert!(inspect_message(china.as_bytes(), &expectations).is_ok());
    assert!(inspect(&utc).is_ok());
}

#[test]
fn expectations_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&expectations());
}
