//! Suggests fields ("did you mean") for paths that lead nowhere.

use crate::issue::{Path, Segment};
use crate::schema::{Action, Kind, Mark, Object};
use crate::validate::check::nearest_field;

/// Separators in other path notations: `list[0].name`.
const SEPARATORS: [char; 4] = ['.', '[', ']', '/'];

/// The path of the field that a path of the body probably means; `None` if no field is similar.
pub(super) fn suggest(path: &Path, body: &'static Kind, action: Action) -> Option<Path> {
    if let ([Segment::Key(key)], Kind::Object(object)) = (path.segments(), body)
        && object.find(key).is_none()
        && let Some(inside) = only_inside(key, object, action)
    {
        return Some(inside);
    }
    let mut kind = body;
    let mut meant = Path::root();
    for step in path.segments().iter().flat_map(|step| split_segment(step, path)) {
        let (step, inside) = match (kind.inside(&step), &step, kind) {
            (Some(inside), _, _) => (step, inside),
            (None, Segment::Key(key), Kind::Object(object)) => {
                let field = nearest_field(key, object, action)?;
                (Segment::Key(field.name.into()), &field.kind)
            }
            _ => return None,
        };
        meant = meant.step(step);
        kind = inside;
    }
    (meant != *path && !meant.segments().is_empty()).then_some(meant)
}

/// The path of the field with that name in nested objects, if there is exactly one.
fn only_inside(key: &str, object: &'static Object, action: Action) -> Option<Path> {
    let listed = object.fields.iter().filter(|field| field.mark(action) != Mark::Unlisted);
    let mut found = listed.filter_map(|field| match &field.kind {
        Kind::Object(inner) if inner.find(key).is_some() => {
            Some(Path::root().key(field.name).key(key.to_owned()))
        }
        _ => None,
    });
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// Splits a segment that contains a path in another notation.
fn split_segment(step: &Segment, path: &Path) -> Vec<Segment> {
    match step {
        Segment::Key(key) if path.segments().len() == 1 && key.contains(SEPARATORS) => {
            let steps = key.split(SEPARATORS).filter(|step| !step.is_empty());
            steps.map(segment).collect()
        }
        step => vec![step.clone()],
    }
}

fn segment(text: &str) -> Segment {
    match text.parse() {
        Ok(index) => Segment::Index(index),
        Err(_) => Segment::Key(text.to_owned().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::suggest;
    use crate::endpoints::membercard_open::UPDATE;
    use crate::issue::Path;
    use crate::schema::Action;

    fn of(path: Path) -> Option<String> {
        suggest(&path, &UPDATE.body.kind, Action::Update).map(|path| path.to_string())
    }

    #[test]
    fn paths_in_other_notations_are_read() {
        for (text, pointer) in [
            ("date_information.type", "/date_information/type"),
            ("/date_information.type", "/date_information/type"),
            (
                "user_information_form.custom_field_list[0].name",
                "/user_information_form/custom_field_list/0/name",
            ),
            ("date_information.available_begin_tim", "/date_information/available_begin_time"),
        ] {
            assert_eq!(of(Path::from([text])).as_deref(), Some(pointer), "{text}");
        }
    }

    #[test]
    fn fields_of_similar_names_are_found() {
        assert_eq!(of(Path::from(["tilte"])).as_deref(), Some("/title"));
        assert_eq!(of(Path::from(["dateInformation", "type"])).as_deref(), Some("/date_information/type"));
        assert_eq!(of(Path::from(["balance_path"])).as_deref(), Some("/balance_information/balance_path"));
        let item = Path::from(["user_information_form", "custom_field_list"]).index(3).key("nmae");
        assert_eq!(of(item).as_deref(), Some("/user_information_form/custom_field_list/3/name"));
    }

    #[test]
    fn what_is_near_to_nothing_means_nothing() {
        for path in [
            Path::root(),
            Path::from(["nothing"]),
            Path::from(["title"]),
            Path::from(["title", "length"]),
            Path::from(["."]),
            Path::from([""]),
            Path::from(["date_information.nothing"]),
            Path::root().index(0),
        ] {
            assert_eq!(of(path.clone()), None, "{path}");
        }
    }
}
