//! Counts the contents of texts and lists.

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::json::{Document, Value};
use crate::schema::Kind;
use crate::text::scan::count_characters;

/// The unit of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Unicode code points of a text.
    Character,
    /// Items of a list.
    Item,
}

/// The count and the limit of a field.
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
                    Value::IllFormedText(string) => Some(string.text.as_str()),
                    _ => None,
                };
                Measure {
                    count: text.map(count_characters),
                    unit: Some(Unit::Character),
                    graphemes: text.map(graphemes),
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
                limit: row.max.map(|limit| limit.max),
            },
            _ => Measure::default(),
        }
    }

    pub(super) fn remaining(&self) -> Option<i64> {
        let signed = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Some(signed(self.limit?) - signed(self.count?))
    }
}

/// The number of graphemes, which people perceive as characters. Single-character graphemes are recognized quickly.
fn graphemes(text: &str) -> usize {
    let is_single = |character: char| matches!(character, ' '..='~' | '\u{3001}'..='\u{3029}' | '\u{3400}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}');
    if text.chars().all(is_single) { text.chars().count() } else { text.graphemes(true).count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn graphemes_are_what_a_person_counts() {
        for (text, count) in
            [("", 0), ("abc", 3), ("会员卡（新）", 6), ("e\u{301}", 1), ("か\u{3099}", 1), ("a\r\n", 2)]
        {
            assert_eq!(graphemes(text), count, "{text:?}");
        }
        let singles = (' '..='~').chain('\u{3001}'..='\u{3029}').chain('\u{3400}'..='\u{9fff}');
        let singles: String = singles.chain('\u{ff01}'..='\u{ff60}').collect();
        assert_eq!(graphemes(&singles), singles.graphemes(true).count());
    }
}
