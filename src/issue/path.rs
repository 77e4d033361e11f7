//! Where in a payload a problem lies.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::digits::push_digits;

/// One step of a path: a key of an object or an index of an array.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// A key of an object.
    Key(Cow<'static, str>),
    /// An index of an array, counted from 0.
    Index(usize),
}

impl Serialize for Segment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Segment::Key(key) => serializer.serialize_str(key),
            Segment::Index(index) => serializer.serialize_u64(*index as u64),
        }
    }
}

/// A path from the root of a payload to one of its values. The empty path is the payload itself.
///
/// It displays as a JSON pointer (RFC 6901).
///
/// ```
/// use wechatpay_membercard::Path;
/// let path = Path::from(["user_information_form", "custom_field_list"]).index(0).key("name");
/// assert_eq!(path.to_string(), "/user_information_form/custom_field_list/0/name");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Path(pub(crate) Cow<'static, [Segment]>);

impl Path {
    /// The payload itself.
    pub const fn root() -> Path {
        Path(Cow::Borrowed(&[]))
    }

    /// This path, one key deeper.
    #[must_use]
    pub fn key(mut self, key: impl Into<Cow<'static, str>>) -> Path {
        self.0.to_mut().push(Segment::Key(key.into()));
        self
    }

    /// This path, some keys deeper.
    #[must_use]
    pub fn keys(self, keys: &[&'static str]) -> Path {
        keys.iter().fold(self, |path, key| path.key(*key))
    }

    /// This path, one index deeper.
    #[must_use]
    pub fn index(mut self, index: usize) -> Path {
        self.0.to_mut().push(Segment::Index(index));
        self
    }

    /// Writes the JSON pointer.
    pub(crate) fn write(&self, out: &mut String) {
        for segment in self.segments() {
            out.push('/');
            match segment {
                Segment::Key(key) if !key.bytes().any(|byte| matches!(byte, b'~' | b'/')) => {
                    out.push_str(key)
                }
                Segment::Key(key) => out.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Segment::Index(index) => push_digits(*index as u64, 10, 1, out),
            }
        }
    }

    /// The steps from the root.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }
}

impl<const N: usize> From<[&'static str; N]> for Path {
    fn from(keys: [&'static str; N]) -> Path {
        keys.into_iter().map(|key| Segment::Key(key.into())).collect()
    }
}

impl From<Vec<Segment>> for Path {
    fn from(segments: Vec<Segment>) -> Path {
        Path(segments.into())
    }
}

/// A path that the compiler knows.
impl From<&'static [Segment]> for Path {
    fn from(segments: &'static [Segment]) -> Path {
        Path(segments.into())
    }
}

impl FromIterator<Segment> for Path {
    fn from_iter<I: IntoIterator<Item = Segment>>(segments: I) -> Path {
        Path(segments.into_iter().collect())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pointer = String::new();
        self.write(&mut pointer);
        out.write_str(&pointer)
    }
}
