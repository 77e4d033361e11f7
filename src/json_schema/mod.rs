//! The rules of an update as JSON Schema, from the same tables that the checks read.

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

/// A JSON Schema: it serializes, and displays as JSON text.
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
    /// The body as JSON Schema: for editors, documentation, generated forms, and validators that know nothing of this crate.
    ///
    /// It states every error that JSON Schema has words for: types, lengths, forms of texts, listed values, ranges, and what
    /// fields ask of each other. Whatever the validator accepts fits it. What it cannot state (the card's present state, which
    /// of two times is later, the spelling of JSON text) is named in its comments by the codes of the issues; warnings are not
    /// stated. Titles and descriptions are the labels and explanations of the fields.
    ///
    /// There is no `format`: the patterns are stricter than `date-time`, and a validator that knows no formats refuses none.
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
