//! The initial value of a form: the card's values and the initial update.

use crate::issue::{Issue, IssueCode, Segment};
use crate::json::{Document, Name, Value};
use crate::schema::Body;

/// An empty update.
pub(super) fn empty(body: &'static Body) -> Document<'static> {
    Document::from_members(body.into(), Value::Object, &mut std::iter::empty())
}

/// The card's values that an update can change: those of fields that the form shows. Empty values (`null`, empty texts,
/// objects and lists) and unreadable ones are omitted.
pub(super) fn values_of(
    body: &'static Body,
    card: &Document<'static>,
    unreadable: &[Issue],
) -> Document<'static> {
    let is_known = !unreadable.iter().any(|issue| issue.code == IssueCode::TooManyIssues);
    let is_readable = |name: &Name<'static>| {
        let is_in_it = |issue: &Issue| match issue.path.segments().first() {
            Some(Segment::Key(key)) => name.key() == Some(key),
            _ => false,
        };
        is_known && !unreadable.iter().any(is_in_it)
    };
    let is_shown = |name: &Name<'static>| {
        let member = name.key().and_then(|key| card.member(0, key));
        let field = member.and_then(|member| card.field(member));
        field.is_some_and(|field| field.mark(body.action).is_listed())
    };
    let members = non_empty_members(card, 0).into_iter();
    let mut members = members.filter(|(name, _)| is_shown(name) && is_readable(name));
    Document::from_members(body.into(), Value::Object, &mut members)
}

fn non_empty(card: &Document<'static>, at: usize) -> Option<Document<'static>> {
    let node = &card.nodes()[at];
    match &node.value {
        Value::Null => None,
        Value::Text(text) if text.is_empty() => None,
        Value::Object => {
            let members = non_empty_members(card, at);
            (!members.is_empty())
                .then(|| Document::from_members(node.kind.into(), Value::Object, &mut members.into_iter()))
        }
        Value::Array => {
            let items = card.members(at).filter_map(|item| non_empty(card, item));
            let mut items = items.enumerate().map(|(index, item)| (Name::Index(index), item));
            let list = Document::from_members(node.kind.into(), Value::Array, &mut items);
            (list.nodes().len() > 1).then_some(list)
        }
        _ => Some(card.subtree(at)),
    }
}

fn non_empty_members(card: &Document<'static>, at: usize) -> Vec<(Name<'static>, Document<'static>)> {
    let rows = card.table(at).map_or(&[][..], |table| table.fields);
    let members = rows.iter().filter_map(|row| card.member(at, row.name));
    members.filter_map(|member| Some((card.nodes()[member].name.clone(), non_empty(card, member)?))).collect()
}

/// The values of a card, with the fields of an update replacing them.
pub(super) fn overlay(
    body: &'static Body,
    card: &Document<'static>,
    update: Document<'static>,
) -> Document<'static> {
    if update.table(0).is_none() {
        return update;
    }
    let name_of = |document: &Document<'static>, member: usize| document.nodes()[member].name.clone();
    let of_card = card
        .members(0)
        .filter(|member| card.nodes()[*member].name.key().is_none_or(|key| update.member(0, key).is_none()));
    let mut members: Vec<_> = of_card
        .map(|member| (card, member))
        .chain(update.members(0).map(|member| (&update, member)))
        .collect();
    members.sort_by_key(|(document, member)| document.nodes()[*member].rank());
    let mut members =
        members.into_iter().map(|(document, member)| (name_of(document, member), document.subtree(member)));
    Document::from_members(body.into(), Value::Object, &mut members)
}
