//! What an update has to send, so that the card becomes what the form shows.

use std::collections::BTreeMap;

use crate::issue::Path;
use crate::json::{Document, Name, Style, Value, write_value};
use crate::order::in_order;

/// A top-level field whose value differs from the one it is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Where the field is.
    pub path: Path,
    /// The value it is compared with, as canonical JSON text; `None` if there is none.
    pub before: Option<String>,
    /// The value that the form holds, as canonical JSON text; `None` if it is absent.
    pub after: Option<String>,
}

impl FieldChange {
    /// Whether the update can express the change. It has no word for removal: a field that it leaves out keeps the card's
    /// value.
    pub fn is_sent(&self) -> bool {
        self.after.is_some()
    }
}

/// The canonical text of the value at a path; `null` counts as absent.
pub(super) fn canonical(document: &Document<'_>, path: &Path) -> Option<String> {
    canonical_at(document, document.locate(path.segments())?)
}

fn canonical_at(document: &Document<'_>, at: usize) -> Option<String> {
    if document.nodes()[at].value.is_null() {
        return None;
    }
    let mut text = String::new();
    write_value(document, at, Style::default(), &mut text);
    Some(text)
}

/// The members of a document by their keys; of a key that appears twice, the first one counts.
fn by_key<'d>(document: &'d Document<'_>) -> BTreeMap<&'d str, usize> {
    let mut members = BTreeMap::new();
    for member in document.members(0) {
        if let Name::Key(key) = &document.nodes()[member].name {
            members.entry(key.as_ref()).or_insert(member);
        }
    }
    members
}

/// The top-level fields that differ, in the order of the form and then of what it is compared with.
pub(super) fn changes<'d>(document: &'d Document<'_>, baseline: &'d Document<'_>) -> Vec<FieldChange> {
    let (now, then) = (by_key(document), by_key(baseline));
    let as_written = |members: &BTreeMap<&'d str, usize>| {
        in_order(members.iter().map(|(key, at)| (*key, *at)).collect(), |(_, at)| Some(*at))
    };
    let keys = as_written(&now);
    let mut gone = as_written(&then);
    gone.retain(|(key, _)| !now.contains_key(key));
    let change = |(key, _): (&'d str, usize)| FieldChange {
        path: Path::root().key(key.to_owned()),
        before: then.get(key).and_then(|at| canonical_at(baseline, *at)),
        after: now.get(key).and_then(|at| canonical_at(document, *at)),
    };
    keys.into_iter().chain(gone).map(change).filter(|change| change.before != change.after).collect()
}

/// The members of the form's value that differ, as they stand.
pub(super) fn patch(document: &Document<'static>, baseline: &Document<'_>) -> Document<'static> {
    if document.table(0).is_none() {
        return document.clone();
    }
    let then = by_key(baseline);
    let differs = |member: &usize| {
        let before = document.nodes()[*member].name.key().and_then(|key| then.get(key));
        before.and_then(|at| canonical_at(baseline, *at)) != canonical_at(document, *member)
    };
    let members = document.members(0).filter(differs);
    let members = members.map(|member| (document.nodes()[member].name.clone(), document.subtree(member)));
    Document::gather(document.nodes()[0].kind, Value::Object, members)
}
