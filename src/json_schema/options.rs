//! Options of the schema.

use serde::{Deserialize, Serialize};

use super::target::JsonSchemaTarget;
use crate::endpoint::UnknownKeys;
use crate::text::locale::Locale;

/// The side of the validation that a schema describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum JsonSchemaSide {
    /// The input: members may be `null`, which omits them.
    #[default]
    Input,
    /// The output: the canonical body, without `null`s.
    Output,
}

/// Options of [`json_schema`](crate::json_schema).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JsonSchemaOptions {
    /// The language of titles, descriptions and comments.
    pub locale: Locale,
    /// The dialect of JSON Schema.
    pub target: JsonSchemaTarget,
    /// The side of the validation.
    pub side: JsonSchemaSide,
    /// The allowed image hosts, as in [`Validator::image_hosts`](crate::Validator::image_hosts). `None` means the
    /// endpoint's.
    pub image_hosts: Option<Vec<String>>,
    /// The treatment of unknown keys, as in [`Validator::unknown_keys`](crate::Validator::unknown_keys). `None` means
    /// the endpoint's. The schema forbids unknown keys if they are refused; the schema of the output also if they are
    /// dropped.
    pub unknown_keys: Option<UnknownKeys>,
    /// Whether members may be blank (`""` or `null`), as forms have empty inputs. It is for programs that omit such
    /// members before validation, and affects the input only.
    pub omit_blank: bool,
}
