//! Which fields are required by the others: those whose absence the rules report.

use super::Facts;
use super::place::{ANY, Place, beside, is_at, place};
use crate::issue::{Path, Segment};
use crate::json::{Document, Value};
use crate::schema::{CustomFieldType, DateType};
use crate::validator::Profile;

/// One row: when a field is required.
pub(crate) struct Requirement {
    pub(crate) field: Place,
    pub(crate) when: When,
    /// Whether an official page asks for it: then an empty text is an error, and the card's own value will do.
    pub(crate) is_official: bool,
}

/// What asks for a field.
pub(crate) enum When {
    /// The object around it is there.
    IsObject(Place),
    /// Another field has one of these values.
    HasValue(Place, &'static [&'static str]),
    /// Another field is filled in.
    IsFilled(Place),
    /// The official page that applies.
    IsProfile(Profile),
}

const RANGE: When = When::HasValue(place(&["date_information", "type"]), &[DateType::FixTimeRange.as_str()]);
const TERM: When = When::HasValue(place(&["date_information", "type"]), &[DateType::FixTerm.as_str()]);
const BALANCE_APPID: Place = place(&["balance_information", "balance_appid"]);
const BALANCE_PATH: Place = place(&["balance_information", "balance_path"]);
const STATEMENT_APPID: Place = place(&["additional_statement", "appid"]);
const STATEMENT_PATH: Place = place(&["additional_statement", "path"]);
const CHOICES: &[&str] =
    &[CustomFieldType::Select.as_str(), CustomFieldType::Radio.as_str(), CustomFieldType::CheckBox.as_str()];

/// Every row.
pub(crate) static REQUIREMENTS: &[Requirement] = &[
    row(place(&["date_information", "type"]), When::IsObject(place(&["date_information"]))),
    row(place(&["date_information", "available_begin_time"]), RANGE),
    row(place(&["date_information", "available_end_time"]), RANGE),
    row(place(&["date_information", "available_day_after_receive"]), TERM),
    row(place(&["init_level"]), When::HasValue(place(&["need_display_level"]), &["true"])).official(),
    row(BALANCE_PATH, When::IsFilled(BALANCE_APPID)).official(),
    row(BALANCE_APPID, When::IsFilled(BALANCE_PATH)),
    row(
        place(&["user_information_form", "custom_field_list", ANY, "values"]),
        When::HasValue(place(&["user_information_form", "custom_field_list", ANY, "type"]), CHOICES),
    ),
    row(STATEMENT_PATH, When::IsFilled(STATEMENT_APPID)),
    row(STATEMENT_APPID, When::IsFilled(STATEMENT_PATH)),
    row(place(&["code_mode"]), When::IsProfile(Profile::Merchant)),
];

const fn row(field: Place, when: When) -> Requirement {
    Requirement { field, when, is_official: false }
}

impl Requirement {
    const fn official(self) -> Requirement {
        Requirement { is_official: true, ..self }
    }
}

impl When {
    /// The field that it reads.
    pub(crate) fn reads(&self) -> Option<Place> {
        match self {
            When::IsObject(place) | When::HasValue(place, _) | When::IsFilled(place) => Some(*place),
            When::IsProfile(_) => None,
        }
    }

    fn holds(&self, facts: &Facts<'_>, field: &[Segment]) -> bool {
        let value = self.reads().and_then(|place| value(facts.update.0, &beside(place, field)));
        match self {
            When::IsObject(_) => matches!(value, Some(Value::Object)),
            When::HasValue(_, values) => match value {
                Some(Value::Text(text)) => values.contains(&text.as_ref()),
                Some(Value::Boolean(value)) => values.contains(&if *value { "true" } else { "false" }),
                _ => false,
            },
            When::IsFilled(_) => matches!(value, Some(Value::Text(text)) if !text.is_empty()),
            When::IsProfile(profile) => facts.profile == *profile,
        }
    }
}

fn value<'d>(document: &'d Document<'d>, path: &Path) -> Option<&'d Value<'d>> {
    document.locate(path.segments()).map(|at| &document.nodes()[at].value)
}

/// Whether the field at a path is required, given the other fields and the card.
pub(crate) fn is_required(facts: &Facts<'_>, path: &[Segment]) -> bool {
    REQUIREMENTS.iter().filter(|row| is_at(row.field, path)).any(|row| {
        let on_card = row.is_official && facts.current.is_some_and(|card| card.filled(row.field).is_some());
        !on_card && row.when.holds(facts, path)
    })
}
