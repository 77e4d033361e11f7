//! The fields with a fixed place, numbered: those of the top level and those of the objects in it. What is known of a
//! place beforehand is found by its number, without comparing keys.

use std::borrow::Cow;
use std::mem::{forget, replace};

use super::{CARD_UPDATE, Field, Kind};
use crate::issue::Segment;

/// The number of a field with a fixed place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot(u8);

/// Where the slots of each object's fields begin.
static BASES: [usize; CARD_UPDATE.fields.len()] = {
    let mut bases = [0; CARD_UPDATE.fields.len()];
    let mut row = 0;
    while row < bases.len() {
        bases[row] = slots_before(row);
        row += 1;
    }
    bases
};

/// How many slots the fields of the top level and of its first objects take.
const fn slots_before(row: usize) -> usize {
    let mut slots = CARD_UPDATE.fields.len();
    let mut at = 0;
    while at < row {
        if let Kind::Object(object) = &CARD_UPDATE.fields[at].kind {
            slots += object.fields.len();
        }
        at += 1;
    }
    slots
}

/// The fields on the way to each slot; to one at the top level there is but the first.
static FIELDS: [[&Field; 2]; Slot::COUNT] = {
    let mut fields = [[&CARD_UPDATE.fields[0]; 2]; Slot::COUNT];
    let mut row = 0;
    while row < CARD_UPDATE.fields.len() {
        let field = &CARD_UPDATE.fields[row];
        fields[row][0] = field;
        if let Kind::Object(object) = &field.kind {
            let mut inner = 0;
            while inner < object.fields.len() {
                fields[slots_before(row) + inner] = [field, &object.fields[inner]];
                inner += 1;
            }
        }
        row += 1;
    }
    fields
};

/// Their names.
static STEPS: [[Segment; 2]; Slot::COUNT] = {
    let mut steps = [const { [Segment::Index(0), Segment::Index(0)] }; Slot::COUNT];
    let mut slot = 0;
    while slot < Slot::COUNT {
        set(&mut steps[slot][0], FIELDS[slot][0].name);
        set(&mut steps[slot][1], FIELDS[slot][1].name);
        slot += 1;
    }
    steps
};

/// Sets a key. The compiler drops nothing, and there is nothing to drop.
const fn set(segment: &mut Segment, key: &'static str) {
    forget(replace(segment, Segment::Key(Cow::Borrowed(key))));
}

impl Slot {
    /// How many there are.
    pub(crate) const COUNT: usize = slots_before(CARD_UPDATE.fields.len());

    /// Every slot.
    pub(crate) fn all() -> impl Iterator<Item = Slot> {
        (0..Slot::COUNT as u8).map(Slot)
    }

    /// The slot of the field that keys lead to, if it has one.
    pub(crate) const fn of(keys: &[&str]) -> Option<Slot> {
        let (field, member) = match keys {
            [field] => (*field, None),
            [field, member] => (*field, Some(*member)),
            _ => return None,
        };
        let Some(row) = CARD_UPDATE.row(field) else { return None };
        match (member, &CARD_UPDATE.fields[row].kind) {
            (None, _) => Some(Slot(row as u8)),
            (Some(member), Kind::Object(object)) => match object.row(member) {
                Some(inner) => Some(Slot((slots_before(row) + inner) as u8)),
                None => None,
            },
            _ => None,
        }
    }

    /// The slot of a row of the top level.
    pub(crate) fn of_row(row: usize) -> Slot {
        Slot(row as u8)
    }

    /// The slot of a row of the object in a row of the top level.
    pub(crate) fn of_rows(row: usize, inner: usize) -> Slot {
        Slot((BASES[row] + inner) as u8)
    }

    /// Its number, less than [`COUNT`](Slot::COUNT).
    pub(crate) const fn number(self) -> usize {
        self.0 as usize
    }

    /// The fields on the way there, and the field itself.
    pub(crate) fn fields(self) -> &'static [&'static Field] {
        FIELDS[self.number()].get(..self.depth()).unwrap_or_default()
    }

    /// The steps that lead there.
    pub(crate) fn steps(self) -> &'static [Segment] {
        STEPS[self.number()].get(..self.depth()).unwrap_or_default()
    }

    fn depth(self) -> usize {
        if self.number() < CARD_UPDATE.fields.len() { 1 } else { 2 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::{Location, Path};
    use crate::locale::Locale;
    use crate::schema::label;

    #[test]
    fn every_slot_is_found_by_its_keys_and_by_its_rows() {
        let mut rows = Vec::new();
        for (row, field) in CARD_UPDATE.fields.iter().enumerate() {
            rows.push((Slot::of_row(row), vec![field.name]));
            if let Kind::Object(object) = &field.kind {
                let inner = object.fields.iter().enumerate();
                rows.extend(
                    inner.map(|(at, member)| (Slot::of_rows(row, at), vec![field.name, member.name])),
                );
            }
        }
        assert_eq!((rows.len(), Slot::all().count()), (Slot::COUNT, Slot::COUNT));
        rows.sort_by_key(|(slot, _)| slot.number());
        for ((slot, keys), expected) in rows.iter().zip(Slot::all()) {
            assert_eq!((*slot, Slot::of(keys)), (expected, Some(expected)), "{keys:?}");
            assert!(slot.fields().iter().map(|field| field.name).eq(keys.iter().copied()), "{keys:?}");
            assert!(
                slot.steps().iter().map(|step| step.key()).eq(keys.iter().map(|key| Some(*key))),
                "{keys:?}"
            );
        }
    }

    #[test]
    fn a_path_whose_slot_is_known_is_as_one_whose_is_not() {
        for path in Path::fixed() {
            let same = Path::from(path.segments().to_vec());
            assert_eq!((path.slot().is_some(), same.slot()), (true, None));
            for (one, other) in [
                (path.clone(), same.clone()),
                (path.clone().index(1).key("name"), same.clone().index(1).key("name")),
                (path.key("\u{200b}"), same.key("\u{200b}")),
            ] {
                assert_eq!(one, other);
                for locale in [Locale::Zh, Locale::En] {
                    let label = |path: &Path| label(Location::Body, path, locale);
                    assert_eq!(label(&one), label(&other), "{one}");
                }
            }
        }
    }
}
