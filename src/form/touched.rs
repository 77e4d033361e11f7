//! Touched fields. The marks follow list items when they move.

use crate::issue::Path;

/// The paths of touched fields.
#[derive(Clone, Debug, Default)]
pub(super) struct Touched(Vec<Path>);

/// An edit that moves list items.
#[derive(Clone, Copy, Debug)]
pub(super) enum ListEdit {
    Insert(usize),
    Remove(usize),
    Move { from: usize, to: usize },
}

impl ListEdit {
    /// The new index of an item; `None` if it was removed.
    fn new_index(self, old: usize) -> Option<usize> {
        match self {
            ListEdit::Insert(at) if old >= at => Some(old + 1),
            ListEdit::Remove(at) if old == at => None,
            ListEdit::Remove(at) if old > at => Some(old - 1),
            ListEdit::Move { from, to } if old == from => Some(to),
            ListEdit::Move { from, to } if from < old && old <= to => Some(old - 1),
            ListEdit::Move { from, to } if to <= old && old < from => Some(old + 1),
            _ => Some(old),
        }
    }
}

impl Touched {
    pub(super) fn add(&mut self, path: &Path) {
        if !self.has(path) {
            self.0.push(path.clone());
        }
    }

    pub(super) fn has(&self, path: &Path) -> bool {
        self.0.contains(path)
    }

    pub(super) fn all(&self) -> &[Path] {
        &self.0
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Follows the items of a list.
    pub(super) fn list_edit(&mut self, list: &Path, list_edit: ListEdit) {
        let depth = list.segments().len();
        let follow = |mut path: Path| {
            if path.segments().starts_with(list.segments())
                && let Some(index) = path.index_at(depth)
            {
                *index = list_edit.new_index(*index)?;
            }
            Some(path)
        };
        self.0 = std::mem::take(&mut self.0).into_iter().filter_map(follow).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::ListEdit;

    #[test]
    fn items_make_room_for_each_other() {
        let all = |list_edit: ListEdit| -> Vec<_> { (0..5).map(|old| list_edit.new_index(old)).collect() };
        assert_eq!(all(ListEdit::Insert(2)), [Some(0), Some(1), Some(3), Some(4), Some(5)]);
        assert_eq!(all(ListEdit::Remove(2)), [Some(0), Some(1), None, Some(2), Some(3)]);
        assert_eq!(all(ListEdit::Move { from: 1, to: 3 }), [Some(0), Some(3), Some(1), Some(2), Some(4)]);
        assert_eq!(all(ListEdit::Move { from: 3, to: 1 }), [Some(0), Some(2), Some(3), Some(1), Some(4)]);
        assert_eq!(all(ListEdit::Move { from: 2, to: 2 }), [0, 1, 2, 3, 4].map(Some));
    }
}
