//! What a schema is asked for.

use serde::{Deserialize, Serialize};

use super::target::JsonSchemaTarget;
use crate::endpoint::UnknownKeys;
use crate::text::locale::Locale;

/// Which side of the validation a schema describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum JsonSchemaSide {
    /// What is handed in: members may be `null`, which leaves them out.
    #[default]
    Input,
    /// What comes out: the normalized update, without `null`s.
    Output,
}

/// What [`json_schema`](crate::json_schema) is to describe, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JsonSchemaOptions {
    /// The language of titles, descriptions and comments.
    pub locale: Locale,
    /// The dialect of JSON Schema.
    pub target: JsonSchemaTarget,
    /// Which side of the validation.
    pub side: JsonSchemaSide,
    /// The hosts that images may have, as [`Validator::image_hosts`](crate::Validator::image_hosts) takes them; without
    /// them, those of the endpoint.
    pub image_hosts: Option<Vec<String>>,
    /// What becomes of keys that the API does not list, as [`Validator::unknown_keys`](crate::Validator::unknown_keys)
    /// takes it; without it, what the endpoint says. No object may have such keys if they are refused, and no object that
    /// comes out if they are dropped.
    pub unknown_keys: Option<UnknownKeys>,
    /// Whether members may be blank, which is what forms hold for empty inputs: `""`, beside `null`. It is for who leaves
    /// such members out before validating, and concerns the input only.
    pub omit_blank: bool,
}
