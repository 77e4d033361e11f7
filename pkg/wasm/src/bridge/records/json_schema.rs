//! What a JSON Schema is asked for.

use wechatpay_membercard::{JsonSchemaOptions, JsonSchemaSide, JsonSchemaTarget, Locale, UnknownKeys};

use crate::bridge::macros::{enumeration, record};

enumeration!(JSON_SCHEMA_TARGETS: JsonSchemaTarget { Draft202012, Draft07, OpenApi30 });
enumeration!(JSON_SCHEMA_SIDES: JsonSchemaSide { Input, Output });

record! {
    /// What a JSON Schema is to describe, and how.
    input pub struct JsonSchemaRequest<'i> {
        /// The language of titles, descriptions and comments.
        locale: Locale,
        /// The dialect.
        target: JsonSchemaTarget,
        /// Which side of the validation.
        side: JsonSchemaSide,
        /// Whether members may be blank.
        omit_blank: bool,
        /// What becomes of keys that the API does not list, where that is not the endpoint's own way.
        unknown_keys: Option<UnknownKeys>,
        /// The name of the endpoint, where the module has several.
        api: Option<&'i str>,
        /// Replaces the hosts that images may have.
        image_hosts: Option<Vec<&'i str>>,
    }
}

impl JsonSchemaRequest<'_> {
    /// The options of the core.
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
