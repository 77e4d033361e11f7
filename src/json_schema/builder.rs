//! Builds a schema from table rows.

use super::keywords::{Schema, Value};
use super::options::{JsonSchemaOptions, JsonSchemaSide};
use super::{comments, conditions, patterns};
use crate::endpoint::{ANY, Endpoint, UnknownKeys};
use crate::issue::Severity;
use crate::json::MAX_SAFE_INTEGER;
use crate::schema::{Choice, Empty, Field, Kind, Limit, Mark, Object, Text, UniqueBy};
use crate::text::locale::Locale;

/// The forbidden key.
const FORBIDDEN_KEY: &str = "__proto__";

/// The schema of an endpoint's body.
pub(super) fn schema(endpoint: &Endpoint, options: &JsonSchemaOptions) -> Schema {
    let own_hosts = || endpoint.image_hosts.iter().map(|host| (*host).to_owned()).collect();
    let image_hosts = options.image_hosts.clone().unwrap_or_else(own_hosts);
    let unknown_keys = options.unknown_keys.unwrap_or(endpoint.unknown_keys);
    let builder = SchemaBuilder { endpoint, options, image_hosts, unknown_keys };
    let [title, description] = [endpoint.title, endpoint.description].map(|text| text.get(options.locale));
    let comment = comments::of_whole(options.target, options.locale);
    let schema = options.target.declaration().with("title", title).with("description", description);
    let schema = schema.and(builder.object(endpoint.body.object(), &mut Vec::new(), false));
    schema.with(options.target.comment(), comment).and(builder.definitions())
}

/// The parameters of a schema.
struct SchemaBuilder<'o> {
    endpoint: &'o Endpoint,
    options: &'o JsonSchemaOptions,
    image_hosts: Vec<String>,
    unknown_keys: UnknownKeys,
}

