//! Conditions between fields, as far as they are errors and JSON Schema can express them.

use super::keywords::{Schema, Value};
use super::target::JsonSchemaTarget;
use crate::endpoint::{Condition, Constraint, Endpoint, FieldPath, Keyword, Operand, Rule, When};
use crate::schema::{Action, Field, Kind, Object};

/// The conditions between fields of the object at a path, each as a schema for the object.
pub(super) fn of(
    endpoint: &Endpoint,
    object: &'static Object,
    place: &[&str],
    target: JsonSchemaTarget,
) -> Vec<Schema> {
    let at = ObjectConditions { object, place, target, action: endpoint.body.action };
    endpoint.rules().flat_map(|rule| at.condition(rule)).collect()
}

struct ObjectConditions<'p> {
    object: &'static Object,
    place: &'p [&'p str],
    target: JsonSchemaTarget,
    action: Action,
}

impl ObjectConditions<'_> {
    fn condition(&self, rule: &Rule) -> Vec<Schema> {
        match &rule.condition {
            Condition::AnyField { no_field, .. } if self.place.is_empty() && rule.is_error(*no_field) => {
                self.any_field().into_iter().collect()
            }
            Condition::Requires { field, when, code, unless_on_card } if rule.is_error(*code) => {
                self.requirement(field, when, unless_on_card.is_some()).into_iter().collect()
            }
            Condition::Pair { fields: [one, other], code } if rule.is_error(*code) => {
                let requires = |field, by| self.requirement(field, &When::Filled(by), false);
                [requires(one, other), requires(other, one)].into_iter().flatten().collect()
            }
            Condition::OnlyWith {
                field,
                by: Operand::Payload(by) | Operand::Either(by),
                values,
                code: Some(code),
                ..
            } if rule.is_error(*code) => self.only_with(field, by, values).into_iter().collect(),
            Condition::Value(Constraint { field, keyword, code, .. }) if rule.is_error(*code) => {
                self.having(field, Self::keyword(keyword))
            }
            _ => Vec::new(),
        }
    }

    fn keyword(keyword: &Keyword) -> Schema {
        match keyword {
            // `null` counts as absent, so this rule must allow it.
            Keyword::Enum(values) => {
                let values = values.iter().map(|value| Value::from(*value)).chain([Value::Null]);
                Schema::any().with("enum", values.collect::<Vec<_>>())
            }
            Keyword::Minimum(min) => Schema::any().with("minimum", *min),
            Keyword::UniqueItems => Schema::any().with("uniqueItems", true),
            Keyword::Pattern(_, pattern) => Schema::any().with("pattern", *pattern),
        }
    }

    /// A member fits a schema, if present.
    fn having(&self, field: &FieldPath, schema: Schema) -> Vec<Schema> {
        self.member(field).map(|field| having(field.name, schema)).into_iter().collect()
    }

    /// An object without any of its fields has other members.
    fn any_field(&self) -> Option<Schema> {
        // If a schema cannot describe other members, it cannot forbid them.
        self.target.definitions()?;
        let absent = || self.target.typed("null", false);
        let listed = self.object.fields.iter().filter(|field| field.mark(self.action).is_taken());
        let no_field = listed.map(|field| (field.name, absent()));
        let no_field = Schema::any().with("properties", no_field.collect::<Schema>());
        Some(self.target.implies(no_field, Schema::any().with("additionalProperties", absent())))
    }

    /// An absent field is an error unless the card may have it; an empty one always is.
    fn requirement(&self, field: &FieldPath, when: &When, may_be_absent: bool) -> Option<Schema> {
        let required = self.member(field)?;
        let (asking, holds) = match when {
            When::Has(Operand::Payload(by) | Operand::Either(by), values) => {
                let asking = self.member(by)?;
                (asking, one_of(asking, values, self.target))
            }
            When::Filled(by) => (self.member(by)?, filled(Schema::any().with("type", "string"))),
            When::Has(Operand::Card(_), _) | When::Profile(_) => return None,
        };
        let condition = given(asking, holds);
        let is_text = matches!(required.kind, Kind::Text(_));
        let value = self.target.typed(required.kind.json_type(), may_be_absent);
        let consequence = having(required.name, if is_text { filled(value) } else { value });
        let consequence = match may_be_absent {
            true => consequence,
            false => Schema::any().with("required", vec![required.name]).and(consequence),
        };
        Some(self.target.implies(condition, consequence))
    }

    /// A field must not be given if another one has another value.
    fn only_with(&self, field: &FieldPath, by: &FieldPath, values: &[&'static str]) -> Option<Schema> {
        let (field, by) = (self.member(field)?, self.member(by)?);
        let others: Vec<&'static str> = match &by.kind {
            Kind::Choice(choices) => {
                choices.iter().map(|choice| choice.value).filter(|value| !values.contains(value)).collect()
            }
            Kind::Boolean => ["true", "false"].into_iter().filter(|value| !values.contains(value)).collect(),
            _ => return None,
        };
        let absent = Schema::any().with("enum", vec![Value::Null]);
        let condition = given(by, one_of(by, &others, self.target));
        Some(self.target.implies(condition, having(field.name, absent)))
    }

    fn member(&self, field: &FieldPath) -> Option<&'static Field> {
        match field.keys().split_last() {
            Some((name, around)) if around == self.place => self.object.find(name).map(|(_, field)| field),
            _ => None,
        }
    }
}

/// A member is present and fits a schema.
fn given(field: &Field, schema: Schema) -> Schema {
    Schema::any().with("required", vec![field.name]).and(having(field.name, schema))
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
