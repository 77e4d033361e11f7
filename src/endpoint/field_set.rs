//! Sets of fields of the top level: whether two places may have to do with each other is mostly told at a glance.

use crate::json::Document;

/// Fields of the top level, a bit for each; one bit more stands for every key that the table does not know.
///
/// Fields whose rows are [`ROW_BITS`] apart share a bit. So sets may meet without need, and a rule is then asked that has
/// nothing to say; but sets that hold the same field always meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FieldSet(u32);

/// The bits that rows are spread over.
const ROW_BITS: u32 = u32::BITS - 1;

impl FieldSet {
    pub(crate) const NONE: FieldSet = FieldSet(0);
    pub(crate) const ALL: FieldSet = FieldSet(u32::MAX);

    /// The field of a row of the table.
    pub(crate) const fn of(row: Option<usize>) -> FieldSet {
        match row {
            Some(row) => FieldSet(1 << (row as u32 % ROW_BITS)),
            None => FieldSet(1 << ROW_BITS),
        }
    }

    /// Those that a document holds. It always has some that the table does not know.
    pub(crate) fn in_document(document: &Document<'_>) -> FieldSet {
        let rows = document.members(0).map(|member| document.nodes()[member].row);
        rows.fold(FieldSet::of(None), |fields, row| fields.union(FieldSet::of(row)))
    }

    pub(crate) const fn union(self, others: FieldSet) -> FieldSet {
        FieldSet(self.0 | others.0)
    }

    /// Whether there may be a field in both.
    pub(crate) const fn intersects(self, others: FieldSet) -> bool {
        self.0 & others.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::FieldSet;

    #[test]
    fn sets_that_hold_the_same_row_meet_however_many_rows_there_are() {
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
