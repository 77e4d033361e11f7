//! Turns edits of a form into splices of its document.

use std::ops::Range;

use super::FormError;
use super::resolved_path::{follow_to_field, follow_to_put};
use super::touched::ListEdit;
use crate::issue::{Path, Segment};
use crate::json::as_is::is_alike;
use crate::json::{Document, Name, Value};
use crate::schema::Kind;

/// A change at one place of a document.
pub(super) struct Edit {
    /// The path of everything that changes.
    pub(super) path: Path,
    /// The enclosing object or list.
    pub(super) parent: usize,
    /// The range that is replaced: a member of the parent, or empty.
    pub(super) range: Range<usize>,
    /// The new member.
    pub(super) member: Option<(Name<'static>, Document<'static>)>,
    /// The list whose items move, and how.
    pub(super) list_edit: Option<(Path, ListEdit)>,
}

impl Edit {
    /// Whether the edit replaces a value by an identical one.
    pub(super) fn is_noop(&self, document: &Document<'static>) -> bool {
        let is_like = |(_, member): &(_, Document<'_>)| is_alike(document, self.range.start, member, 0);
        !self.range.is_empty() && self.member.as_ref().is_some_and(is_like)
    }
}

/// Sets the value at a path, creating enclosing objects and lists.
pub(super) fn set(
    document: &Document<'static>,
    path: &Path,
    value: Document<'static>,
) -> Result<Edit, FormError> {
    let resolved_path = follow_to_put(document, path)?;
    let (known, rest) = path.segments().split_at(resolved_path.depth);
    let node = &document.nodes()[resolved_path.at];
    match (rest, &node.value) {
        ([], _) | (_, Value::Null) => {
            Ok(replace(document, resolved_path.at, enclose(node.kind, rest, value)))
        }
        ([step @ Segment::Key(key), deeper @ ..], Value::Object) => {
            let at = document.insertion_index(resolved_path.at, key);
            let member = enclose(node.kind.and_then(|kind| kind.inside(step)), deeper, value);
            Ok(add(document, resolved_path.at, at, step, member))
        }
        ([step @ Segment::Index(_), deeper @ ..], Value::Array) => {
            let member = enclose(node.kind.and_then(|kind| kind.inside(step)), deeper, value);
            Ok(add(document, resolved_path.at, node.end, step, member))
        }
        (_, other) => Err(FormError::NotContainer { path: known.to_vec().into(), actual: other.json_type() }),
    }
}

/// Replaces the whole payload.
pub(super) fn set_whole(document: &Document<'static>, value: Document<'static>) -> Edit {
    replace(document, 0, value)
}

/// Removes the value at a path, with enclosing objects and lists that become empty if `is_own` says that the form
/// created them. `None` if there is no value.
pub(super) fn remove(
    document: &Document<'static>,
    path: &Path,
    is_own: impl Fn(&Path) -> bool,
) -> Result<Option<Edit>, FormError> {
    let resolved_path = follow_to_field(document, path)?;
    if resolved_path.depth < path.segments().len() {
        return Ok(None);
    }
    let nodes = document.nodes();
    let mut at = resolved_path.at;
    loop {
        let parent = nodes[at].parent;
        let is_item = matches!(nodes[parent].name, Name::Index(_));
        if parent == 0
            || is_item
            || document.members(parent).nth(1).is_some()
            || !is_own(&document.path(parent))
        {
            break;
        }
        at = parent;
    }
    let parent = nodes[at].parent;
    let mut edit = match nodes[at].name {
        Name::Root => replace(
            document,
            0,
            Document::from_members(nodes[0].kind.into(), Value::Object, &mut std::iter::empty()),
        ),
        Name::Index(_) => {
            let items: Vec<usize> = document.members(parent).filter(|item| *item != at).collect();
            let mut items = items.into_iter().map(|item| document.subtree(item));
            replace(document, parent, list(document, parent, &mut items))
        }
        Name::Key(_) | Name::IllFormedKey(_) if has_duplicates(document, at) => {
            without_duplicates(document, at, None)
        }
        Name::Key(_) | Name::IllFormedKey(_) => {
            Edit { path: document.path(at), parent, range: at..nodes[at].end, member: None, list_edit: None }
        }
    };
    if let Some((Segment::Index(index), list)) = path.segments().split_last() {
        edit.list_edit = Some((list.to_vec().into(), ListEdit::Remove(*index)));
    }
    Ok(Some(edit))
}

/// Inserts an item into a list.
pub(super) fn insert(
    document: &Document<'static>,
    path: &Path,
    index: usize,
    value: Document<'static>,
) -> Result<Edit, FormError> {
    let list_at = document.locate(path.segments()).filter(|at| !document.nodes()[*at].value.is_null());
    let item = path.clone().index(index);
    let Some(at) = list_at else { return set(document, &item, value) };
    let items = items(document, at, path)?;
    let Some((before, behind)) = items.split_at_checked(index) else {
        return Err(FormError::OutOfRange { path: item, length: items.len() });
    };
    let copy = |item: &usize| document.subtree(*item);
    let mut items = before.iter().map(copy).chain([value]).chain(behind.iter().map(copy));
    let list_edit = Some((path.clone(), ListEdit::Insert(index)));
    Ok(Edit { list_edit, ..replace(document, at, list(document, at, &mut items)) })
}

/// Moves an item of a list to another index.
pub(super) fn move_item(
    document: &Document<'static>,
    path: &Path,
    from: usize,
    to: usize,
) -> Result<Edit, FormError> {
    let resolved_path = follow_to_field(document, path)?;
    let mut items = match resolved_path.depth == path.segments().len() {
        true => items(document, resolved_path.at, path)?,
        false => Vec::new(),
    };
    let length = items.len();
    if let Some(index) = [from, to].into_iter().find(|index| *index >= length) {
        return Err(FormError::OutOfRange { path: path.clone().index(index), length });
    }
    let item = items.remove(from);
    items.insert(to, item);
    let list_edit = Some((path.clone(), ListEdit::Move { from, to }));
    let mut items = items.into_iter().map(|item| document.subtree(item));
    Ok(Edit {
        list_edit,
        ..replace(document, resolved_path.at, list(document, resolved_path.at, &mut items))
    })
}

/// Replaces a value, and removes other members with the same key.
fn replace(document: &Document<'static>, at: usize, value: Document<'static>) -> Edit {
    if has_duplicates(document, at) {
        return without_duplicates(document, at, Some(value));
    }
    in_place(document, at, value)
}

/// Replaces a value.
fn in_place(document: &Document<'static>, at: usize, value: Document<'static>) -> Edit {
    let node = &document.nodes()[at];
    Edit {
        path: document.path(at),
        parent: node.parent,
        range: at..node.end,
        member: Some((node.name.clone(), value)),
        list_edit: None,
    }
}

/// Inserts a member before the value at `before`.
fn add(
    document: &Document<'static>,
    parent: usize,
    before: usize,
    step: &Segment,
    value: Document<'static>,
) -> Edit {
    let path = document.path(parent).step(step.clone());
    Edit { path, parent, range: before..before, member: Some((name(step), value)), list_edit: None }
}

/// Whether another member has the same key as the one at `at`.
fn has_duplicates(document: &Document<'static>, at: usize) -> bool {
    let node = &document.nodes()[at];
    let mut members = document.members(node.parent);
    matches!(node.name, Name::Key(_)) && members.any(|member| is_duplicate(document, at, member))
}

fn is_duplicate(document: &Document<'static>, at: usize, member: usize) -> bool {
    let nodes = document.nodes();
    member > at && matches!(&nodes[at].name, Name::Key(key) if nodes[member].name.key() == Some(key))
}

/// Rebuilds the object around a member without other members of the same key. `value` replaces the member; `None`
/// removes it.
fn without_duplicates(document: &Document<'static>, at: usize, value: Option<Document<'static>>) -> Edit {
    let nodes = document.nodes();
    let parent = nodes[at].parent;
    let mut value = Some(value);
    let members = document.members(parent).filter(|member| !is_duplicate(document, at, *member));
    let mut members = members.filter_map(|member| {
        let kept = if member == at { value.take()? } else { Some(document.subtree(member)) };
        Some((nodes[member].name.clone(), kept?))
    });
    let object = Document::from_members(nodes[parent].kind.into(), Value::Object, &mut members);
    in_place(document, parent, object)
}

/// The indices of list items.
fn items(document: &Document<'static>, at: usize, path: &Path) -> Result<Vec<usize>, FormError> {
    match document.nodes()[at].value {
        Value::Array => Ok(document.members(at).collect()),
        _ => Err(FormError::NotList { path: path.clone() }),
    }
}

/// A list like the one at `at` with these items. They are copied one by one: all at once would need three times the
/// memory of the list.
fn list(
    document: &Document<'static>,
    at: usize,
    items: &mut dyn Iterator<Item = Document<'static>>,
) -> Document<'static> {
    let mut items = items.enumerate().map(|(index, item)| (Name::Index(index), item));
    Document::from_members(document.nodes()[at].kind.into(), Value::Array, &mut items)
}

/// Wraps a value in the objects and lists along a path.
fn enclose(kind: Option<&'static Kind>, steps: &[Segment], value: Document<'static>) -> Document<'static> {
    let Some((step, deeper)) = steps.split_first() else { return value };
    let container = match step {
        Segment::Key(_) => Value::Object,
        Segment::Index(_) => Value::Array,
    };
    let member = enclose(kind.and_then(|kind| kind.inside(step)), deeper, value);
    Document::from_members(kind.into(), container, &mut std::iter::once((name(step), member)))
}

fn name(step: &Segment) -> Name<'static> {
    match step {
        Segment::Key(key) => Name::Key(key.clone()),
        Segment::Index(index) => Name::Index(*index),
    }
}
