//! What a form knows about one of its fields.

use super::lock::Lock;
use super::measure::Unit;
use crate::issue::{Issue, Path};

/// What a form knows about one of its fields, now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldState {
    /// Where the field is.
    pub path: Path,
    /// Its value as JSON text, `null` if JSON has no word for it; `None` if it is absent.
    pub value: Option<String>,
    /// How much its text or list holds, in the unit of the limit. `None` if the field has neither.
    pub count: Option<usize>,
    /// The unit of `count` and `limit`.
    pub unit: Option<Unit>,
    /// How many characters a person would count in its text: fewer than code points where marks combine.
    pub graphemes: Option<usize>,
    /// The largest count that is allowed or, if only a related API prints a limit, advisable.
    pub limit: Option<usize>,
    /// What is left of the limit; negative beyond it.
    pub remaining: Option<i64>,
    /// Whether the other fields, with what is known about the card, ask for it: it is reported when it is absent.
    pub required: bool,
    /// Whether it means anything beside the values of the other fields. A form may hide it otherwise; filling it in is
    /// never an error.
    pub relevant: bool,
    /// Why the card does not let it change, if so.
    pub locked: Option<Lock>,
    /// Whether the user has visited it: [`CardForm::touch`](super::CardForm::touch).
    pub touched: bool,
    /// Whether its value differs from the one it is compared with: the card's, or the initial one.
    pub dirty: bool,
    /// The issues at its very path; those of its members are at theirs.
    pub issues: Vec<Issue>,
}

impl FieldState {
    /// The JSON pointer (RFC 6901) of the field.
    pub fn pointer(&self) -> String {
        self.path.pointer()
    }
}
