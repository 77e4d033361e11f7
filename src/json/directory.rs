//! Where the fields of an update are, so that the rules find them without searching: those of the top level and those of
//! the objects in it.

use super::document::{Document, Value};
use crate::schema::{CARD_UPDATE, Kind, Object};

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
        if document.nodes().first().is_some_and(|root| is(root.kind, &CARD_UPDATE)) {
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

fn is(kind: Option<&Kind>, object: &Object) -> bool {
    matches!(kind, Some(Kind::Object(of)) if std::ptr::eq(*of, object))
}
