//! A validator without options, and one that knows the card.

use wechatpay_membercard::schema::{CardState, CardUpdate, CodeMode};
use wechatpay_membercard::{IssueCode, Validator};

fn codes(validator: &Validator, update: &str) -> Vec<IssueCode> {
    validator.validate_json(update.as_bytes()).issues().iter().map(|issue| issue.code).collect()
}

#[test]
fn the_present_is_the_systems_unless_it_is_told() {
    let ending = |year: u32| {
        format!(
            r#"{{"date_information":{{"type":"FIX_TIME_RANGE","available_end_time":"{year}-01-01T00:00:00+08:00"}}}}"#
        )
    };
    let past = |validator: &Validator, year| codes(validator, &ending(year)).contains(&IssueCode::DatePast);
    let validator = Validator::new();
    assert!(past(&validator, 2020) && !past(&validator, 9999));
    let in_2010 = validator.now(1_262_304_000_000);
    assert!(past(&in_2010, 2009) && !past(&in_2010, 2020));
    assert!(!past(&in_2010.now(None), 2009));
}

#[test]
fn the_cards_state_turns_on_the_rules_against_it() {
    let state = CardState {
        card: CardUpdate { code_mode: Some(CodeMode::SystemAllocate), ..Default::default() },
        ..Default::default()
    };
    let update = r#"{"code_mode":"REAL_TIME"}"#;
    assert_eq!(codes(&Validator::new(), update), []);
    assert_eq!(codes(&Validator::new().current(&state), update), [IssueCode::CodeModeLocked]);
}
