//! In which fields a value differs from what it was before.

use super::changed_fields::ChangedFields;
use crate::issue::{Path, Segment};
use crate::json::Document;
use crate::json::as_is::is_alike;

/// A value before an edit, in a document of its own, beside the document that it was in, as that is now.
struct Difference<'d> {
    before: &'d Document<'static>,
    now: &'d Document<'static>,
    changed_fields: &'d mut ChangedFields,
    /// The fields that are there no more. Those of items that are gone are not among them: they have no place.
    gone: Vec<Path>,
}

/// Adds the field at a path, which an edit has changed_fields, and the fields in it that are not as they were. Returns those
/// that are gone.
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
        Difference { before: before.unwrap_or(&nothing), now, changed_fields, gone: Vec::new() };
    let then = before.map(|_| 0);
    match (now.locate(path.segments()), then) {
        (Some(at), then) => difference.inside(then, at),
        (None, Some(then)) => difference.gone_inside(then, path),
        (None, None) => {}
    }
    difference.gone
}

impl Difference<'_> {
    /// Adds the fields in a value that is there.
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
                self.gone(field, now.path(at).key(name));
            }
        }
    }

    fn gone(&mut self, then: usize, path: Path) {
        self.gone_inside(then, &path);
        self.gone.push(path);
    }

    fn gone_inside(&mut self, then: usize, path: &Path) {
        for (field, name) in members(self.before, then) {
            self.gone(field, path.clone().key(name));
        }
    }
}

/// The fields among the members of a value; of those of the same key, the first.
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

/// The fields of an object and their names; of a list, nothing.
fn members<'d>(
    document: &'d Document<'static>,
    at: usize,
) -> impl Iterator<Item = (usize, &'static str)> + use<'d> {
    fields(document, at).filter_map(|field| Some((field, document.field(field)?.name)))
}
