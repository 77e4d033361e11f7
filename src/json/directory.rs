//! Where the fields of an update are, so that the rules find them without searching: those of the top level and those of
//! the objects in it.

use super::document::{Document, Value};
use crate::schema::{CARD_UPDATE, Kind, Slot};

/// The slots of an update. No field is at 0, where the update itself is.
#[derive(Clone, Debug, Default)]
pub(super) struct Directory([u32; Slot::COUNT]);

impl Directory {
    pub(super) fn new(document: &Document<'_>) -> Directory {
        let mut directory = Directory::default();
        if is_update(document) {
            directory.fill(document);
        }
        directory
    }

    fn fill(&mut self, document: &Document<'_>) {
        for field in document.members(0) {
            let node = &document.nodes()[field];
            let Some(row) = node.row.filter(|row| self.take(Slot::of_row(*row), field)) else { continue };
            if let (Value::Object, Some(Kind::Object(_))) = (&node.value, node.kind) {
                for member in document.members(field) {
                    if let Some(inner) = document.nodes()[member].row {
                        self.take(Slot::of_rows(row, inner), member);
                    }
                }
            }
        }
    }

    /// Notes the value that is in a slot, unless one was there before.
    fn take(&mut self, slot: Slot, at: usize) -> bool {
        let taken = &mut self.0[slot.number()];
        let is_first = *taken == 0;
        if is_first {
            *taken = at as u32;
        }
        is_first
    }

    /// The index of the first value in the slot.
    pub(super) fn get(&self, slot: Slot) -> Option<usize> {
        match self.0[slot.number()] {
            0 => None,
            at => Some(at as usize),
        }
    }
}

/// The slot of the value at `at`, if it is a field that has one.
pub(super) fn slot_of(document: &Document<'_>, at: usize) -> Option<Slot> {
    let (node, nodes) = (&document.nodes()[at], document.nodes());
    let around = &nodes[node.parent];
    match node.parent {
        _ if around.parent != 0 || !is_update(document) => None,
        0 => node.row.map(Slot::of_row),
        _ => Some(Slot::of_rows(around.row?, node.row?)),
    }
}

fn is_update(document: &Document<'_>) -> bool {
    let root = document.nodes().first().and_then(|root| root.kind);
    matches!(root, Some(Kind::Object(object)) if std::ptr::eq(*object, &CARD_UPDATE))
}
