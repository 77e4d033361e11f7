//! The numbered fields of a body: top-level fields, and fields of the objects among them. Their rows, paths and labels
//! are looked up by number, without comparing keys.

use std::borrow::Cow;
use std::mem::{forget, replace};

use super::field::{Field, Kind, Object};
use super::mark::Action;
use super::segment::Segment;

/// The number of a field in its body: top-level fields first, then the fields of each object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldId(u16);

impl FieldId {
    /// The index, less than the number of numbered fields.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A numbered field: its row and path.
#[derive(Debug)]
pub struct NumberedField {
    id: FieldId,
    /// The number of its first inner field, if it is a top-level object.
    inner: FieldId,
    /// The length of its path: one or two keys.
    depth: u8,
    /// The fields along the path, this one last.
    fields: [&'static Field; 2],
    /// The keys along the path.
    steps: [Segment; 2],
}

impl NumberedField {
    /// Its number.
    pub const fn id(&self) -> FieldId {
        self.id
    }

    /// The fields along the path, this one last.
    pub fn fields(&self) -> &[&'static Field] {
        self.fields.get(..usize::from(self.depth)).unwrap_or_default()
    }

    /// The path, as segments.
    pub fn steps(&self) -> &[Segment] {
        self.steps.get(..usize::from(self.depth)).unwrap_or_default()
    }
}

/// The JSON object that an endpoint takes as its body, with its numbered fields.
#[derive(Debug)]
pub struct Body {
    /// The type of the whole body.
    pub kind: Kind,
    /// The action. It selects the marks of the fields.
    pub action: Action,
    /// The numbered fields.
    pub numbered: &'static [NumberedField],
}

/// Makes a body with numbered fields: `body!(TABLE)` is the [`Body`] of an update, `body!(TABLE, Create)` that of
/// another [`Action`].
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
    /// How many numbered fields the object has as a body.
    #[doc(hidden)]
    pub const fn ids(&self) -> usize {
        self.first_id_in(self.fields.len())
    }

    /// The number of the first field inside the object in that row.
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

/// Numbers the fields of a body. `N` is the [count](Object::ids).
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

/// Sets a key. `forget` because a `const fn` cannot drop a value.
const fn set_key(segment: &mut Segment, key: &'static str) {
    forget(replace(segment, Segment::Key(Cow::Borrowed(key))));
}

impl Body {
    /// The table of the top level.
    pub const fn object(&self) -> &'static Object {
        match &self.kind {
            Kind::Object(object) => object,
            _ => panic!("a body is an object"),
        }
    }

    /// The numbered field at a path of keys. Usable at compile time.
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

/// The top-level field in that row.
pub(crate) fn at_row(numbered: &'static [NumberedField], row: usize) -> Option<&'static NumberedField> {
    numbered.get(row)
}

/// The field in a row of the object in a top-level row.
pub(crate) fn at_rows(
    numbered: &'static [NumberedField],
    row: usize,
    inner: usize,
) -> Option<&'static NumberedField> {
    numbered.get(numbered.get(row)?.inner.index() + inner)
}
