//! Sets of fields of the top level: whether places may have to do with each other is mostly told at a glance.

use crate::json::Document;

/// Fields of the top level, a bit for each. All that the table does not know share one, which every update has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tops(u32);

impl Tops {
    pub(super) const NONE: Tops = Tops(0);
    pub(super) const ALL: Tops = Tops(u32::MAX);

    /// The field of a row of the table.
    pub(super) const fn of(row: Option<usize>) -> Tops {
        match row {
            Some(row) => Tops(1 << row),
            None => Tops(1 << (u32::BITS - 1)),
        }
    }

    /// Those that an update holds.
    pub(super) fn in_update(document: &Document<'_>) -> Tops {
        let rows = document.members(0).map(|member| document.nodes()[member].row);
        rows.fold(Tops::of(None), |tops, row| tops.and(Tops::of(row)))
    }

    pub(super) const fn and(self, others: Tops) -> Tops {
        Tops(self.0 | others.0)
    }

    /// Whether there is a field in both.
    pub(super) const fn meet(self, others: Tops) -> bool {
        self.0 & others.0 != 0
    }
}
