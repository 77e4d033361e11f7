//! A payload in memory: its values in the order they were written, each bound to its row of the table.
//!
//! The values lie in one flat list, every object and array before its members, so that reading them in order is a
//! loop and skipping one is an addition.

use std::borrow::Cow;

use crate::issue::{Path, Segment};
use crate::schema::{Kind, Object};

/// What a value is called by the object or array around it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Name<'a> {
    /// It is the payload itself.
    Root,
    /// The key of an object's member.
    Key(Cow<'a, str>),
    /// The index of an array's item.
    Index(usize),
}

/// One value. The members of an object or array are nodes of their own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Boolean(bool),
    /// A number, as it was written.
    Number(Cow<'a, str>),
    Text(Cow<'a, str>),
    /// A text with unpaired surrogates; U+FFFD stands in their place.
    BrokenText(String),
    Array,
    Object,
    /// A value of the host language that JSON has no word for; its kind, or `!` and what prevented reading it.
    Foreign(Cow<'a, str>),
}

impl Value<'_> {
    /// The JSON type: `null`, `boolean`, `number`, `string`, `array` or `object`.
    pub(crate) fn json_type(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Boolean(_) => "boolean",
            Value::Number(_) => "number",
            Value::Text(_) | Value::BrokenText(_) => "string",
            Value::Array => "array",
            Value::Object | Value::Foreign(_) => "object",
        }
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
    /// The type that the table gives it, if the table knows it.
    pub(crate) kind: Option<&'static Kind>,
    /// Its position in the table of the object around it.
    pub(crate) row: Option<usize>,
}

/// A payload. Node 0 is the payload itself.
#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    root: &'static Kind,
    nodes: Vec<Node<'a>>,
}

impl<'a> Document<'a> {
    /// An empty document whose root is of the given type.
    pub(crate) fn new(root: &'static Kind) -> Document<'a> {
        Document { root, nodes: Vec::new() }
    }

    /// Appends a value and binds it to its row. Its members follow until `close`.
    pub(crate) fn open(&mut self, parent: usize, name: Name<'a>, value: Value<'a>) -> usize {
        let around = self.nodes.get(parent).and_then(|node| node.kind);
        let (row, kind) = match (&name, around) {
            (Name::Root, _) => (None, Some(self.root)),
            (Name::Key(key), Some(Kind::Object(object))) => match object.find(key) {
                Some((row, field)) => (Some(row), Some(&field.kind)),
                None => (None, None),
            },
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

    /// The value at a path of keys; `null` counts as absent.
    pub(crate) fn find(&self, keys: &[&str]) -> Option<usize> {
        if self.nodes.is_empty() {
            return None;
        }
        keys.iter()
            .try_fold(0, |at, key| self.member(at, key))
            .filter(|at| self.nodes[*at].value != Value::Null)
    }

    /// The rows of the object at `at`, if the table knows it.
    pub(crate) fn table(&self, at: usize) -> Option<&'static Object> {
        match (&self.nodes[at].value, self.nodes[at].kind) {
            (Value::Object, Some(Kind::Object(object))) => Some(object),
            _ => None,
        }
    }

    /// The path of a value.
    pub(crate) fn path(&self, at: usize) -> Path {
        let mut segments = Vec::new();
        let mut at = at;
        loop {
            let node = &self.nodes[at];
            match &node.name {
                Name::Root => break,
                Name::Key(key) => segments.push(Segment::Key(key.clone().into_owned().into())),
                Name::Index(index) => segments.push(Segment::Index(*index)),
            }
            at = node.parent;
        }
        segments.reverse();
        Path(segments)
    }
}
