//! Writes a document unchanged: members in their order, values as they were spelled, `null` for values that JSON cannot
//! represent.

use super::document::{Document, Value};
use super::writer::{write_leaf, write_name};

/// The text of the value at `at`.
pub(crate) fn as_is(document: &Document<'_>, at: usize) -> String {
    let mut text = String::new();
    write_as_is(document, at, &mut text);
    text
}

/// Writes the value at `at`.
pub(crate) fn write_as_is(document: &Document<'_>, at: usize, out: &mut String) {
    let node = &document.nodes()[at];
    let (open, close) = match &node.value {
        Value::Object => ('{', '}'),
        Value::Array => ('[', ']'),
        leaf => return write_leaf(leaf, out),
    };
    out.push(open);
    for member in document.members(at) {
        if member > at + 1 {
            out.push(',');
        }
        write_name(&document.nodes()[member].name, out);
        write_as_is(document, member, out);
    }
    out.push(close);
}

/// Whether two values would be written identically.
#[cfg(feature = "form")]
pub(crate) fn is_alike(one: &Document<'_>, at: usize, other: &Document<'_>, there: usize) -> bool {
    let values = &one.nodes()[at..one.nodes()[at].end];
    let others = &other.nodes()[there..other.nodes()[there].end];
    let is_same = |number: usize| {
        let (value, other) = (&values[number], &others[number]);
        value.value == other.value
            && value.end - at == other.end - there
            && (number == 0 || value.name == other.name)
    };
    values.len() == others.len() && (0..values.len()).all(is_same)
}
