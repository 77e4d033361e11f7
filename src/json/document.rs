//! A payload in memory: its values in the order they were written, each bound to its row of the table.
//!
//! The values lie in one flat list, every object and array before its members, so that reading them in order is a
//! loop and skipping one is an addition.

use std::borrow::Cow;

use super::index::FieldIndex;
use super::text::Text;
use crate::schema::{
    Action, Body, Field, FieldId, Kind, Mark, NumberedField, Object, Path, Segment, at_row, at_rows,
    is_listed,
};

/// What a value is called by the object or array around it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Name<'a> {
    /// It is the payload itself.
    Root,
    /// The key of an object's member.
    Key(Cow<'a, str>),
    /// A key with unpaired surrogates.
    IllFormedKey(Box<IllFormed>),
    /// The index of an array's item.
    Index(usize),
}

impl Name<'_> {
    /// The key, with U+FFFD in the place of unpaired surrogates.
    pub(crate) fn key(&self) -> Option<&str> {
        match self {
            Name::Key(key) => Some(key),
            Name::IllFormedKey(string) => Some(&string.text),
            Name::Root | Name::Index(_) => None,
        }
    }
}

/// A string with unpaired surrogates, which UTF-8 cannot hold.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct IllFormed {
    /// The string with U+FFFD in their place.
    pub(crate) text: String,
    /// The string as it is, in UTF-16.
    pub(crate) units: Vec<u16>,
}

/// One value. The members of an object or array are nodes of their own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Boolean(bool),
    /// A number, as it was written.
    Number(Cow<'a, str>),
    Text(Text<'a>),
    /// A text with unpaired surrogates.
    IllFormedText(Box<IllFormed>),
    Array,
    Object,
    /// A value of the host language that JSON has no word for: its kind, see [`Word::NonJson`](super::Word::NonJson).
    NonJson(Cow<'a, str>),
}

impl Value<'_> {
    /// The JSON type: `null`, `boolean`, `number`, `string`, `array` or `object`.
    pub(crate) fn json_type(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Boolean(_) => "boolean",
            Value::Number(_) => "number",
            Value::Text(_) | Value::IllFormedText(_) => "string",
            Value::Array => "array",
            Value::Object | Value::NonJson(_) => "object",
        }
    }

    /// Whether it is `null`; many ask.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }
}

/// A value in its place.
#[derive(Clone, Debug)]
pub(crate) struct Node<'a> {
    pub(crate) name: Name<'a>,
    pub(crate) value: Value<'a>,
    /// The object or array around it; its own index for the root.
    pub(crate) parent: usize,
    /// One past its last member, at any depth.
    pub(crate) end: usize,
    /// The type that the table gives it, if the table knows it and lists it for what is done.
    pub(crate) kind: Option<&'static Kind>,
    /// Its position in the table of the object around it.
    pub(crate) row: Option<usize>,
}

impl Node<'_> {
    /// Its place among the members of its object: in the order of the table, those that the table does not list last.
    pub(crate) fn rank(&self) -> usize {
        self.kind.and(self.row).unwrap_or(usize::MAX)
    }

    /// The text, if it is one of the values that the table lists for it.
    pub(crate) fn choice(&self) -> Option<&str> {
        match (&self.value, self.kind) {
            (Value::Text(text), Some(Kind::Choice(choices))) if is_listed(choices, text) => Some(text),
            _ => None,
        }
    }
}

/// A payload. Node 0 is the payload itself.
#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    pub(super) root: Option<&'static Kind>,
    pub(super) nodes: Vec<Node<'a>>,
    /// The text that it was read from, if that is written as `JSON.stringify` writes.
    pub(super) compact: Option<&'a str>,
    /// The fields that have an id, if it is a body.
    pub(super) numbered: &'static [NumberedField],
    /// What is done with it.
    pub(super) action: Action,
    pub(super) index: FieldIndex,
}

/// What a text is read as.
#[derive(Clone, Copy)]
pub(crate) struct RootType {
    kind: Option<&'static Kind>,
    numbered: &'static [NumberedField],
    action: Action,
}

impl RootType {
    /// Whether it is an object of the table.
    #[cfg(feature = "json")]
    pub(super) fn is_object(self) -> bool {
        matches!(self.kind, Some(Kind::Object(_)))
    }
}

impl From<&'static Body> for RootType {
    fn from(body: &'static Body) -> RootType {
        RootType { kind: Some(&body.kind), numbered: body.numbered, action: body.action }
    }
}

