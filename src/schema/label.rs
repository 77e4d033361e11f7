//! What people call the value at a path: the labels of its field and of the objects around it.

use super::{CARD_UPDATE, Kind};
use crate::issue::{Location, Path, Segment};
use crate::locale::Locale;
use crate::request;

/// The label of the value at a path, such as `储值信息的“储值小程序path”` or `Stored value › Mini program's path`.
pub(crate) fn label(location: Location, path: &Path, locale: Locale) -> String {
    if path.segments().is_empty() {
        return match (location, locale) {
            (Location::Current, Locale::Zh) => "卡当前的信息".into(),
            (Location::Current, Locale::En) => "The card's current state".into(),
            (_, Locale::Zh) => "请求内容".into(),
            (_, Locale::En) => "The payload".into(),
        };
    }
    if location == Location::Request
        && let [Segment::Key(name)] = path.segments()
        && let Some(label) = request::label(name, locale)
    {
        return label.into();
    }
    let mut kind = Some(&Kind::Object(&CARD_UPDATE));
    let mut label = String::new();
    for segment in path.segments() {
        let (object, list) = match kind {
            Some(Kind::Object(object)) => (Some(*object), None),
            Some(Kind::List(list)) => (None, Some(list)),
            _ => (None, None),
        };
        match segment {
            Segment::Index(index) => {
                let number = index.saturating_add(1);
                match locale {
                    Locale::Zh => label.push_str(&format!("第 {number} 项")),
                    Locale::En => label.push_str(&format!(" {number}")),
                }
                kind = list.map(|list| list.item);
            }
            Segment::Key(key) => {
                let field = object.and_then(|object| object.find(key)).map(|(_, field)| field);
                let name = field.map_or(key.as_ref(), |field| field.label.get(locale));
                match locale {
                    _ if label.is_empty() => label.push_str(name),
                    Locale::Zh => label.push_str(&format!("的“{name}”")),
                    Locale::En => label.push_str(&format!(" › {name}")),
                }
                kind = field.map(|field| &field.kind);
            }
        }
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_name_the_objects_around_a_field() {
        let path = Path::from(["user_information_form", "custom_field_list"]).index(0).key("name");
        assert_eq!(
            label(Location::Body, &path, Locale::Zh),
            "开卡信息的“商户自定义的开卡信息字段”第 1 项的“字段名称”"
        );
        assert_eq!(label(Location::Body, &path, Locale::En), "Opening form › Custom fields 1 › Name");
    }

    #[test]
    fn unknown_keys_are_their_own_labels() {
        let path = Path::from(["date_information", "foo"]);
        assert_eq!(label(Location::Body, &path, Locale::Zh), "有效期的“foo”");
    }
}
