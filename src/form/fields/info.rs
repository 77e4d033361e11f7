//! The description of a field, for rendering a form.

use serde::Serialize;

use super::input::InputType;
use crate::endpoint::{Condition, Endpoint};
use crate::form::measure::Unit;
use crate::issue::{Path, Severity};
use crate::schema::{Choice, Field, Kind, List, Section};
use crate::text::locale::Locale;

/// The description of a field for rendering a form, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FieldInfo {
    /// The path, as keys; `"*"` stands for an index.
    #[cfg_attr(feature = "typescript", tsify(type = "string[]"))]
    pub path: Path,
    /// The path as a JSON pointer (RFC 6901).
    pub pointer: String,
    /// Its key; for list items, the key of the list.
    pub name: &'static str,
    /// The label shown to people.
    pub label: &'static str,
    /// What the field is for and what it accepts.
    pub help: &'static str,
    /// An example for an empty text input.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub placeholder: Option<&'static str>,
    /// The type in the API's notation, such as `string(10)`. `≤` marks a limit that only a related API documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub notation: Option<&'static str>,
    /// The input element for it.
    pub input: InputType,
    /// The largest number of characters, in Unicode code points. HTML's `maxlength` counts UTF-16 code units, which
    /// only differs for characters that WeChat Pay refuses anyway.
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
    /// The severity of exceeding a limit: an error only if this API's page documents it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub limit_severity: Option<Severity>,
    /// The values of a choice.
    pub options: Vec<FieldOption>,
    /// Whether the enclosing object expects the field. Requirements that depend on other fields are in
    /// [`FieldState::required`](crate::FieldState::required).
    pub required: bool,
    /// The condition under which the field applies; `None` means always.
    /// [`FieldState::relevant`](crate::FieldState::relevant) says whether it is met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relevant_if: Option<FieldCondition>,
    /// Its section of the form.
    pub group: FieldGroup,
    /// Its position among all fields, from 0.
    pub order: usize,
}

/// A value of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FieldOption {
    /// The value, as WeChat Pay writes it.
    pub value: &'static str,
    /// The label shown to people.
    pub label: &'static str,
}

/// A condition on another field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FieldCondition {
    /// The other field, in the notation of [`FieldInfo::pointer`].
    pub pointer: String,
    /// The values that meet the condition; for a boolean, `true` or `false`.
    pub values: &'static [&'static str],
}

/// A section of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FieldGroup {
    /// A stable name.
    pub name: &'static str,
    /// The label shown to people.
    pub label: &'static str,
}

impl FieldCondition {
    /// The condition of a described field, if it has one. List items are `*` in its path.
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

    /// Describes a list item, with the labels of the list.
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
