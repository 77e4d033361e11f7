//! Changes to a document. Whatever changes, one value makes room for another: the flat list is spliced, and what lies
//! around or behind is renumbered.

use std::ops::Range;

use super::document::{Document, Name, Node, RootType, Value};

impl<'a> Document<'a> {
    /// A copy of the value at `at`, as a document of its own.
    pub(crate) fn subtree(&self, at: usize) -> Document<'a> {
        Document::rooted(self.nodes[at..self.nodes[at].end].to_vec(), at)
    }

    /// Values that stood in a document from `at` on, a value and all that it holds, as a document of their own.
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

    /// An object or array, put together from its members. They are taken as a value, so that this is compiled once and not
    /// for each way to list them.
    pub(crate) fn from_members(
        root: RootType,
        value: Value<'a>,
        members: &mut dyn Iterator<Item = (Name<'a>, Document<'a>)>,
    ) -> Document<'a> {
        let mut whole = Document::new(root);
        // Each has a value at least, and most have no more.
        whole.reserve(1 + members.size_hint().0);
        whole.open(0, Name::Root, value);
        for (name, member) in members {
            let mut nodes = whole.placed(0, whole.nodes.len(), name, member);
            whole.nodes.append(&mut nodes);
        }
        whole.close(0);
        whole.find_fields();
        whole
    }

    /// The values of a document as they stand in this one from `at` on, as a member of `parent`.
    fn placed(&self, parent: usize, at: usize, name: Name<'a>, member: Document<'a>) -> Vec<Node<'a>> {
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

    /// Puts a member of the object or array `parent` in the place of `range`: the range of another member, or an empty
    /// one between members. The root stands in its own place. Returns what stood there.
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
            Some((name, member)) => self.placed(parent, start, name, member),
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

    /// Puts a whole payload in the place of this one. Returns what this one was.
    fn replace(&mut self, root: Document<'a>) -> Document<'a> {
        let (numbered, action) = (self.numbered, self.action);
        let before = std::mem::replace(self, root);
        (self.numbered, self.action) = (numbered, action);
        self.find_fields();
        before
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
        self.members(at).find(|member| self.nodes[*member].rank() > row).unwrap_or(self.nodes[at].end)
    }
}
