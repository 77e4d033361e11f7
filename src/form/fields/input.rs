//! Input elements for fields.

use serde::Serialize;

use crate::schema::{Format, Kind, List, Text};

/// The input element for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum InputType {
    /// A line of text.
    Text,
    /// Text with line breaks.
    Textarea,
    /// A whole number.
    Number,
    /// Yes or no.
    Checkbox,
    /// One of the options.
    Select,
    /// Some of the options.
    Multiselect,
    /// A web address.
    Url,
    /// A telephone number.
    Tel,
    /// An RFC 3339 date and time with offset.
    DateTime,
    /// A group of fields.
    Object,
    /// A list of items, whose inputs are described below `*`.
    List,
}

impl InputType {
    /// Its stable name and serialized form: the corresponding type of HTML input, if there is one.
    ///
    /// ```
    /// assert_eq!(wechatpay_membercard::InputType::DateTime.as_str(), "datetime");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            InputType::Text => "text",
            InputType::Textarea => "textarea",
            InputType::Number => "number",
            InputType::Checkbox => "checkbox",
            InputType::Select => "select",
            InputType::Multiselect => "multiselect",
            InputType::Url => "url",
            InputType::Tel => "tel",
            InputType::DateTime => "datetime",
            InputType::Object => "object",
            InputType::List => "list",
        }
    }

    pub(super) const fn of(kind: &Kind) -> InputType {
        match kind {
            Kind::Text(Text { format, .. }) => match format {
                Format::Prose => InputType::Textarea,
                Format::ImageUrl | Format::WebUrl | Format::Url => InputType::Url,
                Format::Phone => InputType::Tel,
                Format::DateTime => InputType::DateTime,
                Format::Line
                | Format::LineInBytes
                | Format::CardTitle
                | Format::PlainCardTitle
                | Format::Appid
                | Format::PagePath => InputType::Text,
            },
            Kind::Integer(_) => InputType::Number,
            Kind::Boolean => InputType::Checkbox,
            Kind::Choice(_) => InputType::Select,
            Kind::List(List { item: Kind::Choice(_), .. }) => InputType::Multiselect,
            Kind::List(_) => InputType::List,
            Kind::Object(_) => InputType::Object,
        }
    }

    /// Whether a person types text into it.
    pub(super) const fn is_typed(self) -> bool {
        !matches!(
            self,
            InputType::Checkbox
                | InputType::Select
                | InputType::Multiselect
                | InputType::Object
                | InputType::List
        )
    }
}
