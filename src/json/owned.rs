//! Documents that outlive their source text.

use super::document::{Document, Name, Node, Value};

impl Name<'_> {
    fn into_owned(self) -> Name<'static> {
        match self {
            Name::Root => Name::Root,
            Name::Key(key) => Name::Key(key.into_owned().into()),
            Name::IllFormedKey(string) => Name::IllFormedKey(string),
            Name::Index(index) => Name::Index(index),
        }
    }
}

impl Value<'_> {
    fn into_owned(self) -> Value<'static> {
        match self {
            Value::Null => Value::Null,
            Value::Boolean(value) => Value::Boolean(value),
            Value::Number(number) => Value::Number(number.into_owned().into()),
            Value::Text(text) => Value::Text(text.into_owned()),
            Value::IllFormedText(string) => Value::IllFormedText(string),
            Value::Array => Value::Array,
            Value::Object => Value::Object,
            Value::NonJson(kind) => Value::NonJson(kind.into_owned().into()),
        }
    }
}

impl Document<'_> {
    /// The same document without borrowed text.
    pub(crate) fn into_owned(self) -> Document<'static> {
        let own = |node: Node<'_>| Node {
            name: node.name.into_owned(),
            value: node.value.into_owned(),
            parent: node.parent,
            end: node.end,
            kind: node.kind,
            row: node.row,
        };
        let nodes = self.nodes.into_iter().map(own).collect();
        Document {
            nodes,
            compact: None,
            root: self.root,
            numbered: self.numbered,
            action: self.action,
            index: self.index,
        }
    }
}
