//! Options of JSON Schema.

use wechatpay_membercard::{JsonSchemaOptions, JsonSchemaSide, JsonSchemaTarget, Locale, UnknownKeys};

use crate::bridge::macros::{enumeration, record};

enumeration!(JSON_SCHEMA_TARGETS: JsonSchemaTarget { Draft202012, Draft07, OpenApi30 });
enumeration!(JSON_SCHEMA_SIDES: JsonSchemaSide { Input, Output });

record! {
    /// The options of a JSON Schema.
    input pub struct JsonSchemaRequest<'i> {
        /// The language of titles, descriptions and comments.
        locale: Locale,
        /// The dialect.
        target: JsonSchemaTarget,
        /// The side of the validation.
        side: JsonSchemaSide,
        /// Whether members may be blank.
        omit_blank: bool,
        /// The treatment of unknown keys, unless it is the endpoint's.
        unknown_keys: Option<UnknownKeys>,
        /// The name of the endpoint, if the module has several.
        api: Option<&'i str>,
        /// Replaces the allowed image hosts.
        image_hosts: Option<Vec<&'i str>>,
    }
}

impl JsonSchemaRequest<'_> {
    /// The core's options.
    pub fn options(&self) -> JsonSchemaOptions {
        let owned = |hosts: &Vec<&str>| hosts.iter().map(|host| (*host).to_owned()).collect();
        JsonSchemaOptions {
            locale: self.locale,
            target: self.target,
            side: self.side,
            omit_blank: self.omit_blank,
            unknown_keys: self.unknown_keys,
            image_hosts: self.image_hosts.as_ref().map(owned),
        }
    }
}
