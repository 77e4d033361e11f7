//! The dialects of JSON Schema, and how they differ.

use serde::{Deserialize, Serialize};

use super::keywords::{Schema, Value};

/// A dialect of JSON Schema, by the name that Standard JSON Schema gives it.
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
    /// A schema object of OpenAPI 3.0, which has no word for what keys may be called: the keys and values that the API
    /// does not list are not looked at.
    #[serde(rename = "openapi-3.0")]
    OpenApi30,
}

use JsonSchemaTarget::{Draft07, Draft202012, OpenApi30};

impl JsonSchemaTarget {
    /// The keyword and the address of the dialect.
    pub(super) fn declaration(self) -> Schema {
        match self {
            Draft202012 => Schema::any().with("$schema", "https://json-schema.org/draft/2020-12/schema"),
            Draft07 => Schema::any().with("$schema", "http://json-schema.org/draft-07/schema#"),
            OpenApi30 => Schema::any(),
        }
    }

    /// What is of that JSON type or, where it may be, `null`.
    pub(super) fn typed(self, json_type: &'static str, or_null: bool) -> Schema {
        match self {
            _ if !or_null => Schema::any().with("type", json_type),
            OpenApi30 => Schema::any().with("type", json_type).with("nullable", true),
            Draft202012 | Draft07 => Schema::any().with("type", vec![json_type, "null"]),
        }
    }

    /// What is exactly that value.
    pub(super) fn constant(self, value: impl Into<Value>) -> Schema {
        match self {
            OpenApi30 => Schema::any().with("enum", vec![value.into()]),
            Draft202012 | Draft07 => Schema::any().with("const", value),
        }
    }

    /// What fits the second schema if it fits the first one.
    pub(super) fn implies(self, condition: Schema, consequence: Schema) -> Schema {
        match self {
            OpenApi30 => Schema::any().with("anyOf", vec![Schema::any().with("not", condition), consequence]),
            Draft202012 | Draft07 => Schema::any().with("if", condition).with("then", consequence),
        }
    }

    /// The keyword of an example.
    pub(super) fn example(self, example: Value) -> Schema {
        match self {
            OpenApi30 => Schema::any().with("example", example),
            Draft202012 | Draft07 => Schema::any().with("examples", vec![example]),
        }
    }

    /// The keyword of a remark for those who maintain or read the schema.
    pub(super) const fn comment(self) -> &'static str {
        match self {
            OpenApi30 => "x-comment",
            Draft202012 | Draft07 => "$comment",
        }
    }

    /// The keyword under which schemas are kept to refer to, and the start of a reference; `None` where a schema cannot
    /// hold any.
    pub(super) const fn definitions(self) -> Option<(&'static str, &'static str)> {
        match self {
            Draft202012 => Some(("$defs", "#/$defs/")),
            Draft07 => Some(("definitions", "#/definitions/")),
            OpenApi30 => None,
        }
    }
}
