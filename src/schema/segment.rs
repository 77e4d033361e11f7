//! Segments of a path.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// A segment of a path: the key of an object's member, or an index of an array.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// A key.
    Key(Cow<'static, str>),
    /// An index, counted from 0.
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
