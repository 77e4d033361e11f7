//! Why a form could not do what it was asked. It then is as it was before.

use std::fmt;

use thiserror::Error;

use crate::issue::{Issue, Path};
use crate::json::writer::quoted;
use crate::text::locale::Locale;

/// Why a form could not do what it was asked. The form has not changed.
///
/// A value that the API would refuse is no such error: it is kept, and [issues](super::CardForm::issues) tell about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FormError {
    /// The path leads neither to a field of the update nor to a value that the form holds.
    #[error("{} is not a field of the update{}", Named(path), DidYouMean(meant))]
    UnknownField {
        /// The path that was asked for.
        path: Path,
        /// The path of the field that may be meant: of a similar name, or written as JSON pointers are.
        meant: Option<Path>,
    },
    /// An index lies outside of its list.
    #[error("{} lies outside of its list, which has {length} items", Named(path))]
    OutOfRange {
        /// The path that was asked for.
        path: Path,
        /// The length of the list.
        length: usize,
    },
    /// The field lies in an object or list whose place a value of another type holds.
    #[error("{} is of type {actual} and cannot hold a field or an item: remove it first", Named(path))]
    NotContainer {
        /// Where that value is.
        path: Path,
        /// Its JSON type.
        actual: &'static str,
    },
    /// Items were to be edited where there is no list.
    #[error("{} is not a list", Named(path))]
    NotList {
        /// The path that was asked for.
        path: Path,
    },
    /// The value is not JSON, nests too deeply, or would make the payload too large.
    #[error("the value for {} cannot be read: {}", Named(path), issue.message(Locale::En))]
    Unreadable {
        /// The path that the value was meant for.
        path: Path,
        /// What is wrong with it.
        issue: Box<Issue>,
    },
}

impl FormError {
    /// The path that it is about.
    pub fn path(&self) -> &Path {
        match self {
            FormError::UnknownField { path, .. }
            | FormError::OutOfRange { path, .. }
            | FormError::NotContainer { path, .. }
            | FormError::NotList { path }
            | FormError::Unreadable { path, .. } => path,
        }
    }
}

/// A question at the end of a message, if there is something to ask.
struct DidYouMean<'p>(&'p Option<Path>);

impl fmt::Display for DidYouMean<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(path) => write!(out, ": did you mean {}?", Named(path)),
            None => Ok(()),
        }
    }
}

/// A path in a message.
struct Named<'p>(&'p Path);

impl fmt::Display for Named<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.segments() {
            [] => out.write_str("the payload"),
            _ => out.write_str(&quoted(&self.0.to_string())),
        }
    }
}
