//! Expands compact notations of long values: `{"$repeat": [what, times]}` and `{"$join": [text, text, …]}`.

use serde_json::{Map, Value};

/// Expands all compact notations in a value.
pub fn expand(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(expand).collect(),
        Value::Object(members) => match compact(members) {
            Some(("$repeat", items)) => repeat(items),
            Some(("$join", items)) => items.iter().map(text).collect::<String>().into(),
            _ => {
                members.iter().map(|(key, value)| (key.clone(), expand(value))).collect::<Map<_, _>>().into()
            }
        },
        value => value.clone(),
    }
}

/// The text of a compact notation.
pub fn text(value: &Value) -> String {
    match expand(value) {
        Value::String(text) => text,
        value => panic!("a text, not {value}"),
    }
}

fn compact(members: &Map<String, Value>) -> Option<(&str, &[Value])> {
    let (key, value) = members.iter().next().filter(|_| members.len() == 1)?;
    Some((key, value.as_array()?))
}

/// Repeats a text, or an item of a list.
fn repeat(items: &[Value]) -> Value {
    let [what, times] = items else { panic!("$repeat takes two items") };
    let times = times.as_u64().and_then(|times| usize::try_from(times).ok()).expect("a number of times");
    match expand(what) {
        Value::String(text) => text.repeat(times).into(),
        what => vec![what; times].into(),
    }
}
