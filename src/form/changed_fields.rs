//! Which fields an edit alters.

use super::field_conditions::DependentFields;
use crate::issue::Path;

/// The most fields whose states an edit tells: many times as many as a card has.
pub const MAX_LISTED_FIELDS: usize = 1000;

/// The paths of fields that an edit alters, in the order in which they are told, and no more than are told.
#[derive(Default)]
pub(super) struct ChangedFields {
    pub(super) paths: Vec<Path>,
    /// Whether there are more.
    pub(super) is_truncated: bool,
}

impl ChangedFields {
    /// Adds a field that is not among them.
    pub(super) fn add(&mut self, path: Path) {
        if self.paths.len() < MAX_LISTED_FIELDS {
            self.paths.push(path);
        } else {
            self.is_truncated = true;
        }
    }

    /// Adds a field, unless it is among them.
    pub(super) fn add_once(&mut self, path: Path) {
        if !self.is_truncated && !self.paths.contains(&path) {
            self.add(path);
        }
    }

    /// Adds the objects and lists around a path.
    pub(super) fn add_around(&mut self, path: &Path) {
        for depth in 1..path.segments().len() {
            self.add(path.segments()[..depth].to_vec().into());
        }
    }

    /// Adds the fields that others decide about, if these make something else of them than before.
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
