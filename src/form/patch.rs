//! What an update has to send, so that the card becomes what the form shows.

use crate::issue::Path;
use crate::json::writer::write_value;
use crate::json::{Document, Name, Style, Value};

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

/// Whether the values at a path differ in their canonical texts; `null` counts as absent.
pub(super) fn differs(document: &Document<'_>, baseline: &Document<'_>, path: &Path) -> bool {
    let text = |document: &Document<'_>| canonical_at(document, document.locate(path.segments())?);
    text(document) != text(baseline)
}

/// The canonical text of a value; none of `null`.
fn canonical_at(document: &Document<'_>, at: usize) -> Option<String> {
    if document.nodes()[at].value.is_null() {
        return None;
    }
    let mut text = String::new();
    write_value(document, at, Style::default(), &mut text);
    Some(text)
}

/// The members of a document by their keys; of a key that appears twice, the first one counts.
struct ByKey<'d>(Vec<(&'d str, usize)>);

impl<'d> ByKey<'d> {
    fn new(document: &'d Document<'_>) -> ByKey<'d> {
        let keyed = |member: usize| match &document.nodes()[member].name {
            Name::Key(key) => Some((key.as_ref(), member)),
            _ => None,
        };
        let mut members: Vec<_> = document.members(0).filter_map(keyed).collect();
        members.sort_by_key(|(key, _)| *key);
        members.dedup_by_key(|(key, _)| *key);
        ByKey(members)
    }

    fn get(&self, key: &str) -> Option<usize> {
        let found = self.0.binary_search_by(|(other, _)| (*other).cmp(key)).ok()?;
        Some(self.0[found].1)
    }
}

/// The top-level fields that differ, in the order of the form and then of what it is compared with.
pub(super) fn changes(document: &Document<'_>, baseline: &Document<'_>) -> Vec<FieldChange> {
    let (now, then) = (ByKey::new(document), ByKey::new(baseline));
    let here = document.members(0).filter_map(|member| {
        let key = document.nodes()[member].name.key()?;
        (now.get(key) == Some(member)).then(|| (key, then.get(key), Some(member)))
    });
    let gone = baseline.members(0).filter_map(|member| {
        let key = baseline.nodes()[member].name.key()?;
        (then.get(key) == Some(member) && now.get(key).is_none()).then_some((key, Some(member), None))
    });
    let change = |(key, before, after): (&str, Option<usize>, Option<usize>)| FieldChange {
        path: Path::root().key(key.to_owned()),
        before: before.and_then(|at| canonical_at(baseline, at)),
        after: after.and_then(|at| canonical_at(document, at)),
    };
    here.chain(gone).map(change).filter(|change| change.before != change.after).collect()
}

/// The members of the form's value that differ, as they stand.
pub(super) fn patch(document: &Document<'static>, baseline: &Document<'_>) -> Document<'static> {
    if document.table(0).is_none() {
        return document.clone();
    }
    let then = ByKey::new(baseline);
    let differs = |member: &usize| {
        let before = document.nodes()[*member].name.key().and_then(|key| then.get(key));
        before.and_then(|at| canonical_at(baseline, at)) != canonical_at(document, *member)
    };
    let members = document.members(0).filter(differs);
    let members = members.map(|member| (document.nodes()[member].name.clone(), document.subtree(member)));
    Document::gather(document.nodes()[0].kind, Value::Object, members)
}
