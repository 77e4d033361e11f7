//! Where a path leads: through the values that are there, and on through the table.

use super::FormError;
use super::meant::meant;
use crate::issue::{Path, Segment};
use crate::json::{Document, Value};
use crate::schema::{Kind, Mark};

/// How far the values of a document go along a path.
pub(super) struct ResolvedPath {
    /// The last value on the way.
    pub(super) at: usize,
    /// How many steps lead to it.
    pub(super) depth: usize,
    /// The type of what the whole path leads to, if the table knows it.
    pub(super) kind: Option<&'static Kind>,
}

/// Follows a path. Where there are no values, the table must know the way; an index there stands for an item to append.
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

/// Follows a path to where a value is put. What only other actions list is no field here, unless it is there already.
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

/// The error of a path with a step that a value of the type `around` does not list.
fn unknown_field(document: &Document<'_>, path: &Path, around: Option<&Kind>, step: &Segment) -> FormError {
    let body = document.nodes()[0].kind;
    let api = match (around, step) {
        (Some(Kind::Object(object)), Segment::Key(key)) => object.api_of(key, &|_| false),
        _ => None,
    };
    FormError::UnknownField {
        path: path.clone(),
        meant: body.and_then(|body| meant(path, body, document.action())),
        api,
    }
}

/// Follows a path to a value or to a field that has none: no path of an item to append.
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

/// Whether a value is there; `null` counts as absent.
pub(super) fn is_there(document: &Document<'_>, path: &Path) -> bool {
    document.locate(path.segments()).is_some_and(|at| !document.nodes()[at].value.is_null())
}
