//! Changes to a document. Every change replaces a range of the flat list, then renumbers what encloses or follows it.

use std::ops::Range;

use super::document::{Document, Name, Node, RootType, Value};

impl<'a> Document<'a> {
    /// Copies the value at `at` into its own document.
    pub(crate) fn subtree(&self, at: usize) -> Document<'a> {
        Document::rooted(self.nodes[at..self.nodes[at].end].to_vec(), at)
    }

    /// Makes a document of nodes that were at `at` in another one.
    fn rooted(mut nodes: Vec<Node<'a>>, at: usize) -> Document<'a> {
        for node in &mut nodes {
            node.parent = node.parent.saturating_sub(at);
            node.end -= at;
        }
        let root = &mut nodes[0];
        root.name = Name::Root;
        root.row = None;
        let mut document = Document::new(root.kind);
        document.nodes = nodes;
        document
    }

    /// Builds an object or array from its members. `dyn`, so that it is compiled once.
    pub(crate) fn from_members(
        root: RootType,
        value: Value<'a>,
        members: &mut dyn Iterator<Item = (Name<'a>, Document<'a>)>,
    ) -> Document<'a> {
        let mut whole = Document::new(root);
        // Each member has at least one value, and most have one.
        whole.reserve(1 + members.size_hint().0);
        whole.open(0, Name::Root, value);
        for (name, member) in members {
            let mut nodes = whole.renumbered(0, whole.nodes.len(), name, member);
            whole.nodes.append(&mut nodes);
        }
        whole.close(0);
        whole.find_fields();
        whole
    }

    /// Renumbers the values of a document for insertion at `at` as a member of `parent`.
    fn renumbered(&self, parent: usize, at: usize, name: Name<'a>, member: Document<'a>) -> Vec<Node<'a>> {
        let mut nodes = member.nodes;
        for node in &mut nodes {
            node.parent += at;
            node.end += at;
        }
        if let Some(root) = nodes.first_mut() {
            root.row = name.key().and_then(|key| self.table(parent)?.find(key)).map(|(row, _)| row);
            root.parent = parent;
            root.name = name;
        }
        nodes
    }

    /// Replaces `range` of the object or array `parent` by a member. The range covers one member, or is empty between
    /// members. The root replaces itself. Returns what was removed.
    pub(crate) fn splice(
        &mut self,
        parent: usize,
        range: Range<usize>,
        member: Option<(Name<'a>, Document<'a>)>,
    ) -> Option<Document<'a>> {
        let start = range.start;
        self.compact = None;
        let nodes = match member {
            Some((Name::Root, root)) => return Some(self.replace(root)),
            Some((name, member)) => self.renumbered(parent, start, name, member),
            None => Vec::new(),
        };
        let (old, new) = (range.end, start + nodes.len());
        let removed: Vec<Node<'a>> = self.nodes.splice(range, nodes).collect();
        if new != old {
            self.renumber(parent, old, new);
        }
        if removed.len() != 1 || new != old {
            self.find_fields();
        }
        (!removed.is_empty()).then(|| Document::rooted(removed, start))
    }

    /// Replaces the whole payload. Returns the previous one.
    fn replace(&mut self, root: Document<'a>) -> Document<'a> {
        let (numbered, action) = (self.numbered, self.action);
        let before = std::mem::replace(self, root);
        (self.numbered, self.action) = (numbered, action);
        self.find_fields();
        before
    }

    /// Updates indices after `old` moved to `new`, including the ends of the nodes around `parent`.
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

    /// Where to insert a new member with that key: fields are in the order of the table, before all other keys.
    pub(crate) fn insertion_index(&self, at: usize, key: &str) -> usize {
        let row = self.table(at).and_then(|table| table.find(key)).map_or(usize::MAX, |(row, _)| row);
        self.members(at).find(|member| self.nodes[*member].rank() > row).unwrap_or(self.nodes[at].end)
    }
}
