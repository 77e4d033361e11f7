//! Where the fields of a body are, so that rules find them without searching.

use super::document::{Document, Value};
use crate::schema::{FieldId, FixedField, Kind, at_row, at_rows};

/// For each field with an id, the index of its value. No field is at 0, where the body itself is: 0 stands for none.
///
/// It is allocated once per document, and empty in a document that is no body.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldIndex(Vec<u32>);

impl FieldIndex {
    /// Finds the fields of a document anew.
    pub(super) fn fill(mut self, document: &Document<'_>) -> FieldIndex {
        let fixed = document.fixed;
        self.0.clear();
        self.0.resize(fixed.len(), 0);
        if fixed.is_empty() {
            return self;
        }
        for at in document.members(0) {
            let node = &document.nodes()[at];
            let Some(row) = node.row.filter(|row| self.take(at_row(fixed, *row), at)) else { continue };
            if let (Value::Object, Some(Kind::Object(_))) = (&node.value, node.kind) {
                for member in document.members(at) {
                    if let Some(inner) = document.nodes()[member].row {
                        self.take(at_rows(fixed, row, inner), member);
                    }
                }
            }
        }
        self
    }

    /// Notes where a field is, unless it was found before.
    fn take(&mut self, field: Option<&'static FixedField>, at: usize) -> bool {
        let found = field.and_then(|field| self.0.get_mut(field.id().index()));
        match found {
            Some(found @ 0) => {
                *found = at as u32;
                true
            }
            _ => false,
        }
    }

    /// The index of the first value of a field.
    pub(super) fn get(&self, field: FieldId) -> Option<usize> {
        self.0.get(field.index()).filter(|at| **at != 0).map(|at| *at as usize)
    }
}

/// The field that the value at `at` is of, if it has an id.
pub(super) fn field_of(document: &Document<'_>, at: usize) -> Option<&'static FixedField> {
    if document.fixed.is_empty() {
        return None;
    }
    let node = &document.nodes()[at];
    let around = &document.nodes()[node.parent];
    match node.parent {
        _ if around.parent != 0 => None,
        0 => at_row(document.fixed, node.row?),
        _ => at_rows(document.fixed, around.row?, node.row?),
    }
}
