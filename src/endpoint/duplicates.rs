//! Duplicate items of a list.

use crate::issue::{Issue, IssueCode};
use crate::json::{Document, Name, Value};
use crate::schema::UniqueBy;
use crate::text::repeats::repeats;

/// The duplicates in a list: the index of the first occurrence, and of the duplicate.
pub(crate) fn repeated_items(
    document: &Document<'_>,
    list: usize,
    unique_by: UniqueBy,
) -> Vec<(usize, usize)> {
    let identity = |item: usize| match unique_by {
        UniqueBy::Value => Some(item),
        UniqueBy::Key(key) => document.member(item, key),
    };
    let text = |item: usize| match &document.nodes()[identity(item)?].value {
        Value::Text(text) => Some((text.as_ref(), item)),
        _ => None,
    };
    repeats(&mut document.members(list).filter_map(text))
}

/// The issue about a duplicate.
pub(crate) fn duplicate(document: &Document<'_>, first: usize, again: usize) -> Issue {
    let issue = Issue::new(IssueCode::DuplicateItem, document.path(again));
    match document.nodes()[first].name {
        Name::Index(first) => issue.with("first", first),
        _ => issue,
    }
}
