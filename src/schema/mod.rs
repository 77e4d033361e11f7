//! The API's pages as data.

use crate::issue::{Location, Path, Segment};
use crate::locale::Locale;

/// The label of the field at a path, with those of the objects around it.
pub(crate) fn label(location: Location, path: &Path, locale: Locale) -> String {
    match path.segments().last() {
        Some(Segment::Key(key)) if location == Location::Request => {
            crate::request::label(key, locale).unwrap_or(key).into()
        }
        Some(Segment::Key(key)) if key == "title" => "会员卡名称".into(),
        Some(Segment::Key(key)) => key.to_string(),
        Some(Segment::Index(index)) => index.to_string(),
        None => String::new(),
    }
}
