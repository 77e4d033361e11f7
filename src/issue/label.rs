//! What people call the value at a path: the labels of its field and of the objects around it.

use super::Location;
use crate::schema::{Kind, Path, Segment};
use crate::text::digits::push_digits;
use crate::text::hidden::escape_from;
use crate::text::locale::Locale;

/// The label of the value at a path, such as `储值信息的“储值小程序path”` or `Stored value › Mini program's path`.
#[cfg(feature = "answer")]
pub(crate) fn label(location: Location, path: &Path, locale: Locale) -> String {
    let mut label = String::new();
    write_label(location, path, locale, &mut label);
    label
}

/// Writes the label of the value at a path. Keys that the table does not know are their own labels, with what is hidden in
/// them escaped.
pub(crate) fn write_label(location: Location, path: &Path, locale: Locale, out: &mut String) {
    if path.segments().is_empty() {
        return out.push_str(match (location, locale) {
            (Location::Current, Locale::Zh) => "卡当前的信息",
            (Location::Current, Locale::En) => "The card's current state",
            (_, Locale::Zh) => "请求内容",
            (_, Locale::En) => "The payload",
        });
    }
    let known = path.field().map_or(&[][..], |field| field.fields());
    let mut kind: Option<&Kind> = None;
    for (depth, step) in path.segments().iter().enumerate() {
        match step {
            Segment::Index(index) => {
                write_index(*index, locale, out);
                kind = kind.and_then(|kind| kind.inside(step));
            }
            Segment::Key(key) => {
                let find = || kind.and_then(|kind| kind.field(key));
                let field = known.get(depth).copied().or_else(find);
                let start = out.len();
                let (before, after) = match locale {
                    _ if depth == 0 => ("", ""),
                    Locale::Zh => ("的“", "”"),
                    Locale::En => (" › ", ""),
                };
                out.push_str(before);
                out.push_str(field.map_or(key, |field| field.label.get(locale)));
                out.push_str(after);
                if field.is_none() {
                    escape_from(start, out);
                }
                kind = field.map(|field| &field.kind);
            }
        }
    }
}

fn write_index(index: usize, locale: Locale, out: &mut String) {
    let (before, after) = match locale {
        Locale::Zh => ("第 ", " 项"),
        Locale::En => (" ", ""),
    };
    out.push_str(before);
    push_digits(index.saturating_add(1) as u64, 10, 1, out);
    out.push_str(after);
}

#[cfg(all(test, feature = "answer"))]
mod tests {
    use super::*;
    use crate::endpoints::membercard_open::BODY;

    #[test]
    fn labels_name_the_objects_around_a_field() {
        let list = BODY.path(Path::from(["user_information_form", "custom_field_list"]));
        let path = list.index(0).key("name");
        assert_eq!(
            label(Location::Body, &path, Locale::Zh),
            "开卡信息的“商户自定义的开卡信息字段”第 1 项的“字段名称”"
        );
        assert_eq!(label(Location::Body, &path, Locale::En), "Opening form › Custom fields 1 › Name");
    }

    #[test]
    fn unknown_keys_are_their_own_labels() {
        let path = BODY.path(Path::from(["date_information", "foo"]));
        assert_eq!(label(Location::Body, &path, Locale::Zh), "有效期的“foo”");
    }
}
