//! Which fields mean nothing beside the value of another one: forms may hide them. Filling them in is never an error,
//! for WeChat Pay's own example does so.

use super::place::{ANY, Place, beside, is_at, place};
use super::{Facts, Side};
use crate::issue::{Path, Segment};
use crate::json::Value;
use crate::schema::{CodeMode, CustomFieldType, DateType};

/// One row: the field has a meaning if another one has one of these values, or none that is known.
pub(crate) struct Relevance {
    pub(crate) field: Place,
    pub(crate) by: Place,
    pub(crate) values: &'static [&'static str],
}

const DATE_TYPE: Place = place(&["date_information", "type"]);
const NEED_BALANCE: Place = place(&["balance_information", "need_balance"]);
const RANGE: &[&str] = &[DateType::FixTimeRange.as_str()];
const TERM: &[&str] = &[DateType::FixTerm.as_str()];
const SYSTEM: &[&str] = &[CodeMode::SystemAllocate.as_str()];
/// The types of custom fields that offer something to choose from.
pub(super) const CHOICES: &[&str] =
    &[CustomFieldType::Select.as_str(), CustomFieldType::Radio.as_str(), CustomFieldType::CheckBox.as_str()];
const YES: &[&str] = &["true"];

/// Every row.
pub(crate) static RELEVANCE: &[Relevance] = &[
    Relevance { field: place(&["total_quantity"]), by: place(&["code_mode"]), values: SYSTEM },
    Relevance { field: place(&["init_level"]), by: place(&["need_display_level"]), values: YES },
    Relevance { field: place(&["date_information", "available_begin_time"]), by: DATE_TYPE, values: RANGE },
    Relevance { field: place(&["date_information", "available_end_time"]), by: DATE_TYPE, values: RANGE },
    Relevance {
        field: place(&["date_information", "available_day_after_receive"]),
        by: DATE_TYPE,
        values: TERM,
    },
    Relevance { field: place(&["date_information", "wait_days_after_receive"]), by: DATE_TYPE, values: TERM },
    Relevance { field: place(&["balance_information", "balance_appid"]), by: NEED_BALANCE, values: YES },
    Relevance { field: place(&["balance_information", "balance_path"]), by: NEED_BALANCE, values: YES },
    Relevance { field: place(&["balance_information", "balance_url"]), by: NEED_BALANCE, values: YES },
    Relevance {
        field: place(&["user_information_form", "custom_field_list", ANY, "values"]),
        by: place(&["user_information_form", "custom_field_list", ANY, "type"]),
        values: CHOICES,
    },
];

/// What decides whether the field of a form's description means anything, if something does. Items are `*` in its path.
pub(crate) fn relevance(described: &Path) -> Option<&'static Relevance> {
    RELEVANCE.iter().find(|row| Path::root().keys(&row.field) == *described)
}

/// Whether the field at a path means anything beside the others. What the update leaves open, the card decides.
pub(crate) fn is_relevant(facts: &Facts<'_>, path: &[Segment]) -> bool {
    RELEVANCE.iter().filter(|row| is_at(row.field, path)).all(|row| {
        let by = beside(row.by, path);
        let on_card =
            || facts.current.filter(|_| !row.by.contains(&ANY)).and_then(|card| known(card, by.segments()));
        known(facts.update, by.segments()).or_else(on_card).is_none_or(|value| row.values.contains(&value))
    })
}

/// The value at a path, if it is a boolean or one of the listed values.
fn known<'d>(side: Side<'d>, path: &[Segment]) -> Option<&'d str> {
    let node = &side.0.nodes()[side.0.locate(path)?];
    match &node.value {
        Value::Boolean(value) => Some(if *value { "true" } else { "false" }),
        _ => node.choice(),
    }
}
