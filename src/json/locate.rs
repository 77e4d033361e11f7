//! Finds the value at a path.

use super::document::{Document, Name, Value};
use crate::schema::Segment;

impl Document<'_> {
    /// The member or item that a path segment leads to.
    pub(crate) fn child(&self, at: usize, step: &Segment) -> Option<usize> {
        match (&self.nodes.get(at)?.value, step) {
            (Value::Object, Segment::Key(key)) => self.member(at, key),
            (Value::Array, Segment::Index(index)) => self.item(at, *index),
            _ => None,
        }
    }

    /// The item at an index, by binary search: items are stored in order.
    fn item(&self, at: usize, index: usize) -> Option<usize> {
        let (mut from, mut to) = (at + 1, self.nodes[at].end);
        while from < to {
            let mut item = from + (to - from) / 2;
            while self.nodes[item].parent != at {
                item = self.nodes[item].parent;
            }
            match &self.nodes[item].name {
                Name::Index(here) if *here < index => from = self.nodes[item].end,
                Name::Index(here) if *here > index => to = item,
                _ => return Some(item),
            }
        }
        None
    }

    /// The value at a path, even if it is `null`.
    pub(crate) fn locate(&self, path: &[Segment]) -> Option<usize> {
        if self.nodes.is_empty() {
            return None;
        }
        path.iter().try_fold(0, |at, step| self.child(at, step))
    }
}
