//! How long the text of a form's value is: as much as a validator reads, and no more.

use super::edit::{Edit, Splice};
use crate::json::{Document, Name, write_as_is, write_name};

/// The length of the text of a whole document.
pub(super) fn size(document: &Document<'_>) -> usize {
    let mut text = String::new();
    write_as_is(document, 0, &mut text);
    text.len()
}

/// The length of the text after an edit.
pub(super) fn size_after(edit: &Edit, document: &Document<'static>, size: usize) -> usize {
    let mut removed = 0;
    let mut added = 0;
    let mut members = edit.splices.first().map_or(0, |splice| document.members(splice.parent).count());
    let commas = |members: usize| members.saturating_sub(1);
    removed += commas(members);
    for Splice { range, member, .. } in &edit.splices {
        if !range.is_empty() {
            removed += length(document, range.start, &document.nodes()[range.start].name);
            members -= 1;
        }
        if let Some((name, member)) = member {
            added += length(member, 0, name);
            members += 1;
        }
    }
    added += commas(members);
    (size + added).saturating_sub(removed)
}

fn length(document: &Document<'_>, at: usize, name: &Name<'_>) -> usize {
    let mut text = String::new();
    write_name(name, &mut text);
    write_as_is(document, at, &mut text);
    text.len()
}
