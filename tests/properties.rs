//! Properties of arbitrary inputs.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use wechatpay_membercard::membercard_open::{CARD_UPDATE, CardUpdate};
use wechatpay_membercard::schema::{Action, Choice, Field, Format, Kind, Object};
use wechatpay_membercard::{IssueCode, Locale, Location, Report, UnknownKeys, Validator};

const NOW: i64 = 1_700_000_000_000;

fn validator() -> Validator {
    Validator::new().now(NOW)
}

/// Texts near the limits of checks.
fn texts() -> BoxedStrategy<String> {
    prop_oneof![
        "[a-z0-9 ]{0,12}",
        "[\\u{4e00}-\\u{4e20}☕é\\n\\t\\u{200b}\\u{3000}]{0,12}",
        "(https?|HTTPS|ftp)?:?/{0,3}[a-z.@:%#?\\\\]{0,20}(qpic.cn)?/?0?",
        "[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{1,4})?([Zz]|[+-][012][0-9]:[0-5]0)?",
        "wx[0-9a-g]{15,17}",
        any::<String>(),
    ]
    .boxed()
}

fn numbers() -> BoxedStrategy<Value> {
    prop_oneof![
        (-2_i64..20_000).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
    ]
    .boxed()
}

/// Any JSON value with limited nesting.
fn values() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        numbers(),
        texts().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((texts(), inner), 0..4).prop_map(|members| members.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
    .boxed()
}

/// Mostly valid values of that type.
fn fitting(kind: &'static Kind) -> BoxedStrategy<Value> {
    match kind {
        Kind::Text(row) => match row.format {
            Format::ImageUrl => Just("https://wxpaylogo.qpic.cn/wxpaylogo/x/0".into()).boxed(),
            Format::DateTime => "20[23][0-9]-0[1-9]-[12][0-9]T1[0-9]:[0-5]0:00(\\.[0-9]{1,3})?(Z|\\+08:00)"
                .prop_map(Value::from)
                .boxed(),
            Format::Appid => "wx[0-9a-g]{16}".prop_map(Value::from).boxed(),
            Format::WebUrl => "https?://[a-z]{1,8}(/[a-z会]{0,8})?".prop_map(Value::from).boxed(),
            _ => "[a-z0-9 \\u{4e00}-\\u{4e20}☕é\\n\\u{200b}]{0,5}".prop_map(Value::from).boxed(),
        },
        Kind::Integer(_) => prop_oneof![(0_i64..20_000).prop_map(Value::from), Just(json!(5.0))].boxed(),
        Kind::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        Kind::Choice(choices) => {
            any::<Index>().prop_map(|index| index.get::<Choice>(choices).value.into()).boxed()
        }
        Kind::Object(object) => objects(object).boxed(),
        Kind::List(list) => vec(fitting(list.item), 0..3).prop_map(Value::from).boxed(),
    }
}

/// A field, mostly with a valid value.
fn fields(field: &'static Field) -> BoxedStrategy<Option<(String, Value)>> {
    let value = prop_oneof![12 => fitting(&field.kind), 1 => Just(Value::Null)];
    let value = prop_oneof![30 => value, 1 => values()];
    prop::option::weighted(0.4, value.prop_map(|value| (field.name.to_owned(), value))).boxed()
}

/// An object with some of its fields, in any order.
fn objects(object: &'static Object) -> BoxedStrategy<Value> {
    // Fields of creations are unknown keys with any value, which the typed update cannot represent.
    let listed = object.fields.iter().filter(|field| field.mark(Action::Update).is_listed());
    let known: Vec<_> = listed.map(fields).collect();
    let unknown = prop::option::weighted(0.05, (texts(), values()));
    (known, unknown)
        .prop_map(|(known, unknown)| known.into_iter().flatten().chain(unknown).collect::<Vec<_>>())
        .prop_shuffle()
        .prop_map(|members| members.into_iter().collect::<Map<_, _>>().into())
        .boxed()
}

fn updates() -> BoxedStrategy<Value> {
    objects(&CARD_UPDATE)
}

/// A validator with a card.
fn knowing(state: &Value) -> Validator {
    validator().current_json(state.to_string())
}

