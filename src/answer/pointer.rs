//! From the JSON pointers in error answers to paths in the payload.

use crate::issue::{Location, Path, Segment};
use crate::json::MAX_PATH_BYTES;
use crate::locale::Locale;
use crate::schema::{CARD_UPDATE, Kind, label};

/// The path of a JSON pointer (RFC 6901). WeChat Pay's gateway counts from the request, so that a leading `/body` is
/// dropped; our payload has no field of that name. What is longer than any path of a payload is none.
pub(super) fn path(pointer: &str) -> Option<Path> {
    if pointer.len() > MAX_PATH_BYTES {
        return None;
    }
    let steps = match pointer.strip_prefix("/body") {
        Some("") => return Some(Path::root()),
        Some(rest) if rest.starts_with('/') => &rest[1..],
        _ => pointer.strip_prefix('/')?,
    };
    Some(steps.split('/').map(segment).collect())
}

/// One step. Lists are short: a larger number is a key.
fn segment(step: &str) -> Segment {
    match step.parse() {
        Ok(index) if u16::to_string(&index) == step => Segment::Index(index.into()),
        _ => Segment::Key(step.replace("~1", "/").replace("~0", "~").into()),
    }
}

/// What people call a field of the payload. `None` if the payload has no such field.
pub(super) fn field_label(path: &Path, locale: Locale) -> Option<String> {
    let mut kind = &Kind::Object(&CARD_UPDATE);
    for segment in path.segments() {
        kind = match (kind, segment) {
            (Kind::Object(object), Segment::Key(key)) => &object.find(key)?.1.kind,
            (Kind::List(list), Segment::Index(_)) => list.item,
            _ => return None,
        };
    }
    Some(label(Location::Body, path, locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_become_paths() {
        for (pointer, expected) in [
            ("/title", "/title"),
            ("/body/title", "/title"),
            ("/body", ""),
            ("/bodywork", "/bodywork"),
            ("/a/0/b~1c~0d", "/a/0/b~1c~0d"),
            ("/a/01", "/a/01"),
            ("/a/18446744073709551615", "/a/18446744073709551615"),
        ] {
            assert_eq!(path(pointer).unwrap().to_string(), expected, "{pointer}");
        }
        for other in ["", "title", "(null)", "signature"] {
            assert_eq!(path(other), None, "{other}");
        }
        assert!(path(&"/".repeat(MAX_PATH_BYTES)).is_some());
        assert_eq!(path(&"/".repeat(MAX_PATH_BYTES + 1)), None);
    }

    #[test]
    fn only_fields_of_the_payload_have_labels() {
        let label = |pointer| field_label(&path(pointer).unwrap(), Locale::En);
        assert_eq!(
            label("/user_information_form/custom_field_list/0/name").as_deref(),
            Some("Opening form › Custom fields 1 › Name")
        );
        for other in [
            "/amount/currency",
            "/title/0",
            "/0",
            "/user_information_form/custom_field_list/18446744073709551615",
        ] {
            assert_eq!(label(other), None, "{other}");
        }
    }
}
