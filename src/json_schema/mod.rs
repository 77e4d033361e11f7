//! Exports the rules of a body as JSON Schema, from the same tables that validation uses.

mod builder;
mod comments;
mod conditions;
mod gaps;
mod keywords;
mod options;
mod patterns;
mod target;

use std::fmt;

use serde::{Serialize, Serializer};

use crate::endpoint::Endpoint;

pub use options::{JsonSchemaOptions, JsonSchemaSide};
pub use target::JsonSchemaTarget;

/// A JSON Schema. It serializes, and displays as JSON text.
#[derive(Clone, Debug, PartialEq)]
pub struct JsonSchema(keywords::Schema);

impl Serialize for JsonSchema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl fmt::Display for JsonSchema {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = serde_json::to_string(self).map_err(|_| fmt::Error)?;
        out.write_str(&text)
    }
}

impl Endpoint {
    /// The body as JSON Schema, for editors, documentation, generated forms, and other validators.
    ///
    /// The schema states every error that JSON Schema can express: types, lengths, text formats, listed values, ranges,
    /// and conditions between fields. Everything that the validator accepts fits the schema. Comments list what it
    /// cannot express, by issue codes: the card's current state, the order of times, the spelling of JSON text.
    /// Warnings are not part of it. Titles and descriptions are the labels and help texts of the fields.
    ///
    /// There is no `format`: the patterns are stricter than `date-time`, and validators may ignore formats.
    ///
    /// ```
    /// use wechatpay_membercard::{JsonSchemaOptions, Locale, membercard_open};
    ///
    /// let options = JsonSchemaOptions { locale: Locale::En, ..Default::default() };
    /// let schema = membercard_open::UPDATE.json_schema(&options);
    /// let schema = serde_json::to_value(&schema)?;
    /// assert_eq!(schema["properties"]["title"]["title"], "Card name");
    /// assert_eq!(schema["properties"]["title"]["maxLength"], 10);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn json_schema(&self, options: &JsonSchemaOptions) -> JsonSchema {
        JsonSchema(builder::schema(self, options))
    }
}
