//! The fields whose state an edit changes.

use super::field_conditions::DependentFields;
use crate::issue::Path;

/// The most fields that an edit lists: many times the number of fields of a card.
pub const MAX_LISTED_FIELDS: usize = 1000;

/// The paths of changed fields, in the order of listing, up to the limit.
#[derive(Default)]
pub(super) struct ChangedFields {
    pub(super) paths: Vec<Path>,
    /// Whether the limit was exceeded.
    pub(super) is_truncated: bool,
}

impl ChangedFields {
    /// Adds a field that is not included yet.
    pub(super) fn add(&mut self, path: Path) {
        if self.paths.len() < MAX_LISTED_FIELDS {
            self.paths.push(path);
        } else {
            self.is_truncated = true;
        }
    }

    /// Adds a field, unless it is included.
    pub(super) fn add_once(&mut self, path: Path) {
        if !self.is_truncated && !self.paths.contains(&path) {
            self.add(path);
        }
    }

    /// Adds the objects and lists that enclose a path.
    pub(super) fn add_around(&mut self, path: &Path) {
        for depth in 1..path.segments().len() {
            self.add(path.segments()[..depth].to_vec().into());
        }
    }

    /// Adds the dependent fields whose conditions have changed.
    pub(super) fn add_dependents(&mut self, before: &[DependentFields], now: Vec<DependentFields>) {
        for (before, now) in before.iter().zip(now) {
            for (index, (path, conditions)) in now.into_iter().enumerate() {
                if before.get(index).is_none_or(|(_, then)| *then != conditions) {
                    self.add_once(path);
                }
            }
        }
    }
}
