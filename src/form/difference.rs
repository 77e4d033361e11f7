//! Finds the fields that differ after an edit.

use super::changed_fields::ChangedFields;
use crate::issue::{Path, Segment};
use crate::json::Document;
use crate::json::as_is::is_alike;

/// A value before an edit, as its own document, and the current document.
struct Difference<'d> {
    before: &'d Document<'static>,
    now: &'d Document<'static>,
    changed_fields: &'d mut ChangedFields,
    /// Fields that were removed. Fields of removed list items are not included: they have no path any more.
    removed: Vec<Path>,
}

/// Adds the edited field and the fields inside it that differ. Returns removed fields.
pub(super) fn add_different(
    path: &Path,
    before: Option<&Document<'static>>,
    now: &Document<'static>,
    changed_fields: &mut ChangedFields,
) -> Vec<Path> {
    if !path.segments().is_empty() {
        changed_fields.add(path.clone());
    }
    let nothing = Document::new(None);
    let mut difference =
        Difference { before: before.unwrap_or(&nothing), now, changed_fields, removed: Vec::new() };
    let then = before.map(|_| 0);
    match (now.locate(path.segments()), then) {
        (Some(at), then) => difference.inside(then, at),
        (None, Some(then)) => difference.removed_inside(then, path),
        (None, None) => {}
    }
    difference.removed
}

impl Difference<'_> {
    /// Compares the fields inside a value.
    fn inside(&mut self, then: Option<usize>, at: usize) {
        let (before, now) = (self.before, self.now);
        for field in fields(now, at) {
            if self.changed_fields.is_truncated {
                return;
            }
            let path = now.path(field);
            let then = then.zip(path.segments().last()).and_then(|(then, step)| before.child(then, step));
            if then.is_none_or(|then| !is_alike(before, then, now, field)) {
                self.changed_fields.add(path);
                self.inside(then, field);
            }
        }
        for (field, name) in then.into_iter().flat_map(|then| members(before, then)) {
            if now.child(at, &Segment::Key(name.into())).is_none() {
                self.removed(field, now.path(at).key(name));
            }
        }
    }

    fn removed(&mut self, then: usize, path: Path) {
        self.removed_inside(then, &path);
        self.removed.push(path);
    }

    fn removed_inside(&mut self, then: usize, path: &Path) {
        for (field, name) in members(self.before, then) {
            self.removed(field, path.clone().key(name));
        }
    }
}

/// The fields among the members of a value; the first of duplicate keys.
fn fields<'d>(document: &'d Document<'_>, at: usize) -> impl Iterator<Item = usize> + 'd {
    let mut seen = vec![false; document.table(at).map_or(0, |table| table.fields.len())];
    document.members(at).filter(move |member| {
        let node = &document.nodes()[*member];
        let is_again = match node.row.and_then(|row| seen.get_mut(row)) {
            Some(seen) => std::mem::replace(seen, true),
            None => false,
        };
        node.kind.is_some() && !is_again
    })
}

/// The fields of an object with their names; nothing for a list.
fn members<'d>(
    document: &'d Document<'static>,
    at: usize,
) -> impl Iterator<Item = (usize, &'static str)> + use<'d> {
    fields(document, at).filter_map(|field| Some((field, document.field(field)?.name)))
}
