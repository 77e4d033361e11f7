//! Encodes JavaScript values like the binding, for tests in Rust.

use serde_json::Value;
use wechatpay_membercard::{Word, WrittenValue};

/// Encodes a value given as JSON text, in which a string starting with U+0001 is the kind of a value that JSON cannot
/// represent.
pub fn written(json: &str) -> WrittenValue {
    let mut written = WrittenValue::default();
    add(&serde_json::from_str(json).expect("it is JSON"), false, &mut written);
    written
}

fn add(value: &Value, is_keyed: bool, written: &mut WrittenValue) {
    let number: String;
    let (word, text) = match value {
        Value::Null => (Word::Null, ""),
        Value::Bool(false) => (Word::False, ""),
        Value::Bool(true) => (Word::True, ""),
        Value::Number(value) => {
            number = value.to_string();
            (Word::Number, number.as_str())
        }
        Value::String(text) => match text.strip_prefix('\u{1}') {
            Some(kind) => (Word::NonJson, kind),
            None => (Word::Text, text.as_str()),
        },
        Value::Array(_) => (Word::Array, ""),
        Value::Object(_) => (Word::Object, ""),
    };
    let length = add_text(text, written);
    written.words.push(if is_keyed { word.keyed(length) } else { word.unnamed(length) });
    match value {
        Value::Array(items) => items.iter().for_each(|item| add(item, false, written)),
        Value::Object(members) => {
            for (key, member) in members {
                let length = add_text(key, written);
                written.words.push(Word::Key.unnamed(length));
                add(member, true, written);
            }
        }
        _ => return,
    }
    written.words.push(Word::End.unnamed(0));
}

fn add_text(text: &str, written: &mut WrittenValue) -> u32 {
    written.units.extend(text.encode_utf16());
    text.encode_utf16().count() as u32
}
