//! Paths of fields in a table.

use super::field_set::FieldSet;
use crate::json::Document;
use crate::schema::{Body, FieldId, Kind, NumberedField, Object, Path};

/// The path of a field in a table: its keys, with [`ANY`] for any list item.
#[derive(Debug)]
pub struct FieldPath {
    keys: &'static [&'static str],
    /// The field, if it is numbered.
    field: Option<&'static NumberedField>,
    /// The number of the field or of its enclosing list, found at compile time.
    id: Option<FieldId>,
    /// The keys after [`ANY`], if the field is inside a list.
    in_item: Option<&'static [&'static str]>,
    /// The top-level field that contains it.
    fields: FieldSet,
}

/// Stands for any list item.
pub const ANY: &str = "*";

impl Body {
    /// The path of a field. In a constant or static, an unknown field does not compile:
    ///
    /// ```
    /// use wechatpay_membercard::endpoint::FieldPath;
    /// use wechatpay_membercard::membercard_open::UPDATE;
    /// static PATH: FieldPath = UPDATE.body.at(&["balance_information", "balance_path"]);
    /// assert_eq!(PATH.keys(), ["balance_information", "balance_path"]);
    /// ```
    ///
    /// ```compile_fail
    /// use wechatpay_membercard::endpoint::FieldPath;
    /// use wechatpay_membercard::membercard_open::UPDATE;
    /// static PATH: FieldPath = UPDATE.body.at(&["balance_information", "balance_pth"]);
    /// ```
    pub const fn at(&'static self, keys: &'static [&'static str]) -> FieldPath {
        assert!(has(self.object(), keys), "the table has no such field");
        let (list, in_item) = split_at_item(keys);
        let (field, id) = match (self.find(list), in_item) {
            (Some(field), None) => (Some(field), Some(field.id())),
            (Some(list), Some(_)) => (None, Some(list.id())),
            (None, _) => (None, None),
        };
        let fields = match keys {
            [] => FieldSet::ALL,
            [key, ..] => FieldSet::of(self.object().row(key)),
        };
        FieldPath { keys, field, id, in_item, fields }
    }
}

/// Splits the keys at [`ANY`]: the path of the list, and the keys inside its items. Without `ANY`, the first part is
/// everything.
const fn split_at_item(
    keys: &'static [&'static str],
) -> (&'static [&'static str], Option<&'static [&'static str]>) {
    let mut depth = 0;
    while depth < keys.len() {
        if let [b'*'] = keys[depth].as_bytes() {
            let (list, item) = keys.split_at(depth);
            return (list, Some(item.split_at(1).1));
        }
        depth += 1;
    }
    (keys, None)
}

/// Whether an object has a field at a path of keys.
const fn has(object: &Object, keys: &[&str]) -> bool {
    let Some((key, rest)) = keys.split_first() else { return true };
    match object.row(key) {
        Some(row) => holds(&object.fields[row].kind, rest),
        None => false,
    }
}

const fn holds(kind: &Kind, keys: &[&str]) -> bool {
    match (keys, kind) {
        ([], _) => true,
        (_, Kind::Object(object)) => has(object, keys),
        ([_, rest @ ..], Kind::List(list)) => holds(list.item, rest),
        _ => false,
    }
}

impl PartialEq for FieldPath {
    fn eq(&self, other: &FieldPath) -> bool {
        self.keys == other.keys
    }
}

impl Eq for FieldPath {}

impl FieldPath {
    /// The path of a field that only the card's current state has.
    pub const fn of_card(keys: &'static [&'static str]) -> FieldPath {
        FieldPath { keys, field: None, id: None, in_item: None, fields: FieldSet::NONE }
    }

    /// The keys.
    pub const fn keys(&self) -> &'static [&'static str] {
        self.keys
    }

    /// The name of the field: its last key.
    pub const fn name(&self) -> &'static str {
        match self.keys {
            [.., name] => name,
            [] => "",
        }
    }

    /// Whether it is inside a list.
    pub(crate) fn is_in_list(&self) -> bool {
        self.in_item.is_some()
    }

    /// The enclosing list in a document.
    pub(crate) fn list_in(&self, document: &Document<'_>) -> Option<usize> {
        document.value_of(self.id.filter(|_| self.is_in_list())?)
    }

    /// The value in an item of the list; `null` counts as absent.
    pub(crate) fn find_in(&self, document: &Document<'_>, item: usize) -> Option<usize> {
        let found = self.in_item?.iter().try_fold(item, |at, key| document.member(at, key))?;
        (!document.nodes()[found].value.is_null()).then_some(found)
    }

    /// The same as a [`Path`].
    pub(crate) fn path(&self) -> Path {
        match self.field {
            Some(field) => Path::of(field),
            None => Path::root().keys(self.keys),
        }
    }

    /// The top-level field that contains it, as a set.
    pub(crate) const fn fields(&self) -> FieldSet {
        self.fields
    }

    /// The value in a document; `null` counts as absent.
    pub(crate) fn find(&self, document: &Document<'_>) -> Option<usize> {
        match (self.id, self.in_item) {
            (Some(field), None) => document.value_of(field),
            (_, Some(_)) => None,
            (None, None) => document.find(self.keys),
        }
    }
}
