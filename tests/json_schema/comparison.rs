//! Compares the schema and the validator for one value.

use std::collections::BTreeSet;

use jsonschema::Validator as Compiled;
use serde_json::{Value, to_value};
use wechatpay_membercard::{Endpoint, JsonSchemaOptions, Location, Validator, membercard_open};

/// The current time. No error depends on it.
const NOW: i64 = 1_700_000_000_000;

/// A schema and its validator.
pub struct Comparison {
    pub schema: Value,
    compiled: Compiled,
    validator: Validator,
    /// The codes in the schema's comments.
    named: BTreeSet<String>,
}

impl Comparison {
    pub fn new(options: &JsonSchemaOptions) -> Comparison {
        Comparison::of(&membercard_open::UPDATE, options)
    }

    pub fn of(endpoint: &'static Endpoint, options: &JsonSchemaOptions) -> Comparison {
        let schema = to_value(endpoint.json_schema(options)).expect("a schema");
        let compiled = jsonschema::validator_for(&schema).expect("a schema that compiles");
        let mut comments = Vec::new();
        collect_comments(&schema, &mut comments);
        let words = comments.join(" ");
        let named = words.split(|c: char| !c.is_ascii_lowercase() && c != '_').map(str::to_owned).collect();
        let validator = Validator::of(endpoint).now(NOW);
        let validator = validator.unknown_keys(options.unknown_keys.unwrap_or(endpoint.unknown_keys));
        let validator = match &options.image_hosts {
            Some(hosts) => validator.image_hosts(hosts.iter().cloned()),
            None => validator,
        };
        Comparison { schema, compiled, validator, named }
    }

    /// Whether the schema accepts a value.
    pub fn fits(&self, value: &Value) -> bool {
        self.compiled.is_valid(value)
    }

    /// Where the schema is stricter than the validator, or more permissive without a reason in its comments.
    pub fn complaint(&self, value: &Value) -> Option<String> {
        self.complaint_about(value, &self.validator)
    }

    /// The same with another validator, for example one that knows the card.
    pub fn complaint_about(&self, value: &Value, validator: &Validator) -> Option<String> {
        let report = validator.validate_json(value.to_string().as_bytes());
        match (report.is_valid(), self.compiled.validate(value)) {
            (true, Err(error)) => {
                Some(format!("the schema refuses {value}: {error} at {}", error.instance_path()))
            }
            (false, Ok(())) => {
                let of_body = report.issues().iter().filter(|issue| issue.location == Location::Body);
                let errors = of_body.filter(|issue| issue.is_error());
                let unnamed: Vec<&str> = errors
                    .map(|issue| issue.code.as_str())
                    .filter(|code| !self.named.contains(*code))
                    .collect();
                (!unnamed.is_empty()).then(|| format!("the schema accepts {value}, which has {unnamed:?}"))
            }
            _ => None,
        }
    }

    /// Whether both agree exactly.
    pub fn agree(&self, value: &Value) -> bool {
        self.validator.validate_json(value.to_string().as_bytes()).is_valid() == self.fits(value)
    }
}

fn collect_comments(value: &Value, comments: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            let own = members.get("$comment").or_else(|| members.get("x-comment"));
            comments.extend(own.and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| collect_comments(member, comments));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_comments(item, comments)),
        _ => {}
    }
}
