//! Resolves paths: through existing values, then through the table.

use super::FormError;
use super::suggest::suggest;
use crate::issue::{Path, Segment};
use crate::json::{Document, Value};
use crate::schema::{Kind, Mark};

/// A resolved path.
pub(super) struct ResolvedPath {
    /// The last existing value along the path.
    pub(super) at: usize,
    /// The number of segments that lead to it.
    pub(super) depth: usize,
    /// The type of the path's target, if known.
    pub(super) kind: Option<&'static Kind>,
}

/// Resolves a path. Beyond existing values, the table must have the fields; an index there means an item to append.
pub(super) fn follow(document: &Document<'_>, path: &Path) -> Result<ResolvedPath, FormError> {
    let steps = path.segments();
    let mut at = 0;
    let mut depth = 0;
    while let Some(next) = steps.get(depth).and_then(|step| document.child(at, step)) {
        at = next;
        depth += 1;
    }
    let node = &document.nodes()[at];
    let is_array = node.value == Value::Array;
    let mut length = if is_array { document.members(at).count() } else { 0 };
    let mut kind = node.kind;
    for (behind, step) in steps[depth..].iter().enumerate() {
        let is_list = matches!(kind, Some(Kind::List(_))) || behind == 0 && is_array;
        kind = match (step, kind.and_then(|kind| kind.inside(step))) {
            (Segment::Index(index), _) if is_list && *index != length => {
                return Err(FormError::OutOfRange { path: path.clone(), length });
            }
            (_, Some(inside)) => Some(inside),
            _ => return Err(unknown_field(document, path, kind, step)),
        };
        length = 0;
    }
    Ok(ResolvedPath { at, depth, kind })
}

/// Resolves a path to set a value. Fields that only other actions list are accepted only if they exist.
pub(super) fn follow_to_put(document: &Document<'_>, path: &Path) -> Result<ResolvedPath, FormError> {
    let resolved_path = follow(document, path)?;
    let around = document.nodes()[resolved_path.at].kind;
    match path.segments().get(resolved_path.depth) {
        Some(step @ Segment::Key(key))
            if around
                .and_then(|kind| kind.field(key))
                .is_some_and(|field| field.mark(document.action()) == Mark::Unlisted) =>
        {
            Err(unknown_field(document, path, around, step))
        }
        _ => Ok(resolved_path),
    }
}

/// The error of a path with a segment that the type `around` lacks.
fn unknown_field(document: &Document<'_>, path: &Path, around: Option<&Kind>, step: &Segment) -> FormError {
    let body = document.nodes()[0].kind;
    let api = match (around, step) {
        (Some(Kind::Object(object)), Segment::Key(key)) => object.api_of(key, &|_| false),
        _ => None,
    };
    FormError::UnknownField {
        path: path.clone(),
        meant: body.and_then(|body| suggest(path, body, document.action())),
        api,
    }
}

/// Resolves a path to an existing value or an absent field, not to an item to append.
pub(super) fn follow_to_field(document: &Document<'_>, path: &Path) -> Result<ResolvedPath, FormError> {
    let resolved_path = follow(document, path)?;
    let is_index = |step: &Segment| matches!(step, Segment::Index(_));
    if path.segments()[resolved_path.depth..].iter().any(is_index) {
        let is_array = document.nodes()[resolved_path.at].value == Value::Array;
        let length = if is_array { document.members(resolved_path.at).count() } else { 0 };
        return Err(FormError::OutOfRange { path: path.clone(), length });
    }
    Ok(resolved_path)
}

/// Whether a value exists; `null` counts as absent.
pub(super) fn is_there(document: &Document<'_>, path: &Path) -> bool {
    document.locate(path.segments()).is_some_and(|at| !document.nodes()[at].value.is_null())
}
