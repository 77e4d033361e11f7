//! A payload in memory: its values in the order they were written, each bound to its table row.
//!
//! The values form one flat list, each object and array followed by its members. Visiting all values is a loop,
//! skipping one an addition.

use std::borrow::Cow;

use super::index::FieldIndex;
use super::text::Text;
use crate::schema::{
    Action, Body, Field, FieldId, Kind, Mark, NumberedField, Object, Path, Segment, at_row, at_rows,
    is_listed,
};

/// The name of a value in its object or array.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Name<'a> {
    /// The payload itself.
    Root,
    /// The key of an object's member.
    Key(Cow<'a, str>),
    /// A key with unpaired surrogates.
    IllFormedKey(Box<IllFormed>),
    /// The index of an array's item.
    Index(usize),
}

impl Name<'_> {
    /// The key, with U+FFFD for unpaired surrogates.
    pub(crate) fn key(&self) -> Option<&str> {
        match self {
            Name::Key(key) => Some(key),
            Name::IllFormedKey(string) => Some(&string.text),
            Name::Root | Name::Index(_) => None,
        }
    }
}

/// A string with unpaired surrogates, which UTF-8 cannot represent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct IllFormed {
    /// The string with U+FFFD for unpaired surrogates.
    pub(crate) text: String,
    /// The original string, in UTF-16.
    pub(crate) units: Vec<u16>,
}

/// A value. Members of objects and arrays are separate nodes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Boolean(bool),
    /// A number, as it was spelled.
    Number(Cow<'a, str>),
    Text(Text<'a>),
    /// A text with unpaired surrogates.
    IllFormedText(Box<IllFormed>),
    Array,
    Object,
    /// A value of the host that JSON cannot represent; the text is its kind, see
    /// [`Word::NonJson`](super::Word::NonJson).
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

    /// Whether it is `null`.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }
}

/// A value with its position.
#[derive(Clone, Debug)]
pub(crate) struct Node<'a> {
    pub(crate) name: Name<'a>,
    pub(crate) value: Value<'a>,
    /// The enclosing object or array; for the root, its own index.
    pub(crate) parent: usize,
    /// One past its last descendant.
    pub(crate) end: usize,
    /// Its type, if the table lists it for the action.
    pub(crate) kind: Option<&'static Kind>,
    /// Its row in the table of the enclosing object.
    pub(crate) row: Option<usize>,
}

impl Node<'_> {
    /// Its position among its siblings in canonical order: the order of the table, then unlisted members.
    pub(crate) fn rank(&self) -> usize {
        self.kind.and(self.row).unwrap_or(usize::MAX)
    }

    /// The text, if it is one of the listed values of an enumeration.
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
    /// The source text, if it is formatted as `JSON.stringify` would.
    pub(super) compact: Option<&'a str>,
    /// The numbered fields, if the document is a body.
    pub(super) numbered: &'static [NumberedField],
    /// The action on the body.
    pub(super) action: Action,
    pub(super) index: FieldIndex,
}

/// The type of a document's root.
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

/// A part of a body, or all of it, with an action.
#[cfg(feature = "form")]
impl From<(Option<&'static Kind>, Action)> for RootType {
    fn from((kind, action): (Option<&'static Kind>, Action)) -> RootType {
        RootType { action, ..kind.into() }
    }
}

/// A part of a body, if its type is known.
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

    /// An empty document with capacity for the values of a text of that many bytes.
    #[cfg(feature = "json")]
    pub(crate) fn with_room(root: RootType, bytes: usize) -> Document<'a> {
        const BYTES_PER_VALUE: usize = 24;
        Document { nodes: Vec::with_capacity(bytes / BYTES_PER_VALUE + 1), ..Document::new(root) }
    }

    /// An empty document with capacity for that many values.
    pub(super) fn with_values(root: RootType, values: usize) -> Document<'a> {
        Document { nodes: Vec::with_capacity(values), ..Document::new(root) }
    }

    /// Whether the capacity is used up.
    #[cfg(feature = "json")]
    pub(super) fn is_full(&self) -> bool {
        self.nodes.len() == self.nodes.capacity()
    }

    /// Reserves capacity for that many more values.
    #[cfg(feature = "json")]
    pub(super) fn reserve(&mut self, more: usize) {
        self.nodes.reserve_exact(more);
    }

    /// Indexes the numbered fields: once the document is complete, and after each change.
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

    /// The numbered field of the value at `at`.
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

    /// The same, with the row if it is known already.
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
                // Fields that only other actions list are treated like unknown keys: their values are not checked.
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

    /// The action on the body.
    pub(crate) fn action(&self) -> Action {
        self.action
    }

    pub(crate) fn nodes(&self) -> &[Node<'a>] {
        &self.nodes
    }

    /// The indices of the direct members or items.
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

    /// The member with that key.
    pub(crate) fn member(&self, at: usize, key: &str) -> Option<usize> {
        self.members(at).find(|member| matches!(&self.nodes[*member].name, Name::Key(name) if name == key))
    }

    /// The value of a numbered field; `null` counts as absent.
    pub(crate) fn value_of(&self, field: FieldId) -> Option<usize> {
        self.index.get(field).filter(|at| !self.nodes[*at].value.is_null())
    }

    /// The value at a path of keys; `null` counts as absent.
    pub(crate) fn find(&self, keys: &[&str]) -> Option<usize> {
        let found = keys.iter().try_fold(0, |at, key| self.member(at, key))?;
        self.nodes.get(found).filter(|node| !node.value.is_null()).map(|_| found)
    }

    /// The table of the object at `at`, if it has one.
    pub(crate) fn table(&self, at: usize) -> Option<&'static Object> {
        match (&self.nodes[at].value, self.nodes[at].kind) {
            (Value::Object, Some(Kind::Object(object))) => Some(object),
            _ => None,
        }
    }

    /// A row in the table of the object at `at`, even if the object itself is not listed for the action.
    pub(super) fn row(&self, at: usize, row: usize) -> Option<&'static Field> {
        match self.nodes[at].kind.or_else(|| self.unlisted_kind(at))? {
            Kind::Object(object) => object.fields.get(row),
            _ => None,
        }
    }

    /// The type of a value that the table has, but does not list for the action.
    fn unlisted_kind(&self, at: usize) -> Option<&'static Kind> {
        let node = self.nodes.get(at).filter(|_| at > 0)?;
        let around = self.nodes[node.parent].kind.or_else(|| self.unlisted_kind(node.parent))?;
        match (&node.name, around) {
            (Name::Key(key), kind) => kind.field(key).map(|field| &field.kind),
            (Name::Index(_), Kind::List(list)) => Some(list.item),
            _ => None,
        }
    }

    /// The row of the member at `at`, if it has one.
    pub(crate) fn field(&self, at: usize) -> Option<&'static Field> {
        let node = &self.nodes[at];
        match (node.row, self.nodes[node.parent].kind) {
            (Some(row), Some(Kind::Object(object))) => object.fields.get(row),
            _ => None,
        }
    }

    /// Whether the object around the member at `at` does not accept it for this action: it is unlisted or immutable.
    pub(crate) fn is_unlisted(&self, at: usize) -> bool {
        match self.field(at) {
            Some(field) => !field.mark(self.action).is_taken(),
            None => at > 0 && self.table(self.nodes[at].parent).is_some(),
        }
    }

    /// The path of a field of the object at `at`, whether or not it is there.
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