/// A part of a body, or all of it, for an action.
#[cfg(feature = "form")]
impl From<(Option<&'static Kind>, Action)> for RootType {
    fn from((kind, action): (Option<&'static Kind>, Action)) -> RootType {
        RootType { action, ..kind.into() }
    }
}

/// A part of a body, if the table knows its type.
impl From<Option<&'static Kind>> for RootType {
    fn from(kind: Option<&'static Kind>) -> RootType {
        RootType { kind, numbered: &[], action: Action::Update }
    }
}

impl<'a> Document<'a> {
    /// An empty document.
    pub(crate) fn new(root: impl Into<RootType>) -> Document<'a> {
        let RootType { kind, numbered, action } = root.into();
        Document {
            root: kind,
            nodes: Vec::new(),
            compact: None,
            numbered,
            action,
            index: FieldIndex::default(),
        }
    }

    /// An empty document with room for the values of a text of that many bytes.
    #[cfg(feature = "json")]
    pub(crate) fn with_room(root: RootType, bytes: usize) -> Document<'a> {
        const BYTES_PER_VALUE: usize = 24;
        Document { nodes: Vec::with_capacity(bytes / BYTES_PER_VALUE + 1), ..Document::new(root) }
    }

    /// An empty document with room for so many values.
    pub(super) fn with_values(root: RootType, values: usize) -> Document<'a> {
        Document { nodes: Vec::with_capacity(values), ..Document::new(root) }
    }

    /// Whether there is no room for more values.
    #[cfg(feature = "json")]
    pub(super) fn is_full(&self) -> bool {
        self.nodes.len() == self.nodes.capacity()
    }

    /// Makes room for so many values more.
    #[cfg(feature = "json")]
    pub(super) fn reserve(&mut self, more: usize) {
        self.nodes.reserve_exact(more);
    }

    /// Finds the fields that have an id, once the document is whole and after each change.
    pub(super) fn find_fields(&mut self) {
        let mut index = std::mem::take(&mut self.index).cleared(self.numbered.len());
        if !self.numbered.is_empty() {
            self.fill(&mut index);
        }
        self.index = index;
    }

    fn fill(&self, index: &mut FieldIndex) {
        for at in self.members(0) {
            let node = &self.nodes[at];
            let Some(row) = node.row.filter(|row| index.take(at_row(self.numbered, *row), at)) else {
                continue;
            };
            if let (Value::Object, Some(Kind::Object(_))) = (&node.value, node.kind) {
                for member in self.members(at) {
                    if let Some(inner) = self.nodes[member].row {
                        index.take(at_rows(self.numbered, row, inner), member);
                    }
                }
            }
        }
    }

    /// The field that the value at `at` is of, if it has an id.
    fn field_of(&self, at: usize) -> Option<&'static NumberedField> {
        if self.numbered.is_empty() {
            return None;
        }
        let node = &self.nodes[at];
        let around = &self.nodes[node.parent];
        match node.parent {
            _ if around.parent != 0 => None,
            0 => at_row(self.numbered, node.row?),
            _ => at_rows(self.numbered, around.row?, node.row?),
        }
    }

    /// Appends a value and binds it to its row. Its members follow until `close`.
    pub(crate) fn open(&mut self, parent: usize, name: Name<'a>, value: Value<'a>) -> usize {
        self.open_row(parent, name, None, value)
    }

    /// The same. The row need not be searched for if it is known.
    pub(super) fn open_row(
        &mut self,
        parent: usize,
        name: Name<'a>,
        row: Option<usize>,
        value: Value<'a>,
    ) -> usize {
        let around = self.nodes.get(parent).and_then(|node| node.kind);
        let (row, kind) = match (&name, around) {
            (Name::Root, _) => (None, self.root),
            (Name::Key(key), Some(Kind::Object(object))) => {
                let row = row.or_else(|| object.find(key).map(|(row, _)| row));
                let field = row.and_then(|row| object.fields.get(row));
                // What only other actions list is a key like any other: nothing is asked of its value.
                let listed = field.filter(|field| field.mark(self.action) != Mark::Unlisted);
                (row, listed.map(|field| &field.kind))
            }
            (Name::Index(_), Some(Kind::List(list))) => (None, Some(list.item)),
            _ => (None, None),
        };
        let at = self.nodes.len();
        self.nodes.push(Node { name, value, parent, end: at + 1, kind, row });
        at
    }

    /// Ends the object or array at `at`.
    pub(crate) fn close(&mut self, at: usize) {
        self.nodes[at].end = self.nodes.len();
    }

    /// What is done with it.
    pub(crate) fn action(&self) -> Action {
        self.action
    }

    pub(crate) fn nodes(&self) -> &[Node<'a>] {
        &self.nodes
    }

    /// The indices of the members of an object or array.
    pub(crate) fn members(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.nodes[at].end;
        let mut next = at + 1;
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let member = next;
                next = self.nodes[member].end;
                member
            })
        })
    }

    /// The member of an object with that key.
    pub(crate) fn member(&self, at: usize, key: &str) -> Option<usize> {
        self.members(at).find(|member| matches!(&self.nodes[*member].name, Name::Key(name) if name == key))
    }

    /// The value of a field; `null` counts as absent.
    pub(crate) fn value_of(&self, field: FieldId) -> Option<usize> {
        self.index.get(field).filter(|at| !self.nodes[*at].value.is_null())
    }

    /// The value that keys lead to; `null` counts as absent.
    pub(crate) fn find(&self, keys: &[&str]) -> Option<usize> {
        let found = keys.iter().try_fold(0, |at, key| self.member(at, key))?;
        self.nodes.get(found).filter(|node| !node.value.is_null()).map(|_| found)
    }

    /// The rows of the object at `at`, if the table knows it.
    pub(crate) fn table(&self, at: usize) -> Option<&'static Object> {
        match (&self.nodes[at].value, self.nodes[at].kind) {
            (Value::Object, Some(Kind::Object(object))) => Some(object),
            _ => None,
        }
    }

    /// A row of the table of the object at `at`, also below a field that is not listed for what is done.
    pub(super) fn row(&self, at: usize, row: usize) -> Option<&'static Field> {
        match self.nodes[at].kind.or_else(|| self.unlisted_kind(at))? {
            Kind::Object(object) => object.fields.get(row),
            _ => None,
        }
    }

    /// The type that the table gives a value which is not listed for what is done.
    fn unlisted_kind(&self, at: usize) -> Option<&'static Kind> {
        let node = self.nodes.get(at).filter(|_| at > 0)?;
        let around = self.nodes[node.parent].kind.or_else(|| self.unlisted_kind(node.parent))?;
        match (&node.name, around) {
            (Name::Key(key), kind) => kind.field(key).map(|field| &field.kind),
            (Name::Index(_), Kind::List(list)) => Some(list.item),
            _ => None,
        }
    }

    /// The row of the member at `at`, if the table knows it.
    pub(crate) fn field(&self, at: usize) -> Option<&'static Field> {
        let node = &self.nodes[at];
        match (node.row, self.nodes[node.parent].kind) {
            (Some(row), Some(Kind::Object(object))) => object.fields.get(row),
            _ => None,
        }
    }

    /// Whether the value at `at` is a member that the object around it does not take, for what is done with it: the table
    /// does not list it, or it cannot be changed.
    pub(crate) fn is_unlisted(&self, at: usize) -> bool {
        match self.field(at) {
            Some(field) => !field.mark(self.action).is_taken(),
            None => at > 0 && self.table(self.nodes[at].parent).is_some(),
        }
    }

    /// The path of a field of the object at `at`, which it may be without.
    pub(crate) fn field_path(&self, at: usize, name: &'static str) -> Path {
        let row = self.table(at).and_then(|table| table.row(name));
        let field = match (row, self.nodes[at].parent, self.nodes[at].row) {
            (Some(row), _, _) if at == 0 => at_row(self.numbered, row),
            (Some(inner), 0, Some(row)) => at_rows(self.numbered, row, inner),
            _ => None,
        };
        field.map_or_else(|| self.path(at).key(name), Path::of)
    }

    /// The path of a value.
    pub(crate) fn path(&self, at: usize) -> Path {
        if let Some(field) = self.field_of(at) {
            return Path::of(field);
        }
        let node = &self.nodes[at];
        let step = match (&node.name, self.field(at)) {
            (Name::Root, _) => return Path::root(),
            (Name::Index(index), _) => Segment::Index(*index),
            (_, Some(field)) => Segment::Key(field.name.into()),
            (name, None) => Segment::Key(name.key().unwrap_or_default().to_owned().into()),
        };
        self.path(node.parent).step(step)
    }
}
