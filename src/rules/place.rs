//! Places of fields, and how they lie to each other.

use std::ops::Deref;

use super::tops::Tops;
use crate::issue::{Path, Segment};
use crate::json::Document;
pub(crate) use crate::schema::ANY;
use crate::schema::{CARD_UPDATE, Slot};

/// The place of a field: the keys that lead to it. `*` stands for any item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    keys: &'static [&'static str],
    /// Found by the compiler, so that no rule compares keys.
    slot: Option<Slot>,
    /// The fields of the top level that it lies in.
    tops: Tops,
}

/// The place that keys lead to.
pub(crate) const fn place(keys: &'static [&'static str]) -> Place {
    let tops = match keys {
        [] => Tops::ALL,
        [key, ..] => Tops::of(CARD_UPDATE.row(key)),
    };
    Place { keys, slot: Slot::of(keys), tops }
}

impl Deref for Place {
    type Target = [&'static str];

    fn deref(&self) -> &[&'static str] {
        self.keys
    }
}

impl Place {
    /// The path that the keys make.
    pub(crate) fn path(self) -> Path {
        match self.slot {
            Some(slot) => Path::of(slot),
            None => Path::root().keys(self.keys),
        }
    }

    /// The fields of the top level that it lies in.
    pub(super) const fn tops(self) -> Tops {
        self.tops
    }

    /// The keys that lead there.
    pub(crate) const fn keys(self) -> &'static [&'static str] {
        self.keys
    }

    /// The value there; `null` counts as absent.
    pub(crate) fn find(self, document: &Document<'_>) -> Option<usize> {
        match self.slot {
            Some(slot) => document.in_slot(slot),
            None => document.find(self.keys),
        }
    }
}

/// Where a change is made. Most places are elsewhere, and told so at a glance.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'p> {
    path: &'p [Segment],
    tops: Tops,
}

impl<'p> Scope<'p> {
    pub(crate) fn new(path: &'p [Segment]) -> Scope<'p> {
        let tops = match path.first() {
            None => Tops::ALL,
            Some(Segment::Key(key)) => Tops::of(CARD_UPDATE.row(key)),
            Some(Segment::Index(_)) => Tops::of(None),
        };
        Scope { path, tops }
    }

    /// Whether the change may show at the place: one of them lies in the other, or both are the same.
    pub(crate) fn meets(&self, place: Place) -> bool {
        self.tops.meet(place.tops) && meets(place, self.path)
    }
}

fn meets(place: Place, path: &[Segment]) -> bool {
    place.iter().zip(path).all(|(key, segment)| is_step(key, segment))
}

/// Whether the path is one of the place.
pub(crate) fn is_at(place: Place, path: &[Segment]) -> bool {
    place.len() == path.len() && meets(place, path)
}

fn is_step(key: &str, segment: &Segment) -> bool {
    match segment {
        Segment::Key(name) => key != ANY && name == key,
        Segment::Index(_) => key == ANY,
    }
}

/// The path of a place, in the item of a list that another path lies in.
pub(crate) fn beside(place: Place, path: &[Segment]) -> Path {
    let step = |(depth, key): (usize, &&'static str)| match path.get(depth) {
        Some(Segment::Index(index)) if *key == ANY => Segment::Index(*index),
        _ => Segment::Key((*key).into()),
    };
    place.iter().enumerate().map(step).collect()
}

/// The paths of a place: in the items of lists that another path lies in, and else in every item of the document.
pub(crate) fn paths(place: Place, document: &Document<'_>, path: &[Segment]) -> Vec<Path> {
    let mut paths = vec![Path::root()];
    for (depth, key) in place.iter().enumerate() {
        paths = match path.get(depth) {
            Some(Segment::Index(index)) if *key == ANY => {
                paths.into_iter().map(|path| path.index(*index)).collect()
            }
            _ if *key == ANY => paths.into_iter().flat_map(|path| items(document, path)).collect(),
            _ => paths.into_iter().map(|path| path.key(*key)).collect(),
        };
    }
    paths
}

fn items(document: &Document<'_>, list: Path) -> impl Iterator<Item = Path> {
    let length = document.locate(list.segments()).map_or(0, |at| document.members(at).count());
    (0..length).map(move |index| list.clone().index(index))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Findings;
    use crate::json::{Notation, parse};
    use crate::validator::UPDATE;

    const VALUES: Place = place(&["form", "list", ANY, "values"]);

    #[test]
    fn a_place_meets_what_is_around_and_inside_of_it() {
        let item = Path::from(["form", "list"]).index(3);
        for path in [Path::root(), Path::from(["form"]), item.clone(), item.clone().key("values").index(0)] {
            assert!(Scope::new(path.segments()).meets(VALUES), "{path}");
        }
        for path in [Path::from(["title"]), item.clone().key("name"), Path::from(["form", "list", "*"])] {
            assert!(!Scope::new(path.segments()).meets(VALUES), "{path}");
        }
        assert!(is_at(VALUES, item.clone().key("values").segments()));
        assert!(!is_at(VALUES, item.segments()));
    }

    #[test]
    fn a_place_is_found_beside_another_one() {
        let name = Path::from(["form", "list"]).index(3).key("name");
        assert_eq!(beside(VALUES, name.segments()).to_string(), "/form/list/3/values");
        let elsewhere = Path::from(["form"]).index(3);
        assert_eq!(beside(VALUES, elsewhere.segments()).to_string(), "/form/list/*/values");
    }

    #[test]
    fn a_place_has_a_path_in_every_item_unless_one_is_meant() {
        const NAMES: Place = place(&["user_information_form", "custom_field_list", ANY, "name"]);
        let json = br#"{"user_information_form":{"custom_field_list":[{},{"name":"a"}]}}"#;
        let document = parse(json, Notation::Json, &UPDATE, &mut Findings::default()).unwrap();
        let paths = |path: &Path| -> Vec<String> {
            paths(NAMES, &document, path.segments()).iter().map(Path::to_string).collect()
        };
        let list = Path::from(["user_information_form", "custom_field_list"]);
        let name = |index: usize| list.clone().index(index).key("name").to_string();
        assert_eq!(paths(&list.clone().index(1).key("values")), [name(1)]);
        for path in [
            Path::root(),
            Path::from(["title"]),
            Path::from(["user_information_form"]).index(1),
            list.clone(),
        ] {
            assert_eq!(paths(&path), [name(0), name(1)], "{path}");
        }
    }
}
