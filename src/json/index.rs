//! Where the fields of a body are, so that rules find them without searching.

use crate::schema::{FieldId, NumberedField};

/// For each field with an id, the index of its value. No field is at 0, where the body itself is: 0 stands for none.
///
/// It is allocated once per document, and empty in a document that is no body.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldIndex(Vec<u32>);

impl FieldIndex {
    /// The same index, in which no field is found yet, with room for as many fields.
    pub(super) fn cleared(mut self, fields: usize) -> FieldIndex {
        // A new one is allocated at once, without growing.
        if self.0.capacity() < fields {
            self.0 = Vec::with_capacity(fields);
        }
        self.0.clear();
        self.0.resize(fields, 0);
        self
    }

    /// Notes where a field is, unless it was found before.
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

    /// The index of the first value of a field.
    pub(super) fn get(&self, field: FieldId) -> Option<usize> {
        self.0.get(field.index()).filter(|at| **at != 0).map(|at| *at as usize)
    }
}
