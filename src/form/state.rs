//! The state of a field.

use super::lock::Lock;
use super::measure::Unit;
use crate::issue::{Issue, Path};

/// The current state of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldState {
    /// Where the field is.
    pub path: Path,
    /// Its value as JSON text, `null` if JSON cannot represent it; `None` if absent.
    pub value: Option<String>,
    /// The count of its text or list, in the unit of the limit. `None` for other types.
    pub count: Option<usize>,
    /// The unit of `count` and `limit`.
    pub unit: Option<Unit>,
    /// The number of graphemes in its text: fewer than code points if there are combining marks.
    pub graphemes: Option<usize>,
    /// The largest allowed count, or the largest advisable one if only a related API documents a limit.
    pub limit: Option<usize>,
    /// The remaining count; negative if exceeded.
    pub remaining: Option<i64>,
    /// Whether the other fields and the card's state require it: an issue is reported if it is absent.
    pub required: bool,
    /// Whether it applies, given the other fields. A form may hide it otherwise; filling it in is never an error.
    pub relevant: bool,
    /// Why the card locks it, if it does.
    pub locked: Option<Lock>,
    /// Whether the user has touched it: see [`CardForm::touch`](super::CardForm::touch).
    pub touched: bool,
    /// Whether its value differs from the card's or, without a card, from the initial one.
    pub dirty: bool,
    /// The issues at exactly its path, without those of its members.
    pub issues: Vec<Issue>,
}

impl FieldState {
    /// The JSON pointer (RFC 6901) of the field.
    pub fn pointer(&self) -> String {
        self.path.pointer()
    }
}
