//! What an update has to send, so that the card becomes what the form shows.

use crate::issue::Path;
use crate::json::writer::write_value;
use crate::json::{Document, Name, Style, Value};
use crate::schema::{Action, Mark};

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

/// What the value of a form is compared with.
#[derive(Clone, Copy)]
pub(super) struct Before<'d> {
    /// The values that an update can set.
    pub(super) baseline: &'d Document<'static>,
    /// The card, if it is known: what it has besides, such as the time of its creation, and what is empty.
    pub(super) card: Option<&'d Document<'static>>,
}

impl Before<'_> {
    /// Whether the card holds that text under that key, though an update may have no field for it.
    fn is_on_card(self, key: &str, text: &str) -> bool {
        let then = self.card.and_then(|card| canonical_at(card, card.member(0, key)?));
        then.is_some_and(|then| then == text)
    }
}

/// The top-level fields that differ, in the order of the form and then of what it is compared with.
pub(super) fn changes(document: &Document<'_>, before: Before<'_>) -> Vec<FieldChange> {
    let baseline = before.baseline;
    let (now, then) = (ByKey::new(document), ByKey::new(baseline));
    let here = document.members(0).filter_map(|member| {
        let key = document.nodes()[member].name.key()?;
        (now.get(key) == Some(member)).then(|| (key, then.get(key), Some(member)))
    });
    let gone = baseline.members(0).filter_map(|member| {
        let key = baseline.nodes()[member].name.key()?;
        (then.get(key) == Some(member) && now.get(key).is_none()).then_some((key, Some(member), None))
    });
    let change = |(key, then, now): (&str, Option<usize>, Option<usize>)| {
        let change = FieldChange {
            path: Path::root().key(key.to_owned()),
            before: then.and_then(|at| canonical_at(baseline, at)),
            after: now.and_then(|at| canonical_at(document, at)),
        };
        let is_on_card = change.after.as_deref().is_some_and(|text| before.is_on_card(key, text));
        (change.before != change.after && !is_on_card).then_some(change)
    };
    here.chain(gone).filter_map(change).collect()
}

/// The members of the form's value that differ, and those that an action must have, as they stand.
pub(super) fn patch(document: &Document<'static>, before: Before<'_>, action: Action) -> Document<'static> {
    if document.table(0).is_none() {
        return document.clone();
    }
    let then = ByKey::new(before.baseline);
    let differs = |member: usize| {
        let key = document.nodes()[member].name.key();
        let now = canonical_at(document, member);
        let was = key.and_then(|key| canonical_at(before.baseline, then.get(key)?));
        let is_on_card = key.zip(now.as_deref()).is_some_and(|(key, text)| before.is_on_card(key, text));
        was != now && !is_on_card
    };
    let is_required =
        |member: usize| document.field(member).is_some_and(|field| field.mark(action) == Mark::Required);
    let members = document.members(0).filter(|member| is_required(*member) || differs(*member));
    let members = members.map(|member| (document.nodes()[member].name.clone(), document.subtree(member)));
    Document::gather(document.nodes()[0].kind, Value::Object, members)
}
