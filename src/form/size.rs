//! How long the text of a form's value is: as much as a validator reads, and no more.

use super::edit::{Edit, Splice};
use super::error::FormError;
use crate::issue::{Issue, IssueCode, Path};
use crate::json::{Document, MAX_BYTES, Name, write_as_is, write_name};

/// An error about the value for that path if a text of this length is too long.
pub(super) fn check_size(size: usize, path: &Path) -> Result<usize, FormError> {
    if size <= MAX_BYTES {
        return Ok(size);
    }
    let issue = Issue::new(IssueCode::JsonTooLarge, path.clone());
    let issue = issue.with("max", MAX_BYTES).with("actual", size).with("unit", "byte");
    Err(FormError::Unreadable { path: path.clone(), issue: Box::new(issue) })
}

/// The length of the text of a whole document.
pub(super) fn size(document: &Document<'_>) -> usize {
    let mut text = String::new();
    write_as_is(document, 0, &mut text);
    text.len()
}

/// The length of the text after an edit.
pub(super) fn size_after(edit: &Edit, document: &Document<'static>, size: usize) -> usize {
    if let [Splice { member: Some((name @ Name::Root, member)), .. }] = &edit.splices[..] {
        return length(member, 0, name);
    }
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
