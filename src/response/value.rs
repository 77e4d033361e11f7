//! Values in a response's body: JSON without a table.

use crate::json::as_is::as_is;
use crate::json::{self, Document, ParsedInteger, parse_any, parse_integer};

/// A value in a body.
#[derive(Clone, Copy)]
pub(super) struct Value<'d> {
    document: &'d Document<'d>,
    at: usize,
}

/// The longest body that is parsed, in bytes: a thousand times as long as WeChat Pay's known responses.
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// Parses a body, unless it is too long or not JSON.
pub(super) fn read(body: &str) -> Option<Document<'_>> {
    parse_any(body, MAX_BODY_BYTES).ok()
}

impl<'d> Value<'d> {
    /// The whole body.
    pub(super) fn whole(document: &'d Document<'d>) -> Value<'d> {
        Value { document, at: 0 }
    }

    fn value(self) -> &'d json::Value<'d> {
        &self.document.nodes()[self.at].value
    }

    /// The member of an object. The last one if repeated, as most readers do.
    pub(super) fn get(self, name: &str) -> Option<Value<'d>> {
        let document = self.document;
        let is_named = |at: &usize| document.nodes()[*at].name.key() == Some(name);
        document.members(self.at).filter(is_named).last().map(|at| Value { document, at })
    }

    /// The items of an array.
    pub(super) fn items(self) -> impl Iterator<Item = Value<'d>> {
        let document = self.document;
        let items = matches!(self.value(), json::Value::Array).then(|| document.members(self.at));
        items.into_iter().flatten().map(move |at| Value { document, at })
    }

    pub(super) fn is_null(self) -> bool {
        self.value().is_null()
    }

    /// The text, if it is a string, with U+FFFD for unpaired surrogates.
    pub(super) fn as_text(self) -> Option<&'d str> {
        match self.value() {
            json::Value::Text(text) => Some(text),
            json::Value::IllFormedText(string) => Some(&string.text),
            _ => None,
        }
    }

    /// The integer, if it is one.
    pub(super) fn as_integer(self) -> Option<i64> {
        match self.value() {
            json::Value::Number(number) => match parse_integer(number) {
                ParsedInteger::Integer(integer) => Some(integer),
                ParsedInteger::Unsafe | ParsedInteger::Fraction => None,
            },
            _ => None,
        }
    }

    /// The value as JSON, with its original spelling except for blanks and escapes.
    pub(super) fn to_json(self) -> String {
        as_is(self.document, self.at)
    }

    /// A text itself, any other value as JSON; `None` for `null`.
    pub(super) fn to_text(self) -> Option<String> {
        match self.as_text() {
            Some(text) => Some(text.to_owned()),
            None => (!self.is_null()).then(|| self.to_json()),
        }
    }
}
