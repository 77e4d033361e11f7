//! A schema under construction; keywords keep the order in which people read them.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A JSON object whose keys keep their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Schema(Vec<(&'static str, Value)>);

/// The value of a keyword.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Boolean(bool),
    Number(i64),
    Text(Cow<'static, str>),
    List(Vec<Value>),
    Schema(Schema),
}

impl Schema {
    /// A schema that accepts everything.
    pub(super) const fn any() -> Schema {
        Schema(Vec::new())
    }

    /// Adds a keyword.
    #[must_use]
    pub(super) fn with(mut self, keyword: &'static str, value: impl Into<Value>) -> Schema {
        self.push(keyword, value.into());
        self
    }

    /// Not generic, so that it is compiled once.
    #[inline(never)]
    fn push(&mut self, keyword: &'static str, value: Value) {
        self.0.push((keyword, value));
    }

    /// Adds a keyword, if it has a value.
    #[must_use]
    pub(super) fn with_some(self, keyword: &'static str, value: Option<impl Into<Value>>) -> Schema {
        match value {
            Some(value) => self.with(keyword, value),
            None => self,
        }
    }

    /// Adds the keywords of another schema.
    #[must_use]
    pub(super) fn and(mut self, other: Schema) -> Schema {
        self.0.extend(other.0);
        self
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Boolean(value)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Number(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Value {
        Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Value {
        Value::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text.into())
    }
}

impl From<Schema> for Value {
    fn from(schema: Schema) -> Value {
        Value::Schema(schema)
    }
}

impl<V: Into<Value>> From<Vec<V>> for Value {
    fn from(items: Vec<V>) -> Value {
        Value::List(items.into_iter().map(Into::into).collect())
    }
}

impl FromIterator<(&'static str, Schema)> for Schema {
    /// Schemas by name, for `properties`.
    fn from_iter<I: IntoIterator<Item = (&'static str, Schema)>>(schemas: I) -> Schema {
        Schema(schemas.into_iter().map(|(name, schema)| (name, schema.into())).collect())
    }
}

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (keyword, value) in &self.0 {
            map.serialize_entry(keyword, value)?;
        }
        map.end()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Boolean(value) => serializer.serialize_bool(*value),
            Value::Number(number) => serializer.serialize_i64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(items) => serializer.collect_seq(items),
            Value::Schema(schema) => schema.serialize(serializer),
        }
    }
}
