//! The parameters of a message.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::TextList;
use super::terms::in_chinese;
use crate::schema::Choice;
use crate::text::digits::push_integer;
use crate::text::hidden::escape_from;
use crate::text::locale::Locale;

/// A parameter's value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A text.
    Text(Cow<'static, str>),
    /// A whole number.
    Integer(i64),
    /// True or false.
    Boolean(bool),
    /// A list of texts.
    List(TextList),
}

impl Param {
    /// The value as text; `separator` joins the items of a list.
    pub fn display(&self, separator: &str) -> String {
        let mut text = String::new();
        self.write(separator, &mut text);
        text
    }

    /// Appends what `display` returns.
    fn write(&self, separator: &str, out: &mut String) {
        match self {
            Param::Text(text) => out.push_str(text),
            Param::Integer(number) => push_integer(*number, out),
            Param::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
            Param::List(texts) => {
                for (index, text) in texts.iter().enumerate() {
                    if index > 0 {
                        out.push_str(separator);
                    }
                    out.push_str(text);
                }
            }
        }
    }

    /// Appends the value for people: terms are translated, hidden characters escaped. Static texts are ours and need no
    /// escaping.
    pub(crate) fn write_for_people(&self, locale: Locale, out: &mut String) {
        let start = out.len();
        match (self, locale) {
            (Param::Text(Cow::Borrowed(term)), Locale::Zh) => out.push_str(in_chinese(term).unwrap_or(term)),
            (_, Locale::Zh) => self.write("、", out),
            (_, Locale::En) => self.write(", ", out),
        }
        match self {
            Param::List(texts) if texts.choices().is_some() => {}
            Param::Text(Cow::Borrowed(_)) => {}
            Param::Text(Cow::Owned(_)) | Param::List(_) => escape_from(start, out),
            Param::Integer(_) | Param::Boolean(_) => {}
        }
    }
}

impl From<&'static str> for Param {
    fn from(text: &'static str) -> Param {
        Param::Text(text.into())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Param {
        Param::Text(text.into())
    }
}

impl From<Vec<String>> for Param {
    fn from(texts: Vec<String>) -> Param {
        Param::List(texts.into())
    }
}

impl From<TextList> for Param {
    fn from(texts: TextList) -> Param {
        Param::List(texts)
    }
}

impl From<&'static [Choice]> for Param {
    fn from(choices: &'static [Choice]) -> Param {
        Param::List(choices.into())
    }
}

impl From<i64> for Param {
    fn from(number: i64) -> Param {
        Param::Integer(number)
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Param {
        Param::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<bool> for Param {
    fn from(value: bool) -> Param {
        Param::Boolean(value)
    }
}

/// The parameters of a message, by name, in the order that its code documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Params(Vec<(&'static str, Param)>);

impl Params {
    /// The parameter of that name.
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.0.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Adds a parameter. Never inlined, to keep the checks that report issues small.
    #[inline(never)]
    pub(crate) fn push(&mut self, name: &'static str, value: Param) {
        self.0.push((name, value));
    }

    /// Adds a copy of a text.
    #[inline(never)]
    pub(crate) fn push_copy(&mut self, name: &'static str, text: &str) {
        self.push(name, text.to_owned().into());
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Param)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }
}

impl FromIterator<(&'static str, Param)> for Params {
    fn from_iter<I: IntoIterator<Item = (&'static str, Param)>>(params: I) -> Params {
        Params(params.into_iter().collect())
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.iter() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
