//! How much a text or list holds, in the unit of its limit.

use unicode_segmentation::UnicodeSegmentation;

use super::state::Unit;
use crate::json::{Document, Value};
use crate::schema::Kind;

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
