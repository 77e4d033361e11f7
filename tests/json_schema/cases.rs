//! The schema against `tests/data/cases`.

use std::collections::BTreeMap;

use serde_json::Value;
use wechatpay_membercard::{JsonSchemaOptions, JsonSchemaSide, JsonSchemaTarget, Location, Validator};

use crate::case::{self, Case};
use crate::comparison::Comparison;

/// Schemas by endpoint, image hosts and treatment of unknown keys, since few combinations occur.
struct Schemas {
    target: JsonSchemaTarget,
    side: JsonSchemaSide,
    by_options: BTreeMap<(String, Option<Vec<String>>), Comparison>,
}

impl Schemas {
    fn new(target: JsonSchemaTarget, side: JsonSchemaSide) -> Schemas {
        Schemas { target, side, by_options: BTreeMap::new() }
    }

    fn of(&mut self, case: &Case) -> &Comparison {
        let defaults = JsonSchemaOptions { target: self.target, side: self.side, ..Default::default() };
        let image_hosts = case.options.image_hosts.clone();
        let (endpoint, unknown_keys) = (case.options.endpoint, case.options.unknown_keys);
        self.by_options.entry((format!("{endpoint:?} {unknown_keys:?}"), image_hosts.clone())).or_insert_with(
            || Comparison::of(endpoint, &JsonSchemaOptions { image_hosts, unknown_keys, ..defaults }),
        )
    }
}

/// The values of all cases. A schema cannot see problems of JSON text.
fn values() -> impl Iterator<Item = (Case, Value)> {
    case::all().into_iter().filter_map(|case| case.input.value().map(|value| (case, value)))
}

#[test]
fn the_schema_refuses_what_the_validator_refuses_and_nothing_else() {
    let mut schemas = Schemas::new(JsonSchemaTarget::Draft202012, JsonSchemaSide::Input);
    let mut complaints = Vec::new();
    let mut compared = 0;
    for (case, value) in values() {
        let schema = schemas.of(&case);
        // The schema does not know the card's state; without it, both must agree.
        let found = [schema.complaint(&value), schema.complaint_about(&value, &case.options.validator())];
        complaints
            .extend(found.into_iter().flatten().map(|text| format!("{}: {}: {text}", case.file, case.name)));
        compared += 1;
    }
    assert!(compared > 500, "only {compared} cases");
    assert!(complaints.is_empty(), "{} of {compared}\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn only_these_cases_fit_the_schema_and_are_refused() {
    let mut schemas = Schemas::new(JsonSchemaTarget::Draft202012, JsonSchemaSide::Input);
    let mut codes = BTreeMap::new();
    for (case, value) in values() {
        let schema = schemas.of(&case);
        let validator = Validator::of(case.options.endpoint);
        let unknown_keys = case.options.unknown_keys.unwrap_or(case.options.endpoint.unknown_keys);
        let report = validator.unknown_keys(unknown_keys).image_hosts(
            case.options.image_hosts.clone().unwrap_or_else(|| {
                wechatpay_membercard::IMAGE_HOSTS.iter().map(|host| (*host).to_owned()).collect()
            }),
        );
        let report = report.validate_json(value.to_string().as_bytes());
        if !report.is_valid() && schema.fits(&value) {
            for issue in report.issues().iter().filter(|issue| issue.is_error()) {
                assert_eq!(issue.location, Location::Body);
                codes.entry(issue.code.as_str()).or_insert_with(Vec::new).push(case.name.clone());
            }
        }
    }
    let codes: Vec<&str> = codes.into_keys().collect();
    assert_eq!(
        codes,
        [
            "ambiguous_key",
            "date_range_reversed",
            "date_time_nonexistent",
            "inexact_number",
            "json_path_too_long",
            "json_too_deep",
            "json_too_large",
            "notify_url_private",
            "values_missing"
        ]
    );
}

#[test]
fn the_other_dialects_agree_but_for_what_their_comments_name() {
    for target in [JsonSchemaTarget::Draft07, JsonSchemaTarget::OpenApi30] {
        let mut schemas = Schemas::new(target, JsonSchemaSide::Input);
        for (case, value) in values() {
            // OpenAPI 3.0 uses `nullable`, which is not JSON Schema.
            if target == JsonSchemaTarget::OpenApi30 && has_null(&value) {
                continue;
            }
            let complaint = schemas.of(&case).complaint_about(&value, &case.options.validator());
            assert_eq!(complaint, None, "{target:?}: {}: {}", case.file, case.name);
        }
    }
}

#[test]
fn what_comes_out_fits_the_schema_of_the_output() {
    for target in [JsonSchemaTarget::Draft202012, JsonSchemaTarget::Draft07, JsonSchemaTarget::OpenApi30] {
        let mut schemas = Schemas::new(target, JsonSchemaSide::Output);
        for case in case::all() {
            let report = case.options.validator().validate_json(&case.input.bytes());
            let Some(body) = report.body() else { continue };
            let value: Value = serde_json::from_str(body).expect("numbers that every reader keeps");
            assert!(schemas.of(&case).fits(&value), "{target:?}: {}: {}: {value}", case.file, case.name);
        }
    }
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(members) => members.values().any(has_null),
        _ => false,
    }
}
