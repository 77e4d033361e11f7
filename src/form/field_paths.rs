//! Relations between table paths and value paths.

use crate::endpoint::{ANY, FieldPath, FieldSet};
use crate::json::Document;
use crate::schema::{Object, Path, Segment};

/// Whether a path leads to the field.
pub(super) fn is_at(field: &FieldPath, path: &[Segment]) -> bool {
    field.keys().len() == path.len() && overlaps(field, path)
}

fn overlaps(field: &FieldPath, path: &[Segment]) -> bool {
    field.keys().iter().zip(path).all(|(key, segment)| matches_segment(key, segment))
}

fn matches_segment(key: &str, segment: &Segment) -> bool {
    match segment {
        Segment::Key(name) => key != ANY && name == key,
        Segment::Index(_) => key == ANY,
    }
}

/// The path of the field in the list item that another path goes through.
pub(super) fn in_same_item(field: &FieldPath, path: &[Segment]) -> Path {
    if !field.is_in_list() {
        return field.path();
    }
    let step = |(depth, key): (usize, &&'static str)| match path.get(depth) {
        Some(Segment::Index(index)) if *key == ANY => Segment::Index(*index),
        _ => Segment::Key((*key).into()),
    };
    field.keys().iter().enumerate().map(step).collect()
}

/// The paths of the field: in the list items that another path goes through, otherwise in every item of the document.
pub(super) fn paths(field: &FieldPath, document: &Document<'_>, path: &[Segment]) -> Vec<Path> {
    if !field.is_in_list() {
        return vec![field.path()];
    }
    let mut paths = vec![Path::root()];
    for (depth, key) in field.keys().iter().enumerate() {
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

/// The path of a change. A set of top-level fields rules out most others quickly.
#[derive(Clone, Copy)]
pub(super) struct ChangedPath<'p> {
    path: &'p [Segment],
    fields: FieldSet,
}

impl<'p> ChangedPath<'p> {
    /// A path in a document with that top-level table.
    pub(super) fn new(path: &'p [Segment], table: &Object) -> ChangedPath<'p> {
        let fields = match path.first() {
            None => FieldSet::ALL,
            Some(Segment::Key(key)) => FieldSet::of(table.row(key)),
            Some(Segment::Index(_)) => FieldSet::of(None),
        };
        ChangedPath { path, fields }
    }

    /// Whether the change may affect one of the fields.
    pub(super) fn may_affect(&self, fields: FieldSet) -> bool {
        self.fields.intersects(fields)
    }

    /// Whether the change affects the field: one contains the other, or they are the same.
    pub(super) fn affects(&self, field: &FieldPath) -> bool {
        self.fields.intersects(field.fields()) && overlaps(field, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::membercard_open::BODY;
    use crate::issue::findings::Findings;
    use crate::json::parse;

    const VALUES: FieldPath = BODY.at(&["user_information_form", "custom_field_list", ANY, "values"]);

    fn list() -> Path {
        Path::from(["user_information_form", "custom_field_list"])
    }

    #[test]
    fn a_field_is_met_by_changes_around_and_inside_of_it() {
        let affects = |path: &Path| ChangedPath::new(path.segments(), BODY.object()).affects(&VALUES);
        let item = list().index(3);
        for path in [
            Path::root(),
            Path::from(["user_information_form"]),
            item.clone(),
            item.clone().key("values").index(0),
        ] {
            assert!(affects(&path), "{path}");
        }
        for path in [Path::from(["title"]), item.clone().key("name"), list().key("*")] {
            assert!(!affects(&path), "{path}");
        }
        assert!(is_at(&VALUES, item.clone().key("values").segments()));
        assert!(!is_at(&VALUES, item.segments()));
    }

    #[test]
    fn a_field_is_found_beside_another_one() {
        let found = |path: Path| in_same_item(&VALUES, path.segments()).to_string();
        assert_eq!(found(list().index(3).key("name")), "/user_information_form/custom_field_list/3/values");
        assert_eq!(found(Path::from(["form"]).index(3)), "/user_information_form/custom_field_list/*/values");
    }

    #[test]
    fn a_field_has_a_path_in_every_item_unless_one_is_meant() {
        let json = br#"{"user_information_form":{"custom_field_list":[{},{"name":"a"}]}}"#;
        let document = parse(json, &BODY, &mut Findings::default()).unwrap();
        let paths = |path: &Path| -> Vec<String> {
            super::paths(&VALUES, &document, path.segments()).iter().map(Path::to_string).collect()
        };
        let values = |index: usize| list().index(index).key("values").to_string();
        assert_eq!(paths(&list().index(1).key("name")), [values(1)]);
        for path in [
            Path::root(),
            Path::from(["title"]),
            Path::from(["user_information_form"]).index(1),
            list().clone(),
        ] {
            assert_eq!(paths(&path), [values(0), values(1)], "{path}");
        }
    }
}
