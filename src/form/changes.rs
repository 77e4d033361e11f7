//! The changes that an edit causes.

use std::cmp::Ordering;

use super::issue_cache::IssueDiff;
use super::state::FieldState;
use crate::issue::Issue;
use crate::issue::findings::in_document_order;

/// The changes that an edit causes: everything that a form has to redraw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormChanges {
    /// New issues.
    pub appeared: Vec<Issue>,
    /// Existing issues whose parameters or severity have changed, in their current form.
    pub changed: Vec<Issue>,
    /// Issues that were removed.
    pub gone: Vec<Issue>,
    /// Fields whose value (and count), requirement or relevance has changed, in their current state. An object or list
    /// changes with its members. Unknown keys are listed only at the edited path. There are at most
    /// [`MAX_LISTED_FIELDS`](super::MAX_LISTED_FIELDS).
    pub fields: Vec<FieldState>,
    /// Whether more fields have changed than are listed. The form should then query the [state](super::CardForm::field)
    /// of every field that it shows. This happens only with huge pasted values.
    pub truncated: bool,
}

impl FormChanges {
    /// Whether nothing has changed.
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

/// How an edit affects an issue.
#[derive(Clone, Copy, PartialEq)]
enum ChangeKind {
    /// Present before and after; or the former version of a changed issue.
    Unreported,
    Appeared,
    Changed,
    Gone,
}

/// The kinds of the issues before an edit, followed by those of the issues after it.
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

/// Groups equal indices, split at `part` into old and new ones.
fn equals(
    part: usize,
    mut indices: Vec<usize>,
    compare: &dyn Fn(usize, usize) -> Ordering,
) -> Vec<(Vec<usize>, Vec<usize>)> {
    indices.sort_by(|one, other| compare(*one, *other));
    let groups = indices.chunk_by(|one, other| compare(*one, *other).is_eq());
    groups.map(|group| group.iter().partition(|index| **index < part)).collect()
}

/// Compares what identifies an issue before and after an edit.
fn in_identity(one: &Issue, other: &Issue) -> Ordering {
    let identity = |issue: &Issue| (issue.code, issue.location);
    identity(one).cmp(&identity(other)).then_with(|| one.path.cmp(&other.path))
}

/// Compares whole issues.
fn in_all(one: &Issue, other: &Issue) -> Ordering {
    let content = in_identity(one, other).then_with(|| one.severity.cmp(&other.severity));
    content.then_with(|| one.params.cmp(&other.params))
}
