//! A validator without options, one that knows the card, and the body that comes out.

use wechatpay_membercard::membercard_open::{CardState, CardUpdate, CodeMode};
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

#[test]
fn blanks_between_values_are_no_part_of_the_body() {
    let compact =
        r#"{"user_information_form":{"common_field_list":["USER_FORM_FLAG_SEX","USER_FORM_FLAG_NAME"]}}"#;
    let spaced = compact.replace(',', " , ").replace(':', " : ").replace('[', " [\n");
    for text in [compact, &spaced] {
        assert_eq!(Validator::new().validate_json(text.as_bytes()).body(), Some(compact));
    }
}

#[test]
fn numbers_of_unknown_keys_stay_as_they_are_written() {
    let body = |text: &str| Validator::new().validate_json(text.as_bytes()).body().map(str::to_owned);
    assert_eq!(
        body(r#"{ "total_quantity": 5e6, "extra": [5e6, 1.50, -0] }"#).as_deref(),
        Some(r#"{"total_quantity":5000000,"extra":[5e6,1.50,-0]}"#)
    );
}