/// Properties of every report.
fn check_report(report: &Report, input: &Value) -> Result<(), TestCaseError> {
    prop_assert_eq!(report.is_valid(), !report.issues().iter().any(|issue| issue.is_error()));
    prop_assert_eq!(report.is_valid(), report.value::<CardUpdate>().is_some());
    for issue in report.issues() {
        prop_assert!(!issue.message(Locale::Zh).is_empty() && !issue.message(Locale::En).is_empty());
        if issue.location != Location::Body {
            continue;
        }
        let pointer = issue.pointer();
        let around = pointer.rsplit_once('/').and_then(|(around, _)| input.pointer(around));
        prop_assert!(
            input.pointer(&pointer).is_some() || around.is_some_and(Value::is_object),
            "{pointer} leads nowhere"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_never_panic(bytes in vec(any::<u8>(), 0..256)) {
        let report = validator().validate_json(&bytes);
        prop_assert_eq!(report.is_valid(), report.body().is_some());
    }

    #[test]
    fn texts_like_json_never_panic(text in "[\\[\\]{}:,\"\\\\u0-9dDeE+\\-. \\ntrfalsn\\u{1}\\u{feff}]{0,64}") {
        validator().validate_json(text.as_bytes());
        validator().current_json(text).validate_json(b"{}");
    }

    #[test]
    fn damaged_updates_never_panic(update in updates(), at in any::<Index>(), byte in any::<u8>()) {
        let mut bytes = update.to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        validator().validate_json(&bytes);
        validator().validate_json(&bytes[..at]);
    }

    #[test]
    fn any_value_is_judged(value in values()) {
        check_report(&validator().validate_json(value.to_string().as_bytes()), &value)?;
    }

    #[test]
    fn any_update_is_judged_against_any_card(update in updates(), state in updates()) {
        check_report(&knowing(&state).validate_json(update.to_string().as_bytes()), &update)?;
    }

    #[test]
    fn the_body_is_valid_and_canonical(update in updates(), china_time in any::<bool>()) {
        let validator = validator().china_time(china_time);
        let report = validator.validate_json(update.to_string().as_bytes());
        if let Some(body) = report.body() {
            let again = validator.validate_json(body.as_bytes());
            prop_assert_eq!(again.body(), Some(body));
            let codes = |report: &Report| report.issues().iter().map(|issue| (issue.code, issue.pointer())).collect::<Vec<_>>();
            let before = codes(&report);
            prop_assert!(codes(&again).iter().all(|issue| before.contains(issue)), "{body}");
        }
    }

    #[test]
    fn without_its_unknown_keys_an_update_is_what_dropping_them_makes_of_it(update in updates()) {
        let validate = |unknown_keys, text: &str| validator().unknown_keys(unknown_keys).validate_json(text.as_bytes());
        let dropped = validate(UnknownKeys::Drop, &update.to_string());
        if let Some(body) = dropped.body() {
            let again = validate(UnknownKeys::Refuse, body);
            prop_assert_eq!(again.body(), Some(body));
        }
        // Dropping unknown keys hides no other issue, and refusing them never makes a payload valid.
        let warned = validate(UnknownKeys::Warn, &update.to_string());
        prop_assert!(!warned.is_valid() || dropped.is_valid());
        let refused = validate(UnknownKeys::Refuse, &update.to_string());
        let is_unknown = |report: &Report| report.issues().iter().any(|issue| issue.code == IssueCode::UnknownKey);
        prop_assert_eq!(refused.is_valid(), warned.is_valid() && !is_unknown(&warned));
    }

    #[test]
    fn a_wrapped_update_is_an_error_that_finds_it(update in updates(), key in "[a-z]{1,8}") {
        let known = update.as_object().is_some_and(|members| {
            members.iter().any(|(key, value)| CARD_UPDATE.find(key).is_some() && !value.is_null())
        });
        prop_assume!(known && CARD_UPDATE.find(&key).is_none());
        let report = validator().validate_json(json!({ key: update }).to_string().as_bytes());
        prop_assert_eq!(report.issues()[0].code, IssueCode::NoKnownField);
        prop_assert!(!report.is_valid());
    }

    #[test]
    fn what_a_state_does_not_hold_makes_no_error(update in updates(), state in updates(), kept in any::<u32>()) {
        let whole = state.as_object().cloned().unwrap_or_default();
        let is_kept = |index: usize| kept & 1 << (index % 32) != 0;
        let part: Map<String, Value> = whole.into_iter().enumerate().filter(|(index, _)| is_kept(*index)).map(|(_, member)| member).collect();
        let errors = |state: &Value| {
            let report = knowing(state).validate_json(update.to_string().as_bytes());
            report.issues().iter().filter(|issue| issue.is_error() && issue.location == Location::Body).count()
        };
        prop_assert!(errors(&part.into()) <= errors(&state));
    }

    #[test]
    fn the_typed_update_is_the_body(update in updates()) {
        let report = validator().validate_json(update.to_string().as_bytes());
        if let Some(value) = report.value::<CardUpdate>() {
            let typed = validator().validate(&value);
            prop_assert!(typed.is_valid());
            prop_assert_eq!(typed.value(), Some(value));
        }
    }

    #[test]
    fn spelling_does_not_change_the_verdict(update in updates()) {
        let compact = validator().validate_json(update.to_string().as_bytes());
        let pretty = serde_json::to_string_pretty(&update).unwrap_or_default();
        prop_assert_eq!(validator().validate_json(pretty.as_bytes()), compact);
    }
}
