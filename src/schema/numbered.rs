//! The numbered fields of a body: those of its top level and those of the objects in it. What is known about such a field
//! beforehand is found by its number, without comparing keys.

use std::borrow::Cow;
use std::mem::{forget, replace};

use super::field::{Field, Kind, Object};
use super::mark::Action;
use super::segment::Segment;

/// The number of a field in its body: first those of the top level, then those of each object in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldId(u16);

impl FieldId {
    /// As an index, less than the number of the body's fields that have an id.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A field with an id: its row, and the keys that lead to it.
#[derive(Debug)]
pub struct NumberedField {
    id: FieldId,
    /// The id of the first field in it, if it is an object of the top level.
    inner: FieldId,
    /// How many keys lead to it: one or two.
    depth: u8,
    /// The fields on the way, itself the last one.
    fields: [&'static Field; 2],
    /// Their names.
    steps: [Segment; 2],
}

impl NumberedField {
    /// Its number.
    pub const fn id(&self) -> FieldId {
        self.id
    }

    /// The fields on the way there, and the field itself.
    pub fn fields(&self) -> &[&'static Field] {
        self.fields.get(..usize::from(self.depth)).unwrap_or_default()
    }

    /// The steps that lead there.
    pub fn steps(&self) -> &[Segment] {
        self.steps.get(..usize::from(self.depth)).unwrap_or_default()
    }
}

/// The JSON object that an endpoint takes as its body, and its fields that have an id.
#[derive(Debug)]
pub struct Body {
    /// The type of the whole body.
    pub kind: Kind,
    /// What is done with it: it decides which marks of the fields count.
    pub action: Action,
    /// Its fields that have an id, by their ids.
    pub numbered: &'static [NumberedField],
}

/// A body whose fields have ids: `body!(TABLE)` is a [`Body`] for a `static` of its own, of an update. `body!(TABLE, Create)`
/// is one of another [`Action`].
#[macro_export]
#[doc(hidden)]
macro_rules! body {
    ($table:ident) => {
        $crate::body!($table, Update)
    };
    ($table:ident, $action:ident) => {
        $crate::schema::Body {
            action: $crate::schema::Action::$action,
            kind: $crate::schema::Kind::Object(&$table),
            numbered: {
                static NUMBERED: [$crate::schema::NumberedField; $table.ids()] =
                    $crate::schema::number_fields(&$table);
                &NUMBERED
            },
        }
    };
}

impl Object {
    /// How many fields have an id where this object is the body.
    #[doc(hidden)]
    pub const fn ids(&self) -> usize {
        self.first_id_in(self.fields.len())
    }

    /// The id of the first field in the object at a row: the rows of the top level and of the objects before it come first.
    const fn first_id_in(&self, row: usize) -> usize {
        let mut ids = self.fields.len();
        let mut before = 0;
        while before < row {
            if let Kind::Object(object) = &self.fields[before].kind {
                ids += object.fields.len();
            }
            before += 1;
        }
        ids
    }
}

/// The fields of a body by their ids, `N` being their [number](Object::ids).
#[doc(hidden)]
pub const fn number_fields<const N: usize>(body: &'static Object) -> [NumberedField; N] {
    assert!(N <= u16::MAX as usize, "a body has at most 65,535 fields with an id");
    let mut numbered = [const { NumberedField::NONE }; N];
    let mut row = 0;
    while row < body.fields.len() {
        let (field, inner) = (&body.fields[row], body.first_id_in(row));
        fill(&mut numbered[row], row, inner, [field, field], 1);
        if let Kind::Object(object) = &field.kind {
            let mut member = 0;
            while member < object.fields.len() {
                let id = inner + member;
                fill(&mut numbered[id], id, 0, [field, &object.fields[member]], 2);
                member += 1;
            }
        }
        row += 1;
    }
    numbered
}

impl NumberedField {
    const NONE: NumberedField = {
        static NO_FIELD: Field = Field::unknown();
        NumberedField {
            id: FieldId(0),
            inner: FieldId(0),
            depth: 0,
            fields: [&NO_FIELD; 2],
            steps: [const { Segment::Index(0) }; 2],
        }
    };
}

const fn fill(field: &mut NumberedField, id: usize, inner: usize, fields: [&'static Field; 2], depth: u8) {
    field.id = FieldId(id as u16);
    field.inner = FieldId(inner as u16);
    field.depth = depth;
    field.fields = fields;
    set_key(&mut field.steps[0], fields[0].name);
    set_key(&mut field.steps[1], fields[1].name);
}

/// Sets a key. The compiler drops nothing, and there is nothing to drop.
const fn set_key(segment: &mut Segment, key: &'static str) {
    forget(replace(segment, Segment::Key(Cow::Borrowed(key))));
}

impl Body {
    /// The table of its top level.
    pub const fn object(&self) -> &'static Object {
        match &self.kind {
            Kind::Object(object) => object,
            _ => panic!("a body is an object"),
        }
    }

    /// The field that keys lead to, if it has an id. The compiler finds it as well.
    pub const fn find(&'static self, keys: &[&str]) -> Option<&'static NumberedField> {
        let (key, member) = match keys {
            [key] => (*key, None),
            [key, member] => (*key, Some(*member)),
            _ => return None,
        };
        let Some(row) = self.object().row(key) else { return None };
        match (member, &self.object().fields[row].kind) {
            (None, _) => Some(&self.numbered[row]),
            (Some(member), Kind::Object(object)) => match object.row(member) {
                Some(inner) => Some(&self.numbered[self.numbered[row].inner.index() + inner]),
                None => None,
            },
            _ => None,
        }
    }
}

/// The field in a row of the top level.
pub(crate) fn at_row(numbered: &'static [NumberedField], row: usize) -> Option<&'static NumberedField> {
    numbered.get(row)
}

/// The field in a row of the object in a row of the top level.
pub(crate) fn at_rows(
    numbered: &'static [NumberedField],
    row: usize,
    inner: usize,
) -> Option<&'static NumberedField> {
    numbered.get(numbered.get(row)?.inner.index() + inner)
}
