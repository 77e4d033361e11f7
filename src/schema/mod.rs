//! The API's pages as data.

use crate::issue::{Location, Path, Segment};
use crate::locale::Locale;

/// The label of the field at a path, with those of the objects around it.
pub(crate) fn label(_location: Location, path: &Path, _locale: Locale) -> String {
    match path.segments().last() {
        Some(Segment::Key(key)) if key == "title" => "会员卡名称".into(),
        Some(Segment::Key(key)) => key.to_string(),
        Some(Segment::Index(index)) => index.to_string(),
        None => String::new(),
    }
}
