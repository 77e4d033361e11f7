//! An index of the numbered fields, so that rules find them without searching.

use crate::schema::{FieldId, NumberedField};

/// Maps each numbered field to the index of its value. 0 means absent, since index 0 is the body itself.
///
/// Allocated once per document, and empty if the document is not a body.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldIndex(Vec<u32>);

impl FieldIndex {
    /// Clears the index for that many fields.
    pub(super) fn cleared(mut self, fields: usize) -> FieldIndex {
        // Allocates the exact size.
        if self.0.capacity() < fields {
            self.0 = Vec::with_capacity(fields);
        }
        self.0.clear();
        self.0.resize(fields, 0);
        self
    }

    /// Records the position of a field, unless it is there already.
    pub(super) fn take(&mut self, field: Option<&'static NumberedField>, at: usize) -> bool {
        let found = field.and_then(|field| self.0.get_mut(field.id().index()));
        match found {
            Some(found @ 0) => {
                *found = at as u32;
                true
            }
            _ => false,
        }
    }

    /// The index of a field's first value.
    pub(super) fn get(&self, field: FieldId) -> Option<usize> {
        self.0.get(field.index()).filter(|at| **at != 0).map(|at| *at as usize)
    }
}