impl SchemaBuilder<'_> {
    /// Whether a member may be `null`, which omits it.
    fn members_may_be_null(&self) -> bool {
        self.options.side == JsonSchemaSide::Input
    }

    /// Whether a member may be blank, which omits it.
    fn members_may_be_blank(&self) -> bool {
        self.members_may_be_null() && self.options.omit_blank
    }

    fn member(&self, field: &'static Field, place: &mut Vec<&'static str>) -> Schema {
        let JsonSchemaOptions { locale, target, .. } = *self.options;
        place.push(field.name);
        // A required member must not be omitted in any way.
        let is_required = field.mark(self.endpoint.body.action) == Mark::Required;
        let labelled = Schema::any()
            .with("title", field.label.get(locale))
            .with("description", description(field, locale));
        let schema = if self.members_may_be_blank() && !is_required {
            labelled.with("anyOf", vec![blank(), self.value(&field.kind, place, false)])
        } else {
            labelled.and(self.value(&field.kind, place, self.members_may_be_null() && !is_required))
        };
        let schema = match &field.kind {
            Kind::Text(Text { empty: Empty::Doubtful, .. }) if is_required => schema.with("minLength", 1_i64),
            _ => schema,
        };
        let comment = comments::of(self.endpoint, &field.kind, place, locale);
        place.pop();
        let schema = match example(field) {
            Some(example) => schema.and(target.example(example)),
            None => schema,
        };
        schema.with_some(target.comment(), comment)
    }

    fn value(&self, kind: &'static Kind, place: &mut Vec<&'static str>, or_null: bool) -> Schema {
        let typed = self.options.target.typed(kind.json_type(), or_null);
        match kind {
            Kind::Text(row) => typed.and(self.text(row)),
            Kind::Integer(row) => {
                let sure = row.max.filter(|limit| limit.severity == Severity::Error);
                let max = sure.map_or(MAX_SAFE_INTEGER, |limit| limit.max);
                typed.with("minimum", row.min).with("maximum", max)
            }
            Kind::Boolean => typed,
            Kind::Choice(choices) => {
                let values = choices.iter().map(|choice| Value::from(choice.value));
                typed.with("enum", values.chain(or_null.then_some(Value::Null)).collect::<Vec<_>>())
            }
            Kind::Object(object) => self.object(object, place, or_null),
            Kind::List(list) => {
                place.push(ANY);
                let item = self.value(list.item, place, false);
                place.pop();
                let sure = list.max.filter(|limit| limit.severity == Severity::Error);
                let is_unique = list.repeats == Some(Severity::Error) && list.unique_by == UniqueBy::Value;
                let typed = typed.with("items", item);
                let typed = typed.with_some("maxItems", sure.map(|limit| limit.max as i64));
                typed.with_some("uniqueItems", is_unique.then_some(true))
            }
        }
    }

    fn text(&self, row: &Text) -> Schema {
        let sure = row.max.filter(|limit| limit.severity == Severity::Error).map(|Limit { max, .. }| max);
        let filled = (row.empty == Empty::Refused).then_some(1_i64);
        let never = patterns::never(row.format).map(|[pattern, unless]| {
            text().with("pattern", pattern).with("not", text().with("pattern", unless))
        });
        Schema::any()
            .with_some("minLength", filled)
            .with_some("maxLength", sure)
            .with("pattern", patterns::of(row.format, &self.image_hosts))
            .with_some("not", never)
    }

    fn object(&self, object: &'static Object, place: &mut Vec<&'static str>, or_null: bool) -> Schema {
        let target = self.options.target;
        let action = self.endpoint.body.action;
        let listed = || object.fields.iter().filter(|field| field.mark(action).is_taken());
        // An immutable field must be absent or, in the input, `null`.
        let is_refused = self.unknown_keys == UnknownKeys::Refuse && self.members_may_be_null();
        let immutable =
            object.fields.iter().filter(|field| is_refused && field.mark(action) == Mark::Immutable);
        let absent = || if self.members_may_be_blank() { blank() } else { null() };
        let immutable = immutable.map(|field| (field.name, absent()));
        let members: Vec<_> = listed().map(|field| (field.name, self.member(field, place))).collect();
        let properties = members.into_iter().chain(immutable).collect::<Schema>();
        let schema = target.typed("object", or_null).with("properties", properties);
        let required = listed().filter(|field| field.mark(action) == Mark::Required);
        let required: Vec<&'static str> = required.map(|field| field.name).collect();
        let schema = schema.with_some("required", (!required.is_empty()).then_some(required));
        let schema = schema.and(self.others());
        let conditions = conditions::of(self.endpoint, object, place, target);
        // Blank members count as absent, so conditions would refuse valid input.
        match conditions.is_empty() || self.members_may_be_blank() {
            true => schema,
            false => schema.with("allOf", conditions),
        }
    }

    /// The schema of unknown keys and their values.
    fn others(&self) -> Schema {
        let JsonSchemaOptions { target, side, .. } = *self.options;
        match (self.unknown_keys, self.reference("key"), self.reference("otherValue")) {
            (UnknownKeys::Refuse, ..) if self.members_may_be_blank() => {
                Schema::any().with("additionalProperties", blank())
            }
            (UnknownKeys::Refuse, ..) => Schema::any().with("additionalProperties", false),
            (UnknownKeys::Drop, ..) if side == JsonSchemaSide::Output => {
                Schema::any().with("additionalProperties", false)
            }
            (UnknownKeys::Drop, Some(_), _) => {
                Schema::any().with("propertyNames", Schema::any().with("not", target.constant(FORBIDDEN_KEY)))
            }
            (UnknownKeys::Warn, Some(key), Some(other)) => {
                Schema::any().with("propertyNames", key).with("additionalProperties", other)
            }
            _ => Schema::any(),
        }
    }

    fn reference(&self, name: &str) -> Option<Schema> {
        let (_, start) = self.options.target.definitions()?;
        Some(Schema::any().with("$ref", format!("{start}{name}")))
    }

    /// Shared definitions: any key, and any value of an unknown key.
    fn definitions(&self) -> Schema {
        let (Some((keyword, _)), Some(key), Some(other), UnknownKeys::Warn) = (
            self.options.target.definitions(),
            self.reference("key"),
            self.reference("otherValue"),
            self.unknown_keys,
        ) else {
            return Schema::any();
        };
        let typed = |json_type: &'static str| Schema::any().with("type", json_type);
        let text = text().with("pattern", patterns::ANY);
        let forbidden = self.options.target.constant(FORBIDDEN_KEY);
        let object = typed("object").with("propertyNames", key).with("additionalProperties", other.clone());
        let values = vec![
            typed("null"),
            typed("boolean"),
            typed("number"),
            text.clone(),
            typed("array").with("items", other),
            object,
        ];
        let definitions =
            [("key", text.with("not", forbidden)), ("otherValue", Schema::any().with("anyOf", values))];
        Schema::any().with(keyword, Schema::from_iter(definitions))
    }
}

fn text() -> Schema {
    Schema::any().with("type", "string")
}

/// A member that is omitted.
fn null() -> Schema {
    Schema::any().with("enum", vec![Value::Null])
}

/// A member that is omitted, if blank members are.
fn blank() -> Schema {
    Schema::any().with("enum", vec![Value::from(""), Value::Null])
}

/// The help text of a field, and the labels of its values.
fn description(field: &Field, locale: Locale) -> String {
    let help = field.docs().help.get(locale);
    let choices: &[Choice] = match &field.kind {
        Kind::Choice(choices) => choices,
        Kind::List(list) => match list.item {
            Kind::Choice(choices) => choices,
            _ => return help.to_owned(),
        },
        _ => return help.to_owned(),
    };
    let label = |choice: &Choice| (choice.value, choice.label.get(locale));
    let named = choices.iter().map(label);
    match locale {
        Locale::Zh => {
            let named: Vec<String> = named.map(|(value, label)| format!("{value}（{label}）")).collect();
            format!("{help}。可选值：{}", named.join("、"))
        }
        Locale::En => {
            let named: Vec<String> = named.map(|(value, label)| format!("{value} ({label})")).collect();
            format!("{help}. One of {}", named.join(", "))
        }
    }
}

/// The example of a row, converted from text.
fn example(field: &Field) -> Option<Value> {
    match &field.kind {
        Kind::Text(_) | Kind::Choice(_) => Some(field.docs().example.into()),
        Kind::Integer(_) => field.docs().example.parse::<i64>().ok().map(Value::from),
        Kind::Boolean => field.docs().example.parse::<bool>().ok().map(Value::from),
        Kind::Object(_) | Kind::List(_) => None,
    }
}
