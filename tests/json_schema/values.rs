//! Every field with every kind of value, mostly invalid ones.

use serde_json::{Value, json};
use wechatpay_membercard::membercard_open::CARD_UPDATE;
use wechatpay_membercard::schema::{Kind, Object};
use wechatpay_membercard::{JsonSchemaOptions, JsonSchemaTarget, UnknownKeys};

use crate::comparison::Comparison;

/// Values that are invalid everywhere, or valid in few places.
fn values() -> Vec<Value> {
    let mut values: Vec<Value> = [5, 6, 8, 9, 10, 11, 32, 33, 128, 129, 500, 501]
        .into_iter()
        .flat_map(|length| [json!("a".repeat(length)), json!("会".repeat(length))])
        .collect();
    for choice in ["SYSTEM_ALLOCATE", "QRCODE", "PERMANENT", "TEXT", "USER_FORM_FLAG_SEX", "qrcode"] {
        values.extend([json!(choice), json!([choice]), json!([choice, choice])]);
    }
    values.extend([
        json!(null),
        json!(true),
        json!(false),
        json!(""),
        json!(" "),
        json!("☕"),
        json!("😀"),
        json!("a\nb"),
        json!(0),
        json!(-0.0),
        json!(-1),
        json!(1),
        json!(5.0),
        json!(1.5),
        json!(1e15),
        json!(1e16),
        json!(1e300),
        json!(9_007_199_254_740_991_i64),
        json!(9_007_199_254_740_992_i64),
        json!(1_u64 << 63),
        json!(i64::MIN),
        json!("https://xxx.com"),
        json!("https://wxpaylogo.qpic.cn/a/0"),
        json!("2030-05-20T13:29:35Z"),
        json!([]),
        json!([null]),
        json!([1]),
        json!([""]),
        json!(["a", "a"]),
        json!([[]]),
        json!([{}]),
        json!({}),
        json!({ "type": null }),
        json!({ "__proto__": null }),
        json!({ "a": { "__proto__": 1 } }),
        json!({ "😀": 1 }),
        json!({ "a": ["😀"] }),
        json!([{ "type": "TEXT", "name": 1 }]),
        json!([{ "__proto__": {} }]),
        json!([{ "type": "RADIO", "name": "a", "values": [] }]),
        json!({ "a": [null, { "b": null }] }),
    ]);
    values
}

/// Pointers to all fields, with the first item of lists.
fn places(object: &'static Object, around: &str, places: &mut Vec<String>) {
    for field in object.fields {
        let place = format!("{around}/{}", field.name);
        let mut kind = &field.kind;
        let mut inside = place.clone();
        while let Kind::List(list) = kind {
            kind = list.item;
            inside += "/0";
        }
        if let Kind::Object(object) = kind {
            self::places(object, &inside, places);
        }
        if inside != place {
            places.push(inside);
        }
        places.push(place);
    }
}

/// The update with a value at a pointer.
fn update(place: &str, value: Value) -> Value {
    place.rsplit('/').filter(|key| !key.is_empty()).fold(value, |inner, key| match key {
        "0" => json!([inner]),
        key => json!({ key: inner }),
    })
}

#[test]
fn both_agree_on_every_value_in_every_field() {
    let mut all =
        vec![String::new(), "/unlisted".into(), "/unlisted/0".into(), "/date_information/unlisted".into()];
    places(&CARD_UPDATE, "", &mut all);
    assert!(all.len() > 40, "{all:?}");
    for (target, unknown_keys) in [
        (JsonSchemaTarget::Draft202012, UnknownKeys::Warn),
        (JsonSchemaTarget::Draft202012, UnknownKeys::Refuse),
        (JsonSchemaTarget::Draft202012, UnknownKeys::Drop),
        (JsonSchemaTarget::Draft07, UnknownKeys::Warn),
    ] {
        let unknown_keys = Some(unknown_keys);
        let comparison = Comparison::new(&JsonSchemaOptions { target, unknown_keys, ..Default::default() });
        for place in &all {
            for value in values() {
                let value = update(place, value);
                for value in [json!({ "code_type": "QRCODE", "unlisted": &value }), value] {
                    let complaint = comparison.complaint(&value);
                    assert!(comparison.agree(&value), "{target:?} {unknown_keys:?} {complaint:?} {value}");
                }
            }
        }
    }
}

#[test]
fn both_agree_on_what_fields_ask_of_each_other() {
    let comparison = Comparison::new(&JsonSchemaOptions::default());
    let texts = [json!(null), json!(""), json!("wx"), json!("pages/index"), json!(false)];
    for first in &texts {
        for second in &texts {
            let balance =
                json!({ "balance_information": { "balance_appid": first, "balance_path": second } });
            assert!(comparison.agree(&balance), "{:?}", comparison.complaint(&balance));
            for shown in [json!(true), json!(false), json!(null), json!("true")] {
                let levels = json!({ "need_display_level": shown, "init_level": second });
                assert!(comparison.agree(&levels), "{:?}", comparison.complaint(&levels));
            }
        }
    }
    assert!(!comparison.fits(&json!({ "need_display_level": true, "init_level": "" })));
    assert!(
        !comparison.fits(&json!({ "balance_information": { "balance_appid": "wx", "balance_path": "" } }))
    );
}
