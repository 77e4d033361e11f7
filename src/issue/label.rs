//! The label of the value at a path: the labels of its field and of the enclosing objects.

use super::Location;
use crate::schema::{Kind, Path, Segment};
use crate::text::digits::push_digits;
use crate::text::hidden::escape_from;
use crate::text::locale::Locale;

/// The label of the value at a path, such as `有效期的“领取后N天开始生效”` or `Validity › Days of waiting`.
#[cfg(feature = "response")]
pub(crate) fn label(location: Location, path: &Path, locale: Locale) -> String {
    let mut label = String::new();
    write_label(location, path, locale, &mut label);
    label
}

/// Appends the label of the value at a path. Unknown keys are their own labels, with hidden characters escaped.
pub(crate) fn write_label(location: Location, path: &Path, locale: Locale, out: &mut String) {
    if path.segments().is_empty() {
        return out.push_str(match (location, locale) {
            (Location::Current, Locale::Zh) => "会员卡的当前信息",
            (Location::Current, Locale::En) => "The card's current state",
            (_, Locale::Zh) => "请求内容",
            (_, Locale::En) => "The payload",
        });
    }
    let known = path.field().map_or(&[][..], |field| field.fields());
    let begin = out.len();
    let mut kind: Option<&Kind> = None;
    // The label of the enclosing object, unless the value is a list item.
    let mut around = "";
    for (depth, step) in path.segments().iter().enumerate() {
        match step {
            Segment::Index(index) => {
                write_index(*index, locale, out);
                kind = kind.and_then(|kind| kind.inside(step));
                around = "";
            }
            Segment::Key(key) => {
                let find = || kind.and_then(|kind| kind.field(key));
                let field = known.get(depth).copied().or_else(find);
                let label = field.map_or(&**key, |field| field.label.get(locale));
                let names_object = field.is_some() && locale == Locale::Zh && names(label, around);
                if names_object {
                    out.truncate(begin);
                }
                let start = out.len();
                let (before, after) = match locale {
                    _ if depth == 0 || names_object => ("", ""),
                    Locale::Zh => ("的“", "”"),
                    Locale::En => (" › ", ""),
                };
                out.push_str(before);
                out.push_str(label);
                out.push_str(after);
                if field.is_none() {
                    escape_from(start, out);
                }
                kind = field.map(|field| &field.kind);
                around = field.map_or("", |_| label);
            }
        }
    }
}

/// Whether a Chinese label already names its enclosing object, as “储值小程序path” names “储值信息”: it contains the object's
/// first word, of two characters.
fn names(label: &str, around: &str) -> bool {
    let mut around = around.chars();
    let (Some(first), Some(second)) = (around.next(), around.next()) else { return false };
    // Labels are short: `str::contains` would be slower and larger.
    label.chars().zip(label.chars().skip(1)).any(|pair| pair == (first, second))
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

#[cfg(all(test, feature = "response"))]
mod tests {
    use super::*;
    use crate::endpoints::membercard_open::BODY;

    #[test]
    fn labels_name_the_objects_around_a_field() {
        let list = BODY.path(Path::from(["user_information_form", "custom_field_list"]));
        let path = list.index(0).key("name");
        assert_eq!(label(Location::Body, &path, Locale::Zh), "商户自定义的开卡信息字段第 1 项的“字段名称”");
        assert_eq!(label(Location::Body, &path, Locale::En), "Opening form › Custom fields 1 › Name");
    }

    #[test]
    fn an_object_is_named_once_in_chinese() {
        let label = |key: &'static str| {
            label(Location::Body, &BODY.path(Path::from(["date_information", key])), Locale::Zh)
        };
        assert_eq!(label("type"), "有效期类型");
        assert_eq!(label("wait_days_after_receive"), "有效期的“领取后N天开始生效”");
    }

    #[test]
    fn unknown_keys_are_their_own_labels() {
        let path = BODY.path(Path::from(["date_information", "foo"]));
        assert_eq!(label(Location::Body, &path, Locale::Zh), "有效期的“foo”");
    }
}
