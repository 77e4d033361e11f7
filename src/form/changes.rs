//! What an edit changed.

use std::cmp::Ordering;

use super::issue_cache::IssueDiff;
use super::state::FieldState;
use crate::issue::Issue;
use crate::issue::findings::in_document_order;

/// What an edit changed: all that a form has to draw again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormChanges {
    /// Issues that were not there before.
    pub appeared: Vec<Issue>,
    /// Issues that are still there, but whose parameters or severity have changed, as they are now.
    pub changed: Vec<Issue>,
    /// Issues that are no longer there.
    pub gone: Vec<Issue>,
    /// The fields whose value, and with it their count, or whose requirement or relevance has changed, as they are now.
    /// An object or list has another value when something in it has. Values that the API does not list are told only
    /// where the edit was made. There are at most [`MAX_LISTED_FIELDS`](super::MAX_LISTED_FIELDS).
    pub fields: Vec<FieldState>,
    /// Whether more fields have changed than are told: a form then asks anew for the [state](super::CardForm::field) of
    /// each field that it shows. No card has so many, but what is pasted into a form may.
    pub truncated: bool,
}

impl FormChanges {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.appeared.is_empty() && self.changed.is_empty() && self.gone.is_empty() && self.fields.is_empty()
    }

    pub(super) fn new(diff: IssueDiff, fields: Vec<FieldState>, truncated: bool) -> FormChanges {
        let before = in_document_order(diff.before);
        let after = in_document_order(diff.after);
        let kinds = kinds(&before, &after);
        let mut changes = FormChanges { fields, truncated, ..FormChanges::default() };
        for (issue, kind) in before.into_iter().chain(after).zip(kinds) {
            match kind {
                ChangeKind::Unreported => {}
                ChangeKind::Appeared => changes.appeared.push(issue),
                ChangeKind::Changed => changes.changed.push(issue),
                ChangeKind::Gone => changes.gone.push(issue),
            }
        }
        changes
    }
}

/// What becomes of an issue, before or after an edit.
#[derive(Clone, Copy, PartialEq)]
enum ChangeKind {
    /// It is there before and after, or it is one before that has changed.
    Unreported,
    Appeared,
    Changed,
    Gone,
}

/// What becomes of the issues before an edit, and then of those after it.
fn kinds(before: &[Issue], after: &[Issue]) -> Vec<ChangeKind> {
    let mut kinds = [vec![ChangeKind::Gone; before.len()], vec![ChangeKind::Appeared; after.len()]].concat();
    if before.is_empty() || after.is_empty() {
        return kinds;
    }
    let issues: Vec<&Issue> = before.iter().chain(after).collect();
    let all = (0..issues.len()).collect();
    for (old, new) in equals(before.len(), all, &|one, other| in_all(issues[one], issues[other])) {
        for index in old.iter().zip(&new).flat_map(|(old, new)| [*old, *new]) {
            kinds[index] = ChangeKind::Unreported;
        }
    }
    let others = (0..issues.len()).filter(|index| kinds[*index] != ChangeKind::Unreported).collect();
    for (old, new) in equals(before.len(), others, &|one, other| in_identity(issues[one], issues[other])) {
        for (old, new) in old.iter().rev().zip(&new) {
            kinds[*old] = ChangeKind::Unreported;
            kinds[*new] = ChangeKind::Changed;
        }
    }
    kinds
}

/// Those of the indices that are equal, parted at an index into old ones and new ones.
fn equals(
    part: usize,
    mut indices: Vec<usize>,
    compare: &dyn Fn(usize, usize) -> Ordering,
) -> Vec<(Vec<usize>, Vec<usize>)> {
    indices.sort_by(|one, other| compare(*one, *other));
    let groups = indices.chunk_by(|one, other| compare(*one, *other).is_eq());
    groups.map(|group| group.iter().partition(|index| **index < part)).collect()
}

/// What makes two issues the same one, before and after.
fn in_identity(one: &Issue, other: &Issue) -> Ordering {
    let identity = |issue: &Issue| (issue.code, issue.location);
    identity(one).cmp(&identity(other)).then_with(|| one.path.cmp(&other.path))
}

/// What makes two issues equal.
fn in_all(one: &Issue, other: &Issue) -> Ordering {
    let content = in_identity(one, other).then_with(|| one.severity.cmp(&other.severity));
    content.then_with(|| one.params.cmp(&other.params))
}
