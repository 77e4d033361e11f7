//! The view of a document that rules use.

use super::field_path::FieldPath;
use crate::json::{Document, ParsedInteger, Value, parse_integer};
use crate::schema::{Kind, Path};

/// A document, as rules see it. Values of the wrong type count as absent, since they are reported already.
#[derive(Clone, Copy)]
pub struct View<'d>(pub(crate) &'d Document<'d>);

impl<'d> View<'d> {
    pub(crate) fn value(self, field: &FieldPath) -> Option<&'d Value<'d>> {
        field.find(self.0).map(|at| &self.0.nodes()[at].value)
    }

    /// Whether it has no members, apart from `null`s.
    pub fn is_empty(self) -> bool {
        self.0.members(0).all(|member| self.0.nodes()[member].value.is_null())
    }

    /// Whether it has any listed field.
    pub fn has_any_field(self) -> bool {
        let mut members = self.0.members(0);
        members.any(|member| !self.0.nodes()[member].value.is_null() && !self.0.is_unlisted(member))
    }

    /// Whether the field is present, with any type. `null` counts as absent.
    pub fn has(self, field: &FieldPath) -> bool {
        field.find(self.0).is_some()
    }

    /// Whether the object that contains the field is present.
    pub(crate) fn has_around(self, field: &FieldPath) -> bool {
        match field.keys().split_last() {
            Some((_, around)) => self.0.find(around).is_some(),
            None => true,
        }
    }

    /// Whether the field is absent or empty: an empty list, or an empty text that its row does not refuse. A value of
    /// the wrong type counts as present.
    pub fn lacks(self, field: &FieldPath) -> bool {
        field.find(self.0).is_none_or(|at| self.is_empty_at(at))
    }

    /// Whether a value is an empty list, or an empty text that its row does not refuse.
    pub(crate) fn is_empty_at(self, at: usize) -> bool {
        let node = &self.0.nodes()[at];
        match (&node.value, node.kind) {
            (Value::Text(text), Some(Kind::Text(row))) => text.is_empty() && !row.refuses_empty(),
            (Value::Array, Some(Kind::List(_))) => self.0.members(at).next().is_none(),
            _ => false,
        }
    }

    /// Whether there is no other member than this key. `null`s count as absent.
    pub fn has_only(self, key: &str) -> bool {
        let mut members = self.0.members(0).map(|member| &self.0.nodes()[member]);
        members.all(|member| member.value.is_null() || member.name.key() == Some(key))
    }

    /// Whether the field is an object without members, apart from `null`s.
    pub fn is_empty_object(self, field: &FieldPath) -> bool {
        let is_null = |member: usize| self.0.nodes()[member].value.is_null();
        let is_empty = |at: usize| self.0.table(at).is_some() && self.0.members(at).all(is_null);
        field.find(self.0).is_some_and(is_empty)
    }

    /// The values of a field in the items of a list: the index of each item, and of the field's value in it.
    pub fn in_items(self, field: &FieldPath) -> impl Iterator<Item = (usize, usize)> {
        let items = field.list_in(self.0).into_iter().flat_map(move |list| self.0.members(list));
        items.filter_map(move |item| Some((item, field.find_in(self.0, item)?)))
    }

    /// Whether a value is an empty list.
    pub fn is_empty_list(self, at: usize) -> bool {
        matches!(self.0.nodes()[at].value, Value::Array) && self.0.members(at).next().is_none()
    }

    /// The path of a value.
    pub fn path(self, at: usize) -> Path {
        self.0.path(at)
    }

    /// The field's text.
    pub fn text(self, field: &FieldPath) -> Option<&'d str> {
        match self.value(field) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The field's text, unless it is empty.
    pub fn filled(self, field: &FieldPath) -> Option<&'d str> {
        self.text(field).filter(|text| !text.is_empty())
    }

    /// The field's text, if it is one of the listed values.
    pub fn choice(self, field: &FieldPath) -> Option<&'d str> {
        field.find(self.0).and_then(|at| self.0.nodes()[at].choice())
    }

    /// The field's boolean.
    pub fn boolean(self, field: &FieldPath) -> Option<bool> {
        match self.value(field) {
            Some(Value::Boolean(value)) => Some(*value),
            _ => None,
        }
    }

    /// The field's integer.
    pub fn integer(self, field: &FieldPath) -> Option<i64> {
        match self.value(field) {
            Some(Value::Number(number)) => match parse_integer(number) {
                ParsedInteger::Integer(value) => Some(value),
                ParsedInteger::Unsafe | ParsedInteger::Fraction => None,
            },
            _ => None,
        }
    }

    /// The value at an index, if it is a boolean or a choice. On the card, choices need not be listed: they come from
    /// WeChat Pay.
    pub(crate) fn known_at(self, at: usize) -> Option<&'d str> {
        let node = &self.0.nodes()[at];
        match &node.value {
            Value::Boolean(true) => Some("true"),
            Value::Boolean(false) => Some("false"),
            Value::Text(text) if node.kind.is_none() => Some(text),
            _ => node.choice(),
        }
    }
}
