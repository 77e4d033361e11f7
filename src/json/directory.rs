//! Where the fields of an update are, so that the rules find them without searching: those of the top level and those of
//! the objects in it.

use std::borrow::Cow;
use std::mem::{forget, replace};

use super::document::{Document, Value};
use crate::issue::{Path, Segment};
use crate::schema::{CARD_UPDATE, Kind};

/// The number of such fields.
const SLOTS: usize = slots_before(CARD_UPDATE.fields.len());

/// How many slots the fields of the top level and of its first objects take.
const fn slots_before(row: usize) -> usize {
    let mut slots = CARD_UPDATE.fields.len();
    let mut at = 0;
    while at < row {
        if let Kind::Object(object) = &CARD_UPDATE.fields[at].kind {
            slots += object.fields.len();
        }
        at += 1;
    }
    slots
}

/// The slot of the field that keys lead to, if it has one.
pub(crate) const fn slot(keys: &[&str]) -> Option<usize> {
    let (field, member) = match keys {
        [field] => (*field, None),
        [field, member] => (*field, Some(*member)),
        _ => return None,
    };
    let Some(row) = CARD_UPDATE.row(field) else { return None };
    match (member, &CARD_UPDATE.fields[row].kind) {
        (None, _) => Some(row),
        (Some(member), Kind::Object(object)) => match object.row(member) {
            Some(inner) => Some(slots_before(row) + inner),
            None => None,
        },
        _ => None,
    }
}

/// The slots of an update. No field is at 0, where the update itself is.
#[derive(Clone, Debug, Default)]
pub(super) struct Directory([u32; SLOTS]);

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
            let Some(row) = node.row.filter(|row| self.0[*row] == 0) else { continue };
            self.0[row] = field as u32;
            if let (Value::Object, Some(Kind::Object(_))) = (&node.value, node.kind) {
                let base = BASES[row];
                for member in document.members(field) {
                    let slot = document.nodes()[member].row.map(|row| &mut self.0[base + row]);
                    if let Some(slot) = slot.filter(|slot| **slot == 0) {
                        *slot = member as u32;
                    }
                }
            }
        }
    }

    /// The index of the first value in the slot.
    pub(super) fn get(&self, slot: usize) -> Option<usize> {
        match self.0[slot] {
            0 => None,
            at => Some(at as usize),
        }
    }
}

/// Where the slots of each object's fields begin.
static BASES: [usize; CARD_UPDATE.fields.len()] = {
    let mut bases = [0; CARD_UPDATE.fields.len()];
    let mut row = 0;
    while row < bases.len() {
        bases[row] = slots_before(row);
        row += 1;
    }
    bases
};

/// The keys on the way to the field of each slot; one at the top level has but the first.
static PATHS: [[Segment; 2]; SLOTS] = {
    let mut paths = [const { [Segment::Index(0), Segment::Index(0)] }; SLOTS];
    let mut row = 0;
    while row < CARD_UPDATE.fields.len() {
        let field = &CARD_UPDATE.fields[row];
        set(&mut paths[row][0], field.name);
        if let Kind::Object(object) = &field.kind {
            let mut inner = 0;
            while inner < object.fields.len() {
                set(&mut paths[BASES[row] + inner][0], field.name);
                set(&mut paths[BASES[row] + inner][1], object.fields[inner].name);
                inner += 1;
            }
        }
        row += 1;
    }
    paths
};

/// Sets a key. The compiler drops nothing, and there is nothing to drop.
const fn set(segment: &mut Segment, key: &'static str) {
    forget(replace(segment, Segment::Key(Cow::Borrowed(key))));
}

/// The path of the field in a slot.
pub(crate) fn slot_path(slot: usize) -> Path {
    let depth = if slot < CARD_UPDATE.fields.len() { 1 } else { 2 };
    PATHS[slot].get(..depth).unwrap_or_default().into()
}

/// The slot of the value at `at`, if it is a field that has one.
pub(super) fn slot_of(document: &Document<'_>, at: usize) -> Option<usize> {
    let (node, nodes) = (&document.nodes()[at], document.nodes());
    let around = &nodes[node.parent];
    match node.parent {
        _ if around.parent != 0 || !is_update(document) => None,
        0 => node.row,
        _ => Some(BASES[around.row?] + node.row?),
    }
}

fn is_update(document: &Document<'_>) -> bool {
    let root = document.nodes().first().and_then(|root| root.kind);
    matches!(root, Some(Kind::Object(object)) if std::ptr::eq(*object, &CARD_UPDATE))
}
