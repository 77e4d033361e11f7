//! From what a form is asked to do to splices of its document.

use std::ops::Range;

use super::FormError;
use super::touched::Shift;
use super::trail::{follow, follow_to_field};
use crate::issue::{Path, Segment};
use crate::json::{Document, Name, Value};
use crate::schema::Kind;

/// A change at one place of a document.
pub(super) struct Edit {
    /// The path around all that changes.
    pub(super) path: Path,
    /// In document order: what takes the place of which values. All are members of the same value.
    pub(super) splices: Vec<Splice>,
    /// The list whose items move, and how.
    pub(super) shift: Option<(Path, Shift)>,
}

/// A member that takes the place of a range of values.
pub(super) struct Splice {
    pub(super) parent: usize,
    pub(super) range: Range<usize>,
    pub(super) member: Option<(Name<'static>, Document<'static>)>,
}

/// Puts a value at a path, and the objects and lists that lead there around it.
pub(super) fn set(
    document: &Document<'static>,
    path: &Path,
    value: Document<'static>,
) -> Result<Edit, FormError> {
    let trail = follow(document, path)?;
    let (known, rest) = path.segments().split_at(trail.depth);
    let node = &document.nodes()[trail.at];
    match (rest, &node.value) {
        ([], _) | (_, Value::Null) => Ok(replace(document, trail.at, enclose(node.kind, rest, value))),
        ([step @ Segment::Key(key), deeper @ ..], Value::Object) => {
            let at = document.place_for(trail.at, key);
            let member = enclose(node.kind.and_then(|kind| kind.inside(step)), deeper, value);
            Ok(add(document, trail.at, at, step, member))
        }
        ([step @ Segment::Index(_), deeper @ ..], Value::Array) => {
            let member = enclose(node.kind.and_then(|kind| kind.inside(step)), deeper, value);
            Ok(add(document, trail.at, node.end, step, member))
        }
        (_, other) => Err(FormError::NotContainer { path: known.to_vec().into(), actual: other.json_type() }),
    }
}

/// Puts a payload in the place of the whole one.
pub(super) fn set_whole(document: &Document<'static>, value: Document<'static>) -> Edit {
    replace(document, 0, value)
}

/// Removes the value at a path, and around it the objects and lists that are left empty and that `is_own` says the form
/// has made itself. `None` if nothing is there.
pub(super) fn remove(
    document: &Document<'static>,
    path: &Path,
    is_own: impl Fn(&Path) -> bool,
) -> Result<Option<Edit>, FormError> {
    let trail = follow_to_field(document, path)?;
    if trail.depth < path.segments().len() {
        return Ok(None);
    }
    let nodes = document.nodes();
    let mut at = trail.at;
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
        Name::Root => replace(document, 0, Document::gather(nodes[0].kind, Value::Object, [])),
        Name::Index(_) => {
            let items = document.members(parent).filter(|item| *item != at);
            replace(document, parent, list(document, parent, items.map(|item| document.subtree(item))))
        }
        Name::Key(_) | Name::BrokenKey(_) => Edit {
            path: document.path(at),
            splices: namesakes(document, at)
                .map(|member| Splice { parent, range: member..nodes[member].end, member: None })
                .collect(),
            shift: None,
        },
    };
    if let Some((Segment::Index(index), list)) = path.segments().split_last() {
        edit.shift = Some((list.to_vec().into(), Shift::Remove(*index)));
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
    let mut items = items(document, at, path)?;
    if index > items.len() {
        return Err(FormError::OutOfRange { path: item, length: items.len() });
    }
    items.insert(index, value);
    let shift = Some((path.clone(), Shift::Insert(index)));
    Ok(Edit { shift, ..replace(document, at, list(document, at, items)) })
}

/// Moves an item of a list to another index.
pub(super) fn move_item(
    document: &Document<'static>,
    path: &Path,
    from: usize,
    to: usize,
) -> Result<Edit, FormError> {
    let trail = follow_to_field(document, path)?;
    let mut items = match trail.depth == path.segments().len() {
        true => items(document, trail.at, path)?,
        false => Vec::new(),
    };
    let length = items.len();
    if let Some(index) = [from, to].into_iter().find(|index| *index >= length) {
        return Err(FormError::OutOfRange { path: path.clone().index(index), length });
    }
    let item = items.remove(from);
    items.insert(to, item);
    let shift = Some((path.clone(), Shift::Move { from, to }));
    Ok(Edit { shift, ..replace(document, trail.at, list(document, trail.at, items)) })
}

/// Puts a value in the place of another one, and of all others of the same key.
fn replace(document: &Document<'static>, at: usize, value: Document<'static>) -> Edit {
    let parent = document.nodes()[at].parent;
    let mut value = Some(value);
    let splices = namesakes(document, at).map(|member| {
        let node = &document.nodes()[member];
        Splice {
            parent,
            range: member..node.end,
            member: value.take().map(|value| (node.name.clone(), value)),
        }
    });
    Edit { path: document.path(at), splices: splices.collect(), shift: None }
}

/// Adds a member before the value at `before`.
fn add(
    document: &Document<'static>,
    parent: usize,
    before: usize,
    step: &Segment,
    value: Document<'static>,
) -> Edit {
    let mut path = document.path(parent);
    path.0.to_mut().push(step.clone());
    let splice = Splice { parent, range: before..before, member: Some((name(step), value)) };
    Edit { path, splices: vec![splice], shift: None }
}

/// The value itself and, if it is a member of an object, the members of the same key behind it.
fn namesakes<'d>(document: &'d Document<'static>, at: usize) -> impl Iterator<Item = usize> + 'd {
    let node = &document.nodes()[at];
    let others = document.members(node.parent).filter(move |member| {
        *member > at
            && matches!(&node.name, Name::Key(key) if document.nodes()[*member].name.key() == Some(key))
    });
    std::iter::once(at).chain(others)
}

fn items(document: &Document<'static>, at: usize, path: &Path) -> Result<Vec<Document<'static>>, FormError> {
    match document.nodes()[at].value {
        Value::Array => Ok(document.members(at).map(|item| document.subtree(item)).collect()),
        _ => Err(FormError::NotList { path: path.clone() }),
    }
}

/// A list like the one at `at`, with these items.
fn list(
    document: &Document<'static>,
    at: usize,
    items: impl IntoIterator<Item = Document<'static>>,
) -> Document<'static> {
    let items = items.into_iter().enumerate().map(|(index, item)| (Name::Index(index), item));
    Document::gather(document.nodes()[at].kind, Value::Array, items)
}

/// The value inside of the objects and lists that the steps lead through.
fn enclose(kind: Option<&'static Kind>, steps: &[Segment], value: Document<'static>) -> Document<'static> {
    let Some((step, deeper)) = steps.split_first() else { return value };
    let container = match step {
        Segment::Key(_) => Value::Object,
        Segment::Index(_) => Value::Array,
    };
    let member = enclose(kind.and_then(|kind| kind.inside(step)), deeper, value);
    Document::gather(kind, container, [(name(step), member)])
}

fn name(step: &Segment) -> Name<'static> {
    match step {
        Segment::Key(key) => Name::Key(key.clone()),
        Segment::Index(index) => Name::Index(*index),
    }
}
