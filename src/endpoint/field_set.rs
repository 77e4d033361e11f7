//! Sets of top-level fields, as one machine word: a cheap test that skips most rules.

use crate::json::Document;

/// Top-level fields, one bit each. One more bit stands for all unknown keys.
///
/// Fields whose rows are [`ROW_BITS`] apart share a bit. So two sets may intersect by accident, which evaluates a rule
/// unnecessarily, but sets that share a field always intersect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FieldSet(u32);

/// The number of bits for rows.
const ROW_BITS: u32 = u32::BITS - 1;

impl FieldSet {
    pub(crate) const NONE: FieldSet = FieldSet(0);
    pub(crate) const ALL: FieldSet = FieldSet(u32::MAX);

    /// The set of one field, by its row; `None` stands for unknown keys.
    pub(crate) const fn of(row: Option<usize>) -> FieldSet {
        match row {
            Some(row) => FieldSet(1 << (row as u32 % ROW_BITS)),
            None => FieldSet(1 << ROW_BITS),
        }
    }

    /// The fields of a document. It always includes unknown keys.
    pub(crate) fn in_document(document: &Document<'_>) -> FieldSet {
        let rows = document.members(0).map(|member| document.nodes()[member].row);
        rows.fold(FieldSet::of(None), |fields, row| fields.union(FieldSet::of(row)))
    }

    pub(crate) const fn union(self, others: FieldSet) -> FieldSet {
        FieldSet(self.0 | others.0)
    }

    /// Whether the sets may share a field.
    pub(crate) const fn intersects(self, others: FieldSet) -> bool {
        self.0 & others.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::FieldSet;

    #[test]
    fn sets_with_a_common_row_intersect() {
        for row in 0..200 {
            let one = FieldSet::of(Some(row));
            assert!(
                one.intersects(FieldSet::of(Some(row)).union(FieldSet::of(None)))
                    && one.intersects(FieldSet::ALL)
            );
            assert!(!one.intersects(FieldSet::of(Some(row + 1))) && !one.intersects(FieldSet::of(None)));
        }
    }
}
