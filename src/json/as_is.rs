//! A document as it stands: every value in its place and as it was spelled, in host notation, so that reading the text
//! again gives the same document.

use super::document::{Document, Value};
use super::writer::{write_leaf, write_name};

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
