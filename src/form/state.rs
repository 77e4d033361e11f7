//! What a form knows about one of its fields.

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::issue::{Issue, Path};
use crate::json::{Document, Value};
use crate::rules::Lock;
use crate::schema::Kind;

/// What a form knows about one of its fields, now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldState {
    /// Where the field is.
    pub path: Path,
    /// Its value as JSON text, in host notation if JSON has no word for it; `None` if it is absent.
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
        self.path.to_string()
    }
}

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// A character of a text: a Unicode code point.
    Character,
    /// An item of a list.
    Item,
}

/// How much a field holds and may hold.
#[derive(Default)]
pub(super) struct Measure {
    pub(super) count: Option<usize>,
    pub(super) unit: Option<Unit>,
    pub(super) graphemes: Option<usize>,
    pub(super) limit: Option<usize>,
}

impl Measure {
    pub(super) fn new(document: &Document<'_>, at: Option<usize>, kind: Option<&Kind>) -> Measure {
        let value = at.map_or(&Value::Null, |at| &document.nodes()[at].value);
        match kind {
            Some(Kind::Text(row)) => {
                let text = match value {
                    Value::Null => Some(""),
                    Value::Text(text) => Some(text.as_ref()),
                    Value::BrokenText(broken) => Some(broken.text.as_str()),
                    _ => None,
                };
                Measure {
                    count: text.map(|text| text.chars().count()),
                    unit: Some(Unit::Character),
                    graphemes: text.map(|text| text.graphemes(true).count()),
                    limit: row.max.map(|limit| limit.max),
                }
            }
            Some(Kind::List(row)) => Measure {
                count: match (value, at) {
                    (Value::Array, Some(at)) => Some(document.members(at).count()),
                    (Value::Null, _) => Some(0),
                    _ => None,
                },
                unit: Some(Unit::Item),
                graphemes: None,
                limit: row.usual_max,
            },
            _ => Measure::default(),
        }
    }

    pub(super) fn remaining(&self) -> Option<i64> {
        let signed = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Some(signed(self.limit?) - signed(self.count?))
    }
}
