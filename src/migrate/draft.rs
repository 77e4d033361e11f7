//! A draft of the new body, built value by value.

use crate::json::writer::quoted;

/// A value of the new body.
#[derive(Debug)]
pub(super) enum Draft {
    /// Any value, as JSON text.
    Leaf(String),
    Object(Vec<(&'static str, Draft)>),
    List(Vec<Draft>),
}

/// Stands for a list item in a pointer.
const ITEM: &str = "*";

/// The segments of a pointer.
pub(super) fn steps(pointer: &'static str) -> Vec<&'static str> {
    pointer.split('/').skip(1).collect()
}

impl Draft {
    /// An empty body.
    pub(super) fn new() -> Draft {
        Draft::Object(Vec::new())
    }

    /// Sets a value at a path. `items` are the indices of objects in lists along the path; other items are appended.
    /// Existing values stay. Returns whether the value was set.
    pub(super) fn put(&mut self, steps: &[&'static str], items: &[usize], text: String) -> bool {
        let Some((step, rest)) = steps.split_first() else {
            let is_free = self.is_empty();
            if is_free {
                *self = Draft::Leaf(text);
            }
            return is_free;
        };
        if *step != ITEM {
            return self.member(step).put(rest, items, text);
        }
        let list = self.list();
        match (rest, items) {
            ([], _) => {
                list.push(Draft::Leaf(text));
                true
            }
            (_, [index, items @ ..]) => {
                while list.len() <= *index {
                    list.push(Draft::new());
                }
                list[*index].put(rest, items, text)
            }
            _ => false,
        }
    }

    fn member(&mut self, name: &'static str) -> &mut Draft {
        if !matches!(self, Draft::Object(_)) {
            *self = Draft::new();
        }
        let Draft::Object(members) = self else { unreachable!("it is an object now") };
        let at = members.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            members.push((name, Draft::new()));
            members.len() - 1
        });
        &mut members[at].1
    }

    fn list(&mut self) -> &mut Vec<Draft> {
        if !matches!(self, Draft::List(_)) {
            *self = Draft::List(Vec::new());
        }
        let Draft::List(items) = self else { unreachable!("it is a list now") };
        items
    }

    fn is_empty(&self) -> bool {
        matches!(self, Draft::Object(members) if members.is_empty())
    }

    /// The value at a path of keys.
    pub(super) fn get(&self, keys: &[&str]) -> Option<&Draft> {
        let Some((key, rest)) = keys.split_first() else { return Some(self) };
        let Draft::Object(members) = self else { return None };
        members.iter().find(|(name, _)| name == key)?.1.get(rest)
    }

    /// The text of a choice or boolean.
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Draft::Leaf(text) => Some(text.trim_matches('"')),
            Draft::Object(_) | Draft::List(_) => None,
        }
    }

    /// Removes the value at a path of keys.
    pub(super) fn remove(&mut self, keys: &[&str]) {
        let (Draft::Object(members), Some((key, rest))) = (self, keys.split_first()) else { return };
        match rest {
            [] => members.retain(|(name, _)| name != key),
            _ => members.iter_mut().filter(|(name, _)| name == key).for_each(|(_, inner)| inner.remove(rest)),
        }
    }

    /// Appends the value as JSON text.
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Draft::Leaf(text) => out.push_str(text),
            Draft::Object(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    out.push_str(&quoted(name));
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
            Draft::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    item.write(out);
                }
                out.push(']');
            }
        }
    }
}
