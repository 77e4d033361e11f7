//! What a field asks of the others beside it, where an official page says so.

use super::keywords::{Schema, Value};
use super::target::JsonSchemaTarget;
use crate::rules::{REQUIREMENTS, Requirement, When};
use crate::schema::{Field, Kind, Object};

/// The requirements between the fields of the object at a place, each as a schema of the object. That a field is absent
/// is never an error here, for the card may have it; that it is emptied is one.
pub(super) fn of(object: &'static Object, place: &[&str], target: JsonSchemaTarget) -> Vec<Schema> {
    let official = REQUIREMENTS.iter().filter(|row| row.is_official);
    official.filter_map(|row| requirement(row, object, place, target)).collect()
}

fn requirement(
    row: &Requirement,
    object: &'static Object,
    place: &[&str],
    target: JsonSchemaTarget,
) -> Option<Schema> {
    let member = |path: &'static [&'static str]| match path.split_last() {
        Some((name, around)) if around == place => object.find(name).map(|(_, field)| field),
        _ => None,
    };
    let required = member(row.field.keys())?;
    let asking = member(row.when.reads()?.keys())?;
    let holds = match &row.when {
        When::HasValue(_, values) => one_of(asking, values, target),
        When::IsFilled(_) => filled(Schema::any().with("type", "string")),
        When::IsObject(_) | When::IsProfile(_) => return None,
    };
    let condition = Schema::any().with("required", vec![asking.name]).and(having(asking.name, holds));
    Some(target.implies(condition, having(required.name, filled(target.typed("string", true)))))
}

fn having(name: &'static str, schema: Schema) -> Schema {
    Schema::any().with("properties", Schema::from_iter([(name, schema)]))
}

fn filled(schema: Schema) -> Schema {
    schema.with("minLength", 1_i64)
}

fn one_of(field: &Field, values: &[&'static str], target: JsonSchemaTarget) -> Schema {
    let values = values.iter().map(|value| match field.kind {
        Kind::Boolean => Value::from(*value == "true"),
        _ => Value::from(*value),
    });
    match values.collect::<Vec<_>>().as_slice() {
        [value] => target.constant(value.clone()),
        values => Schema::any().with("enum", values.to_vec()),
    }
}
