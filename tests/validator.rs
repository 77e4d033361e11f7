//! A validator without options, one that knows the card, and the body that comes out.

#[path = "support/written.rs"]
mod written;

use wechatpay_membercard::membercard_open::{CardState, CardUpdate, CodeMode};
use wechatpay_membercard::{IssueCode, Locale, Param, TextBuffer, UnknownKeys, Validator};
use written::written;

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

#[test]
fn json_text_as_a_value_is_told_who_takes_it() {
    let text = r#""{\"title\":\"会员卡\"}""#;
    let report = Validator::new().validate_value(written(text).read(&mut TextBuffer::new()));
    let [issue] = report.issues() else { panic!("{report:?}") };
    assert_eq!(issue.code, IssueCode::JsonInText);
    assert_eq!(
        issue.message(Locale::Zh),
        "请求内容是 JSON 文本，不是对象：请先解析（如 JSON.parse），或改用 validateJson、prepareJson"
    );
    assert_eq!(
        issue.message(Locale::En),
        "The payload is JSON text, not an object: parse it first, as JSON.parse does, or call validateJson, prepareJson"
    );
    // Text that was written as JSON twice, and the card's state, have no such function.
    assert_eq!(Validator::new().validate_json(text.as_bytes()).issues()[0].params.get("functions"), None);
    let validator = Validator::new().current_value(written(text));
    let report = validator.validate_value(written(r#"{"title":"会员卡"}"#).read(&mut TextBuffer::new()));
    assert_eq!(report.issues()[0].params.get("functions"), None);
}

#[test]
fn wrappers_of_any_size_are_looked_into_no_further_than_people_build_them() {
    let wrapper = |text: &str| {
        let report = Validator::new().validate_json(text.as_bytes());
        assert_eq!(report.issues()[0].code, IssueCode::NoKnownField, "{text}");
        report.issues()[0].params.get("wrapper").map(|path| path.display(""))
    };
    let nested = |depth: usize| format!("{}{{\"title\":1}}{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    assert_eq!(wrapper(&nested(1)).as_deref(), Some("/a"));
    assert_eq!(wrapper(&nested(4)).as_deref(), Some("/a/a/a/a"));
    assert_eq!(wrapper(&nested(5)), None);
    let behind = |count: usize| format!("{{{}\"z\":{{\"title\":1}}}}", "\"b\":{},".repeat(count));
    assert_eq!(wrapper(&behind(900)).as_deref(), Some("/z"));
    assert_eq!(wrapper(&behind(1000)), None);
    // Lists are no wrappers: which of their items would be meant?
    assert_eq!(wrapper(r#"{"cards":[{"title":1}]}"#), None);
}

#[test]
fn unknown_keys_are_warned_about_refused_or_dropped() {
    let json = r#"{"remark":"x","title":"会员卡"}"#;
    let validate = |unknown_keys| {
        let report = Validator::new().unknown_keys(unknown_keys).validate_json(json.as_bytes());
        let codes: Vec<_> = report.issues().iter().map(|issue| (issue.code, issue.is_error())).collect();
        (report.body().map(str::to_owned), codes)
    };
    assert_eq!(
        validate(UnknownKeys::Warn),
        (Some(r#"{"title":"会员卡","remark":"x"}"#.into()), vec![(IssueCode::UnknownKey, false)])
    );
    assert_eq!(validate(UnknownKeys::default()), validate(UnknownKeys::Warn));
    assert_eq!(validate(UnknownKeys::Refuse), (None, vec![(IssueCode::UnknownKey, true)]));
    assert_eq!(
        validate(UnknownKeys::Drop),
        (Some(r#"{"title":"会员卡"}"#.into()), vec![(IssueCode::UnknownKeyDropped, false)])
    );
}

#[test]
fn values_of_the_host_below_dropped_keys_are_no_matter() {
    let value = written(r#"{"title":"会员卡","when":"\u0001Map","x":{"y":["\u0001bigint"]}}"#);
    let mut texts = TextBuffer::new();
    let report = Validator::new().unknown_keys(UnknownKeys::Drop).validate_value(value.read(&mut texts));
    assert_eq!(report.body(), Some(r#"{"title":"会员卡"}"#));
    let report = Validator::new().validate_value(value.read(&mut texts));
    let actual: Vec<_> = report.issues().iter().filter_map(|issue| issue.params.get("actual")).collect();
    assert_eq!(actual, [&Param::from("Map"), &Param::from("bigint")]);
}
