//! Paths of values in a payload.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Serialize, Serializer};

use super::numbered::{Body, FieldId, NumberedField};
use super::segment::Segment;
use crate::text::digits::push_digits;

/// A path from the root of a payload to a value. The empty path is the payload itself.
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
    /// The numbered field that the first segments lead to, if known. It provides labels without comparing keys.
    field: Option<&'static NumberedField>,
}

impl Path {
    /// The payload itself.
    pub const fn root() -> Path {
        Path { steps: Cow::Borrowed(&[]), field: None }
    }

    /// The path of a numbered field.
    pub fn of(field: &'static NumberedField) -> Path {
        Path { steps: field.steps().into(), field: Some(field) }
    }

    /// Appends a key.
    #[must_use]
    pub fn key(self, key: impl Into<Cow<'static, str>>) -> Path {
        self.step(Segment::Key(key.into()))
    }

    /// Appends several keys.
    #[must_use]
    pub fn keys(self, keys: &[&'static str]) -> Path {
        keys.iter().fold(self, |path, key| path.key(*key))
    }

    /// Appends an array index.
    #[must_use]
    pub fn index(self, index: usize) -> Path {
        self.step(Segment::Index(index))
    }

    /// Appends a segment.
    pub(crate) fn step(mut self, step: Segment) -> Path {
        self.steps.to_mut().push(step);
        self
    }

    /// The JSON pointer, without the code size of `core::fmt`.
    pub(crate) fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.write(&mut pointer);
        pointer
    }

    /// Writes the JSON pointer.
    pub(crate) fn write(&self, out: &mut String) {
        for segment in self.segments() {
            out.push('/');
            match segment {
                Segment::Key(key) if !key.bytes().any(|byte| matches!(byte, b'~' | b'/')) => {
                    out.push_str(key)
                }
                Segment::Key(key) => key.chars().for_each(|character| match character {
                    '~' => out.push_str("~0"),
                    '/' => out.push_str("~1"),
                    _ => out.push(character),
                }),
                Segment::Index(index) => push_digits(*index as u64, 10, 1, out),
            }
        }
    }

    /// The segments, from the root.
    pub fn segments(&self) -> &[Segment] {
        &self.steps
    }

    /// Mutable access to the array index at a depth.
    #[cfg(feature = "form")]
    pub(crate) fn index_at(&mut self, depth: usize) -> Option<&mut usize> {
        match self.steps.to_mut().get_mut(depth) {
            Some(Segment::Index(index)) => Some(index),
            _ => None,
        }
    }

    /// The numbered field that the first segments lead to, if known.
    pub(crate) fn field(&self) -> Option<&'static NumberedField> {
        self.field
    }
}

impl Body {
    /// The paths of all numbered fields, in order.
    pub fn paths(&'static self) -> impl Iterator<Item = Path> {
        self.numbered.iter().map(Path::of)
    }

    /// The numbered field that the first segments lead to, if known, and the remaining segments.
    ///
    /// ```
    /// use wechatpay_membercard::{Path, Segment, Validator, membercard_open::UPDATE};
    /// let json = br#"{"user_information_form": {"common_field_list": ["HOBBY"]}}"#;
    /// let report = Validator::new().validate_json(json);
    /// let (Some(list), steps) = UPDATE.body.split(&report.issues()[0].path) else { panic!() };
    /// let numbered = UPDATE.body.paths().nth(list.index());
    /// assert_eq!(numbered, Some(Path::from(["user_information_form", "common_field_list"])));
    /// assert_eq!(steps, [Segment::Index(0)]);
    /// ```
    pub fn split<'p>(&self, path: &'p Path) -> (Option<FieldId>, &'p [Segment]) {
        let is_here = |field: &&NumberedField| {
            self.numbered.get(field.id().index()).is_some_and(|here| std::ptr::eq(here, *field))
        };
        match path.field.filter(is_here) {
            Some(field) => (Some(field.id()), path.steps.get(field.steps().len()..).unwrap_or_default()),
            None => (None, path.segments()),
        }
    }

    /// Binds a path to this body, which gives it labels.
    ///
    /// ```
    /// use wechatpay_membercard::{Issue, IssueCode, Locale, Path, membercard_open};
    /// let path = membercard_open::UPDATE.body.path(Path::from(["title"]));
    /// let issue = Issue::new(IssueCode::TooLong, path).with("max", 10i64).with("actual", 12i64);
    /// assert_eq!(issue.message(Locale::Zh), "会员卡名称最多 10 个字，当前 12 个字");
    /// ```
    pub fn path(&'static self, path: Path) -> Path {
        let first_keys = |depth: usize| {
            let keys: Option<Vec<&str>> = path.segments().get(..depth)?.iter().map(Segment::key).collect();
            self.find(&keys?)
        };
        let field = first_keys(2).or_else(|| first_keys(1));
        Path { field, ..path }
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
        Path { steps: segments.into(), field: None }
    }
}

impl FromIterator<Segment> for Path {
    fn from_iter<I: IntoIterator<Item = Segment>>(segments: I) -> Path {
        segments.into_iter().collect::<Vec<_>>().into()
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.pointer())
    }
}
