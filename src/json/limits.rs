//! What is refused wherever a document comes from.

use super::document::Document;
use super::{MAX_DEPTH, MAX_PATH_BYTES};
use crate::issue::{Issue, IssueCode, Path};
#[cfg(feature = "form")]
use crate::schema::Segment;

/// Where a value lies inside of a payload; the whole lies at none.
#[derive(Clone, Copy, Default)]
pub(crate) struct Nesting {
    /// How many objects and arrays are around it.
    pub(super) depth: usize,
    /// The length of all keys on the way to it, in bytes.
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
