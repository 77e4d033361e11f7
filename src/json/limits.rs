//! Limits that apply to every kind of input.

use super::document::Document;
use super::{MAX_DEPTH, MAX_PATH_BYTES};
use crate::issue::{Issue, IssueCode, Path};
#[cfg(feature = "form")]
use crate::schema::Segment;

/// The nesting of a value inside a payload; zero for the payload itself.
#[derive(Clone, Copy, Default)]
pub(crate) struct Nesting {
    /// The number of enclosing objects and arrays.
    pub(super) depth: usize,
    /// The total length of the keys along the path, in bytes.
    pub(super) path_bytes: usize,
}

#[cfg(feature = "form")]
impl From<&Path> for Nesting {
    fn from(path: &Path) -> Nesting {
        let steps = path.segments();
        let path_bytes = steps.iter().filter_map(Segment::key).map(str::len).sum();
        Nesting { depth: steps.len(), path_bytes }
    }
}

/// Objects and arrays are nested too deeply below `parent`.
pub(super) fn too_deep(document: &Document<'_>, parent: usize) -> Box<Issue> {
    Box::new(Issue::new(IssueCode::JsonTooDeep, document.path(parent)).with("max", MAX_DEPTH))
}

/// The keys along the path to a member of `object` are too long.
pub(super) fn path_too_long(document: &Document<'_>, object: usize, bytes: usize) -> Box<Issue> {
    let issue = Issue::new(IssueCode::JsonPathTooLong, document.path(object));
    Box::new(issue.with("max", MAX_PATH_BYTES).with("actual", bytes).with("unit", "byte"))
}

/// The words are malformed.
pub(super) fn unreadable() -> Box<Issue> {
    Box::new(Issue::new(IssueCode::Unreadable, Path::root()))
}
