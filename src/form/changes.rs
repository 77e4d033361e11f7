//! What an edit changed.

use std::collections::BTreeMap;

use super::ledger::Revision;
use super::state::FieldState;
use crate::findings::in_document_order;
use crate::issue::{Issue, IssueCode, Location, Path};

/// What an edit changed: all that a form has to draw again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Issues that were not there before.
    pub appeared: Vec<Issue>,
    /// Issues that are still there, but whose parameters or severity have changed, as they are now.
    pub changed: Vec<Issue>,
    /// Issues that are no longer there.
    pub gone: Vec<Issue>,
    /// The fields whose value, and with it their count, or whose requirement or relevance has changed, as they are now.
    /// An object or list has another value when something in it has. Values that the API does not list are told only
    /// where the edit was made.
    pub fields: Vec<FieldState>,
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.appeared.is_empty() && self.changed.is_empty() && self.gone.is_empty() && self.fields.is_empty()
    }

    pub(super) fn new(revision: Revision, fields: Vec<FieldState>) -> Changes {
        let mut before: BTreeMap<Identity, Vec<Issue>> = BTreeMap::new();
        for issue in in_document_order(revision.before) {
            before.entry(identity(&issue)).or_default().push(issue);
        }
        let mut changes = Changes { fields, ..Changes::default() };
        let mut others = Vec::new();
        for issue in in_document_order(revision.after) {
            let same = before.get_mut(&identity(&issue)).and_then(|before| {
                before.iter().position(|old| *old == issue).map(|position| before.remove(position))
            });
            if same.is_none() {
                others.push(issue);
            }
        }
        for issue in others {
            match before.get_mut(&identity(&issue)).and_then(Vec::pop) {
                Some(_) => changes.changed.push(issue),
                None => changes.appeared.push(issue),
            }
        }
        changes.gone = before.into_values().flatten().collect();
        changes
    }
}

/// What makes two issues the same one, before and after.
type Identity = (Path, IssueCode, Location);

fn identity(issue: &Issue) -> Identity {
    (issue.path.clone(), issue.code, issue.location)
}
