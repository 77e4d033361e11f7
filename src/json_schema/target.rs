//! JSON Schema dialects and their differences.

use serde::{Deserialize, Serialize};

use super::keywords::{Schema, Value};

/// A dialect of JSON Schema, named as in Standard JSON Schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum JsonSchemaTarget {
    /// JSON Schema 2020-12, which OpenAPI 3.1 uses.
    #[default]
    #[serde(rename = "draft-2020-12")]
    Draft202012,
    /// JSON Schema draft 7.
    #[serde(rename = "draft-07")]
    Draft07,
    /// A schema object of OpenAPI 3.0. It has no keyword for the names of keys, so unknown keys and their values are
    /// not checked.
    #[serde(rename = "openapi-3.0")]
    OpenApi30,
}

use JsonSchemaTarget::{Draft07, Draft202012, OpenApi30};

impl JsonSchemaTarget {
    /// The keyword `$schema`, if the dialect has it.
    pub(super) fn declaration(self) -> Schema {
        match self {
            Draft202012 => Schema::any().with("$schema", "https://json-schema.org/draft/2020-12/schema"),
            Draft07 => Schema::any().with("$schema", "http://json-schema.org/draft-07/schema#"),
            OpenApi30 => Schema::any(),
        }
    }

    /// A value of that JSON type or, with `or_null`, `null`.
    pub(super) fn typed(self, json_type: &'static str, or_null: bool) -> Schema {
        match self {
            _ if !or_null => Schema::any().with("type", json_type),
            OpenApi30 => Schema::any().with("type", json_type).with("nullable", true),
            Draft202012 | Draft07 => Schema::any().with("type", vec![json_type, "null"]),
        }
    }

    /// Exactly that value.
    pub(super) fn constant(self, value: impl Into<Value>) -> Schema {
        match self {
            OpenApi30 => Schema::any().with("enum", vec![value.into()]),
            Draft202012 | Draft07 => Schema::any().with("const", value),
        }
    }

    /// Values that fit the first schema must fit the second one.
    pub(super) fn implies(self, condition: Schema, consequence: Schema) -> Schema {
        match self {
            OpenApi30 => Schema::any().with("anyOf", vec![Schema::any().with("not", condition), consequence]),
            Draft202012 | Draft07 => Schema::any().with("if", condition).with("then", consequence),
        }
    }

    /// The keyword for an example.
    pub(super) fn example(self, example: Value) -> Schema {
        match self {
            OpenApi30 => Schema::any().with("example", example),
            Draft202012 | Draft07 => Schema::any().with("examples", vec![example]),
        }
    }

    /// The keyword for a comment to readers and maintainers.
    pub(super) const fn comment(self) -> &'static str {
        match self {
            OpenApi30 => "x-comment",
            Draft202012 | Draft07 => "$comment",
        }
    }

    /// The keyword for shared definitions, and the prefix of references to them; `None` if the dialect has none.
    pub(super) const fn definitions(self) -> Option<(&'static str, &'static str)> {
        match self {
            Draft202012 => Some(("$defs", "#/$defs/")),
            Draft07 => Some(("definitions", "#/definitions/")),
            OpenApi30 => None,
        }
    }
}
