//! The size of a form's value as JSON text. The limit is the validator's.

use super::edit::Edit;
use super::error::FormError;
use crate::issue::{Issue, IssueCode, Path};
use crate::json::length::length;
use crate::json::{Document, MAX_BYTES, Name};

/// Returns an error about the path if the size exceeds the limit.
pub(super) fn check_size(size: usize, path: &Path) -> Result<usize, FormError> {
    if size <= MAX_BYTES {
        return Ok(size);
    }
    let issue = Issue::new(IssueCode::JsonTooLarge, path.clone());
    let issue = issue.with("max", MAX_BYTES).with("actual", size).with("unit", "byte");
    Err(FormError::Unreadable { path: path.clone(), issue: Box::new(issue) })
}

/// The size of a whole document.
pub(super) fn size(document: &Document<'_>) -> usize {
    length(document, 0, &Name::Root)
}

/// The size after an edit.
pub(super) fn size_after(edit: &Edit, document: &Document<'static>, size: usize) -> usize {
    let Edit { parent, range, member, .. } = edit;
    let added = member.as_ref().map_or(0, |(name, member)| length(member, 0, name));
    if matches!(member, Some((Name::Root, _))) {
        return added;
    }
    let removed = match range.is_empty() {
        true => 0,
        false => length(document, range.start, &document.nodes()[range.start].name),
    };
    // A comma is added or removed with a member, unless it is the only one.
    let has_others = document.members(*parent).nth(usize::from(!range.is_empty())).is_some();
    let commas = |is_there: bool| usize::from(has_others && is_there);
    size + added + commas(member.is_some()) - removed - commas(!range.is_empty())
}
