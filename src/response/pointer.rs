//! Converts JSON pointers in error responses to paths in the payload.

use crate::endpoint::Endpoint;
use crate::issue::label::label;
use crate::issue::{Location, Path, Segment};
use crate::schema::{Kind, Object};
use crate::text::locale::Locale;

/// The longest pointer that is parsed, in bytes. Those of this API have fewer than a hundred.
const MAX_BYTES: usize = 1_000;
/// Names for parts of the URL in responses: as a detail's location, or a pointer's first segment.
const URL_PARTS: [&str; 4] = ["url", "uri_template", "path", "query"];

/// The target of an error response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A value of the payload.
    Payload(Path),
    /// A URL variable.
    Variable(String),
}

impl Target {
    /// Parses a JSON pointer or the name of a URL variable. The location disambiguates, if the response has it.
    pub fn read(named: &str, location: Option<&str>) -> Option<Target> {
        if named.len() > MAX_BYTES {
            return None;
        }
        let in_url = location.is_some_and(|location| URL_PARTS.contains(&location));
        match named.strip_prefix('/').map(|steps| steps.split_once('/')) {
            Some(Some((part, name))) if URL_PARTS.contains(&part) => Some(Target::Variable(name.into())),
            Some(_) if location.is_none_or(|location| location == "body") => path(named).map(Target::Payload),
            Some(_) if in_url => Some(Target::Variable(named[1..].into())),
            None if in_url && !is_none(named) => Some(Target::Variable(named.into())),
            _ => None,
        }
    }
}

/// Whether the gateway gives no path: it writes `(null)`.
pub(super) fn is_none(named: &str) -> bool {
    matches!(named, "" | "(null)")
}

/// The path of a JSON pointer (RFC 6901). WeChat Pay's gateway starts at the request, so a leading `/body` is dropped;
/// no payload has a field of that name.
pub(super) fn path(pointer: &str) -> Option<Path> {
    let steps = match pointer.strip_prefix("/body") {
        Some("") => return Some(Path::root()),
        Some(rest) if rest.starts_with('/') => &rest[1..],
        _ => pointer.strip_prefix('/')?,
    };
    Some(steps.split('/').map(segment).collect())
}

/// A path segment. Lists are short: a larger number is a key.
fn segment(step: &str) -> Segment {
    match step.parse() {
        Ok(index) if u16::to_string(&index) == step => Segment::Index(index.into()),
        _ => Segment::Key(step.replace("~1", "/").replace("~0", "~").into()),
    }
}

/// The path of the only field with a Chinese label, outside list items. `None` if the label is unknown or ambiguous.
/// WeChat Pay's documentation has 卡名称 for our 会员卡名称.
pub(super) fn labelled(endpoint: &Endpoint, label: &str) -> Option<Path> {
    let mut found = Vec::new();
    find_labelled(endpoint.body.object(), label, &Path::root(), &mut found);
    match <[Path; 1]>::try_from(found) {
        Ok([path]) => Some(path),
        Err(_) => None,
    }
}

fn short(label: &str) -> &str {
    label.trim_start_matches("会员")
}

fn find_labelled(object: &Object, label: &str, around: &Path, found: &mut Vec<Path>) {
    for field in object.fields {
        let path = around.clone().key(field.name);
        if let Kind::Object(object) = field.kind {
            find_labelled(object, label, &path, found);
        }
        if short(field.label.zh) == short(label) {
            found.push(path);
        }
    }
}

/// The label of a field of the payload. `None` if there is no such field.
pub(super) fn field_label(endpoint: &Endpoint, path: &Path, locale: Locale) -> Option<String> {
    let mut kind = &endpoint.body.kind;
    for segment in path.segments() {
        kind = match (kind, segment) {
            (Kind::Object(object), Segment::Key(key)) => &object.find(key)?.1.kind,
            (Kind::List(list), Segment::Index(_)) => list.item,
            _ => return None,
        };
    }
    Some(label(Location::Body, &endpoint.body.path(path.clone()), locale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::membercard_open::UPDATE;

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
    }

    #[test]
    fn the_location_disambiguates_names() {
        let payload = |pointer| path(pointer).map(Target::Payload);
        let variable = |name: &str| Some(Target::Variable(name.into()));
        for (named, location, target) in [
            ("/title", Some("body"), payload("/title")),
            ("/title", None, payload("/title")),
            ("/body/title", None, payload("/title")),
            ("/body/title", Some("body"), payload("/title")),
            ("card_id", Some("url"), variable("card_id")),
            ("/card_id", Some("uri_template"), variable("card_id")),
            ("/uri_template/card_id", Some("uri_template"), variable("card_id")),
            ("/uri_template/card_id", None, variable("card_id")),
            ("/query/limit", Some("query"), variable("limit")),
            ("signature", Some("authorization"), None),
            ("/signature", Some("authorization"), None),
            ("title", Some("body"), None),
            ("(null)", None, None),
            ("(null)", Some("query"), None),
            ("", Some("url"), None),
        ] {
            assert_eq!(Target::read(named, location), target, "{named} {location:?}");
        }
    }

    #[test]
    fn endless_pointers_are_not_read() {
        assert_eq!(Target::read(&"/".repeat(MAX_BYTES + 1), None), None);
        assert!(Target::read(&"/".repeat(MAX_BYTES), None).is_some());
    }

    #[test]
    fn a_label_that_one_field_has_names_it() {
        let found = |label| labelled(&UPDATE, label).map(|path| path.to_string());
        for title in ["卡名称", "会员卡名称"] {
            assert_eq!(found(title).as_deref(), Some("/title"));
        }
        let wait = "/date_information/wait_days_after_receive";
        assert_eq!(found("领取后N天开始生效").as_deref(), Some(wait));
        assert_eq!(found("银行类型"), None);
        assert_eq!(found(""), None);
    }

    #[test]
    fn only_fields_of_the_payload_have_labels() {
        let label = |pointer| field_label(&UPDATE, &path(pointer).unwrap(), Locale::En);
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
