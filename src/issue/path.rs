//! Where in a payload a problem lies.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Serialize, Serializer};

use crate::digits::push_digits;
use crate::schema::Slot;

/// One step of a path: a key of an object or an index of an array.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// A key of an object.
    Key(Cow<'static, str>),
    /// An index of an array, counted from 0.
    Index(usize),
}

impl Segment {
    /// The key, if it is one.
    pub fn key(&self) -> Option<&str> {
        match self {
            Segment::Key(key) => Some(key),
            Segment::Index(_) => None,
        }
    }
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
#[derive(Clone, Default)]
pub struct Path {
    steps: Cow<'static, [Segment]>,
    /// The slot that the first steps lead to, where that is known: it saves comparing keys.
    slot: Option<Slot>,
}

impl Path {
    /// The payload itself.
    pub const fn root() -> Path {
        Path { steps: Cow::Borrowed(&[]), slot: None }
    }

    /// The path of a slot.
    pub(crate) fn of(slot: Slot) -> Path {
        Path { steps: slot.steps().into(), slot: Some(slot) }
    }

    /// This path, one key deeper.
    #[must_use]
    pub fn key(self, key: impl Into<Cow<'static, str>>) -> Path {
        self.step(Segment::Key(key.into()))
    }

    /// This path, some keys deeper.
    #[must_use]
    pub fn keys(self, keys: &[&'static str]) -> Path {
        keys.iter().fold(self, |path, key| path.key(*key))
    }

    /// This path, one index deeper.
    #[must_use]
    pub fn index(self, index: usize) -> Path {
        self.step(Segment::Index(index))
    }

    /// This path, one step deeper.
    pub(crate) fn step(mut self, step: Segment) -> Path {
        self.steps.to_mut().push(step);
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
        &self.steps
    }

    /// The index of the step at that depth, to be changed.
    #[cfg(feature = "form")]
    pub(crate) fn index_at(&mut self, depth: usize) -> Option<&mut usize> {
        match self.steps.to_mut().get_mut(depth) {
            Some(Segment::Index(index)) => Some(index),
            _ => None,
        }
    }

    /// The slot that its first steps lead to, where that is known.
    pub(crate) fn slot(&self) -> Option<Slot> {
        self.slot
    }

    /// The paths of all fields with a fixed place: those of the top level and those of the objects in it.
    pub fn fixed() -> impl Iterator<Item = Path> {
        Slot::all().map(Path::of)
    }

    /// Which of the [`fixed`](Path::fixed) paths this one was made of, if of one, and the steps behind it.
    ///
    /// ```
    /// use wechatpay_membercard::{Path, Segment, Validator};
    /// let json = br#"{"user_information_form": {"common_field_list": ["HOBBY"]}}"#;
    /// let report = Validator::new().validate_json(json);
    /// let (Some(fixed), steps) = report.issues()[0].path.split_fixed() else { panic!() };
    /// assert_eq!(Path::fixed().nth(fixed), Some(Path::from(["user_information_form", "common_field_list"])));
    /// assert_eq!(steps, [Segment::Index(0)]);
    /// ```
    pub fn split_fixed(&self) -> (Option<usize>, &[Segment]) {
        let fixed = self.slot.map_or(0, |slot| slot.steps().len());
        (self.slot.map(Slot::number), self.steps.get(fixed..).unwrap_or_default())
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Path) -> bool {
        self.steps == other.steps
    }
}

impl Eq for Path {}

impl Hash for Path {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.steps.hash(state);
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Path) -> Ordering {
        self.steps.cmp(&other.steps)
    }
}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Path) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Path").field(&self.steps).finish()
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.steps.serialize(serializer)
    }
}

impl<const N: usize> From<[&'static str; N]> for Path {
    fn from(keys: [&'static str; N]) -> Path {
        keys.into_iter().map(|key| Segment::Key(key.into())).collect()
    }
}

impl From<Vec<Segment>> for Path {
    fn from(segments: Vec<Segment>) -> Path {
        Path { steps: segments.into(), slot: None }
    }
}

impl FromIterator<Segment> for Path {
    fn from_iter<I: IntoIterator<Item = Segment>>(segments: I) -> Path {
        segments.into_iter().collect::<Vec<_>>().into()
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pointer = String::new();
        self.write(&mut pointer);
        out.write_str(&pointer)
    }
}
