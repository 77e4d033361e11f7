//! The length of a document as JSON text: every kind of input has the same limit.

use super::document::{Document, Name, Value};
use super::writer::{quoted, quoted_units};

/// The length in bytes of the value at `at` as JSON text, including its name.
pub(crate) fn length(document: &Document<'_>, at: usize, name: &Name<'_>) -> usize {
    let nodes = document.nodes();
    let inside = at + 1..nodes[at].end;
    let names: usize = inside.clone().map(|member| length_of_name(&nodes[member].name)).sum();
    // A comma follows each member but the last.
    let commas = inside.filter(|member| nodes[*member].parent + 1 != *member).count();
    let values: usize = nodes[at..nodes[at].end].iter().map(|node| length_of_value(&node.value)).sum();
    length_of_name(name) + names + commas + values
}

fn length_of_name(name: &Name<'_>) -> usize {
    const COLON: usize = 1;
    match name {
        Name::Root | Name::Index(_) => 0,
        Name::Key(key) => quoted(key).len() + COLON,
        Name::IllFormedKey(string) => quoted_units(&string.units).len() + COLON,
    }
}

fn length_of_value(value: &Value<'_>) -> usize {
    match value {
        Value::Null | Value::NonJson(_) => "null".len(),
        Value::Boolean(false) => "false".len(),
        Value::Boolean(true) => "true".len(),
        Value::Number(number) => number.len(),
        Value::Text(text) => quoted(text).len(),
        Value::IllFormedText(string) => quoted_units(&string.units).len(),
        Value::Array | Value::Object => "[]".len(),
    }
}
