//! One field, as a form needs to know it.

use serde::Serialize;

use super::input::InputType;
use crate::endpoint::{Condition, Endpoint};
use crate::form::measure::Unit;
use crate::issue::{Path, Severity};
use crate::schema::{Choice, Field, Kind, List, Section};
use crate::text::locale::Locale;

/// One field, as a form needs to know it, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FieldInfo {
    /// Where it is, as keys; `"*"` stands for an index.
    #[cfg_attr(feature = "typescript", tsify(type = "string[]"))]
    pub path: Path,
    /// The same as a JSON pointer (RFC 6901).
    pub pointer: String,
    /// Its key; for the items of a list, the key of the list.
    pub name: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// What it is for and what it may hold.
    pub help: &'static str,
    /// An example to show in an empty input that is typed into.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub placeholder: Option<&'static str>,
    /// Its type as the API's page prints it, such as `string(10)`; `≤` marks a limit that only a related API prints.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub notation: Option<&'static str>,
    /// The input to edit it with.
    pub input: InputType,
    /// The largest number of characters, counted as Unicode code points. HTML's `maxlength` counts UTF-16 code units: the
    /// same, but for the characters that WeChat Pay refuses anyway.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub max_length: Option<usize>,
    /// The smallest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub min: Option<i64>,
    /// The largest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub max: Option<i64>,
    /// The largest number of items.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub max_items: Option<usize>,
    /// What `max_length` or `max_items` counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub unit: Option<Unit>,
    /// What exceeding the largest length, number or count is: an error only where this API's page prints the limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub limit_severity: Option<Severity>,
    /// The values to choose from.
    pub options: Vec<FieldOption>,
    /// Whether the object around it is incomplete without it. What other fields ask for changes as they do:
    /// [`FieldState::required`](crate::FieldState::required).
    pub required: bool,
    /// What it means something beside; without it, always. Whether it does now is
    /// [`FieldState::relevant`](crate::FieldState::relevant).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relevant_if: Option<FieldCondition>,
    /// The section of the form that it belongs to.
    pub group: FieldGroup,
    /// Its position among all fields, from 0.
    pub order: usize,
}

/// A value to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FieldOption {
    /// The value, as WeChat Pay writes it.
    pub value: &'static str,
    /// What people call it.
    pub label: &'static str,
}

/// What another field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FieldCondition {
    /// The other field, as [`FieldInfo::pointer`] writes it.
    pub pointer: String,
    /// The values of which it holds one; a boolean's are `true` and `false`.
    pub values: &'static [&'static str],
}

/// A section of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FieldGroup {
    /// A stable name.
    pub name: &'static str,
    /// What people call it.
    pub label: &'static str,
}

impl FieldCondition {
    /// What decides whether the field of a form's description means anything, if something does. Items are `*` in its
    /// path.
    fn of(endpoint: &Endpoint, described: &Path) -> Option<FieldCondition> {
        endpoint.rules().find_map(|rule| match &rule.condition {
            Condition::OnlyWith { field, by, values, .. }
                if Path::root().keys(field.keys()) == *described =>
            {
                let pointer = by.field().keys().iter().map(|key| ["/", key].concat()).collect();
                Some(FieldCondition { pointer, values })
            }
            _ => None,
        })
    }
}

impl FieldInfo {
    pub(super) fn new(
        locale: Locale,
        order: usize,
        group: &'static Section,
        path: Path,
        field: &'static Field,
        endpoint: &Endpoint,
    ) -> FieldInfo {
        let input = InputType::of(&field.kind);
        FieldInfo {
            placeholder: input.is_typed().then_some(field.docs().example),
            notation: Some(field.docs().notation),
            required: field.mark(endpoint.body.action).missing().is_some(),
            relevant_if: FieldCondition::of(endpoint, &path),
            ..FieldInfo::of_item(locale, order, group, path, field, &field.kind)
        }
    }

    /// An item of a list: it has the labels of the list's field.
    pub(super) fn of_item(
        locale: Locale,
        order: usize,
        group: &'static Section,
        path: Path,
        field: &'static Field,
        kind: &'static Kind,
    ) -> FieldInfo {
        let info = FieldInfo {
            pointer: path.pointer(),
            path,
            name: field.name,
            label: field.label.get(locale),
            help: field.docs().help.get(locale),
            placeholder: None,
            notation: None,
            input: InputType::of(kind),
            max_length: None,
            min: None,
            max: None,
            max_items: None,
            unit: None,
            limit_severity: None,
            options: Vec::new(),
            required: false,
            relevant_if: None,
            group: FieldGroup { name: group.name, label: group.label.get(locale) },
            order,
        };
        info.limited_by(kind, locale)
    }

    fn limited_by(self, kind: &'static Kind, locale: Locale) -> FieldInfo {
        match kind {
            Kind::Text(row) => FieldInfo {
                max_length: row.max.map(|limit| limit.max),
                unit: row.max.map(|_| Unit::Character),
                limit_severity: row.max.map(|limit| limit.severity),
                ..self
            },
            Kind::Integer(row) => FieldInfo {
                min: Some(row.min),
                max: row.max.map(|limit| limit.max),
                limit_severity: row.max.map(|limit| limit.severity),
                ..self
            },
            Kind::Choice(choices) => FieldInfo { options: options(choices, locale), ..self },
            Kind::List(List { item, max, .. }) => FieldInfo {
                max_items: max.map(|limit| limit.max),
                unit: max.map(|_| Unit::Item),
                limit_severity: max.map(|limit| limit.severity),
                options: match item {
                    Kind::Choice(choices) => options(choices, locale),
                    _ => Vec::new(),
                },
                ..self
            },
            Kind::Boolean | Kind::Object(_) => self,
        }
    }
}

fn options(choices: &'static [Choice], locale: Locale) -> Vec<FieldOption> {
    let option =
        |choice: &'static Choice| FieldOption { value: choice.value, label: choice.label.get(locale) };
    choices.iter().map(option).collect()
}
