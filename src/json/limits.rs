//! What is refused wherever a document comes from.

use super::document::Document;
use super::{MAX_DEPTH, MAX_PATH_BYTES};
use crate::issue::{Issue, IssueCode, Path};

/// There are more levels of objects and arrays below `parent`.
pub(super) fn too_deep(document: &Document<'_>, parent: usize) -> Box<Issue> {
    Box::new(Issue::new(IssueCode::JsonTooDeep, document.path(parent)).with("max", MAX_DEPTH))
}

/// The keys on the way to a member of `object` are so long.
pub(super) fn path_too_long(document: &Document<'_>, object: usize, bytes: usize) -> Box<Issue> {
    let issue = Issue::new(IssueCode::JsonPathTooLong, document.path(object));
    Box::new(issue.with("max", MAX_PATH_BYTES).with("actual", bytes).with("unit", "byte"))
}

/// What a binding wrote is not what bindings write.
pub(super) fn unreadable() -> Box<Issue> {
    Box::new(Issue::new(IssueCode::Unreadable, Path::root()))
}
