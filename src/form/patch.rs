//! The patch: what to send so that the card becomes what the form shows.

use crate::issue::Path;
use crate::json::writer::{is_time, write_value};
use crate::json::{Document, Name, Style, Value};
use crate::schema::{Body, Mark};
use crate::text::date_time;

/// A top-level field that differs from the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Where the field is.
    pub path: Path,
    /// The former value, as canonical JSON text; `None` if absent.
    pub before: Option<String>,
    /// The form's value, as canonical JSON text; `None` if absent.
    pub after: Option<String>,
}

impl FieldChange {
    /// Whether the update can express the change. It cannot express removals: an absent field keeps the card's value.
    pub fn is_sent(&self) -> bool {
        self.after.is_some()
    }
}

/// A value, if present, with its document.
type Found<'a, 'd> = (&'a Document<'d>, Option<usize>);

/// Whether the values at a path differ.
pub(super) fn differs(document: &Document<'_>, baseline: &Document<'_>, path: &Path) -> bool {
    let (now, then) = (document.locate(path.segments()), baseline.locate(path.segments()));
    !is_same((document, now), (baseline, then))
}

/// Whether two values have the same canonical form, or are different notations of the same time; `null` counts as
/// absent.
fn is_same((one, at): Found<'_, '_>, (other, there): Found<'_, '_>) -> bool {
    let present = |document: &Document<'_>, at: &usize| !document.nodes()[*at].value.is_null();
    let (at, there) = (at.filter(|at| present(one, at)), there.filter(|at| present(other, at)));
    let (Some(at), Some(there)) = (at, there) else { return at == there };
    let node = &one.nodes()[at];
    match (&node.value, &other.nodes()[there].value) {
        (Value::Object, Value::Object) => {
            let (these, those) = (ByKey::new(one, at), ByKey::new(other, there));
            these
                .keys()
                .chain(those.keys())
                .all(|key| is_same((one, these.get(key)), (other, those.get(key))))
        }
        (Value::Array, Value::Array) => {
            let is_alike = |(item, that)| is_same((one, Some(item)), (other, Some(that)));
            one.members(at).count() == other.members(there).count()
                && one.members(at).zip(other.members(there)).all(is_alike)
        }
        (Value::NonJson(kind), Value::NonJson(that)) => kind == that,
        (Value::Text(text), Value::Text(that)) => {
            text == that || is_time(node.kind) && is_same_moment(text, that)
        }
        _ => canonical_at(one, at) == canonical_at(other, there),
    }
}

fn is_same_moment(text: &str, other: &str) -> bool {
    match (date_time::parse(text), date_time::parse(other)) {
        (Ok(one), Ok(other)) => one.sort_key() == other.sort_key(),
        _ => false,
    }
}

/// The canonical text of a value; `None` for `null`.
fn canonical_at(document: &Document<'_>, at: usize) -> Option<String> {
    if document.nodes()[at].value.is_null() {
        return None;
    }
    let mut text = String::new();
    write_value(document, at, Style::default(), &mut text);
    Some(text)
}

/// The members of an object by key; the first of duplicate keys.
struct ByKey<'d>(Vec<(&'d str, usize)>);

impl<'d> ByKey<'d> {
    /// The members of the object at `at`.
    fn new(document: &'d Document<'_>, at: usize) -> ByKey<'d> {
        let keyed = |member: usize| match &document.nodes()[member].name {
            Name::Key(key) => Some((key.as_ref(), member)),
            _ => None,
        };
        let mut members: Vec<_> = document.members(at).filter_map(keyed).collect();
        members.sort_by_key(|(key, _)| *key);
        members.dedup_by_key(|(key, _)| *key);
        ByKey(members)
    }

    fn keys(&self) -> impl Iterator<Item = &'d str> {
        self.0.iter().map(|(key, _)| *key)
    }

    fn get(&self, key: &str) -> Option<usize> {
        let found = self.0.binary_search_by(|(other, _)| (*other).cmp(key)).ok()?;
        Some(self.0[found].1)
    }
}

/// The reference that a form's value is compared with.
#[derive(Clone, Copy)]
pub(super) struct Reference<'d> {
    /// The values that an update can change.
    pub(super) baseline: &'d Document<'static>,
    /// The card, if known. It also has values that an update cannot change, such as the creation time, and empty ones.
    pub(super) card: Option<&'d Document<'static>>,
}

impl Reference<'_> {
    /// Whether a member is unchanged: it equals the baseline's, or it is present and equals the card's.
    fn holds(self, document: &Document<'_>, key: &str, now: Option<usize>, then: Option<usize>) -> bool {
        let is_on_card = |card: &Document<'_>| is_same((document, now), (card, card.member(0, key)));
        is_same((document, now), (self.baseline, then)) || now.is_some() && self.card.is_some_and(is_on_card)
    }
}

/// The top-level fields that differ: first those of the form, then removed ones.
pub(super) fn changes(document: &Document<'_>, reference: Reference<'_>) -> Vec<FieldChange> {
    let baseline = reference.baseline;
    let (now, then) = (ByKey::new(document, 0), ByKey::new(baseline, 0));
    let here = document.members(0).filter_map(|member| {
        let key = document.nodes()[member].name.key()?;
        (now.get(key) == Some(member)).then(|| (key, then.get(key), Some(member)))
    });
    let gone = baseline.members(0).filter_map(|member| {
        let key = baseline.nodes()[member].name.key()?;
        (then.get(key) == Some(member) && now.get(key).is_none()).then_some((key, Some(member), None))
    });
    let change = |(key, then, now): (&str, Option<usize>, Option<usize>)| {
        (!reference.holds(document, key, now, then)).then(|| FieldChange {
            path: Path::root().key(key.to_owned()),
            before: then.and_then(|at| canonical_at(baseline, at)),
            after: now.and_then(|at| canonical_at(document, at)),
        })
    };
    here.chain(gone).filter_map(change).collect()
}

/// The members of the form's value to send: those that differ and, with them, those that every body needs.
pub(super) fn members_to_send(
    document: &Document<'_>,
    reference: Reference<'_>,
    body: &'static Body,
) -> Vec<usize> {
    let then = ByKey::new(reference.baseline, 0);
    let differs = |member: usize| {
        let key = document.nodes()[member].name.key();
        key.is_none_or(|key| !reference.holds(document, key, Some(member), then.get(key)))
    };
    let is_required =
        |member: usize| document.field(member).is_some_and(|field| field.mark(body.action) == Mark::Required);
    document.members(0).filter(|member| is_required(*member) || differs(*member)).collect()
}

/// The form's value, reduced to these members.
pub(super) fn with_members(
    document: &Document<'static>,
    members: &[usize],
    body: &'static Body,
) -> Document<'static> {
    let node = |member: &usize| (document.nodes()[*member].name.clone(), document.subtree(*member));
    Document::from_members(body.into(), Value::Object, &mut members.iter().map(node))
}
