//! Keys that the API does not list, where no key is one that it lists.

use super::keywords::Schema;
use super::target::JsonSchemaTarget;
use crate::schema::Object;

/// What an object must be that has no field: without any other member, too. `None` where no schema can say so.
pub(super) fn not_alone(object: &'static Object, target: JsonSchemaTarget) -> Option<Schema> {
    target.definitions()?;
    let absent = || target.typed("null", false);
    let no_field = object.fields.iter().map(|field| (field.name, absent()));
    let no_field = Schema::any().with("properties", no_field.collect::<Schema>());
    let nothing = Schema::any().with("additionalProperties", absent());
    Some(target.implies(no_field, nothing))
}
