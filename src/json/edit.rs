//! Changes to a document. Whatever changes, one value makes room for another: the flat list is spliced, and what lies
//! around or behind is renumbered.

use std::ops::Range;

use super::directory::Directory;
use super::document::{Document, Name, Node, Value};
use crate::schema::Kind;

impl<'a> Document<'a> {
    /// A copy of the value at `at`, as a document of its own.
    pub(crate) fn subtree(&self, at: usize) -> Document<'a> {
        let source = &self.nodes[at];
        let mut copy = Document::new(source.kind);
        copy.nodes.extend(self.nodes[at..source.end].iter().map(|node| Node {
            parent: node.parent.saturating_sub(at),
            end: node.end - at,
            ..node.clone()
        }));
        copy.nodes[0].name = Name::Root;
        copy.nodes[0].row = None;
        copy.directory = Directory::new(&copy);
        copy
    }

    /// An object or array, put together from its members.
    pub(crate) fn gather(
        kind: Option<&'static Kind>,
        value: Value<'a>,
        members: impl IntoIterator<Item = (Name<'a>, Document<'a>)>,
    ) -> Document<'a> {
        let mut whole = Document::new(kind);
        whole.open(0, Name::Root, value);
        for (name, member) in members {
            let end = whole.nodes.len();
            whole.splice(0, end..end, Some((name, member)));
        }
        whole
    }

    /// Puts a member of the object or array `parent` in the place of `range`: the range of another member, or an empty
    /// one between members. The root stands in its own place.
    pub(crate) fn splice(
        &mut self,
        parent: usize,
        range: Range<usize>,
        member: Option<(Name<'a>, Document<'a>)>,
    ) {
        let start = range.start;
        self.compact = None;
        let mut nodes = Vec::new();
        if let Some((name, member)) = member {
            if name == Name::Root {
                *self = member;
                return;
            }
            nodes = member.nodes;
            for node in &mut nodes {
                node.parent += start;
                node.end += start;
            }
            if let Some(root) = nodes.first_mut() {
                root.row = name.key().and_then(|key| self.table(parent)?.find(key)).map(|(row, _)| row);
                root.parent = parent;
                root.name = name;
            }
        }
        let (old, new) = (range.end, start + nodes.len());
        self.nodes.splice(range, nodes);
        if new != old {
            self.renumber(parent, old, new);
        }
        self.directory = Directory::new(self);
    }

    /// Moves the values behind `old` to `new`, and with them the ends of those around `parent`.
    fn renumber(&mut self, parent: usize, old: usize, new: usize) {
        let moved = |index: usize| index - old + new;
        for node in &mut self.nodes[new..] {
            node.end = moved(node.end);
            if node.parent >= old {
                node.parent = moved(node.parent);
            }
        }
        let mut around = parent;
        loop {
            let node = &mut self.nodes[around];
            node.end = moved(node.end);
            if around == node.parent {
                break;
            }
            around = node.parent;
        }
    }

    /// Where a new member with that key belongs in the object at `at`: keys of the table stand in its order, before
    /// all others.
    pub(crate) fn place_for(&self, at: usize, key: &str) -> usize {
        let row = self.table(at).and_then(|table| table.find(key)).map_or(usize::MAX, |(row, _)| row);
        self.members(at)
            .find(|member| self.nodes[*member].row.unwrap_or(usize::MAX) > row)
            .unwrap_or(self.nodes[at].end)
    }
}
