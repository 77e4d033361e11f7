//! Fields that the card's current state locks: any change would be refused.

use super::field_paths::is_at;
use crate::endpoint::{Condition, Context, Endpoint, View};
use crate::issue::IssueCode;
use crate::schema::Segment;
use crate::text::locale::Bilingual;

/// Why a field is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The issue that a change would cause.
    pub code: IssueCode,
    /// The reason, for people.
    pub reason: Bilingual,
}

/// The lock of the field at a path, if any.
pub(super) fn lock(endpoint: &Endpoint, context: &Context<'_>, path: &[Segment]) -> Option<Lock> {
    let card = context.card?;
    endpoint.rules().find_map(|rule| {
        let code = locked(&rule.condition, card, path)?;
        Some(Lock { code, reason: rule.reason? })
    })
}

/// The code of the issue that a change of the field at a path would cause.
fn locked(condition: &Condition, card: View<'_>, path: &[Segment]) -> Option<IssueCode> {
    let (field, is_locked, code) = match condition {
        Condition::NeverBack { field, code, .. } => (field, card.boolean(field) == Some(true), code),
        Condition::NeverWhile { field, card: by, values, code } => {
            (field, card.choice(by).is_some_and(|value| values.contains(&value)), code)
        }
        Condition::ChangesAmong { field, values, from, .. } => {
            (field, card.choice(field).is_some_and(|value| !values.contains(&value)), from)
        }
        Condition::Stays { field, code } => (field, card.choice(field).is_some(), code),
        _ => return None,
    };
    (is_locked && is_at(field, path)).then_some(*code)
}
