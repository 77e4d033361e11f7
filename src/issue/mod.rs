//! Issues: problems of an input, with position, severity and message.

mod abridge;
mod code;
pub(crate) mod findings;
pub(crate) mod label;
mod localized;
mod message;
#[cfg(all(feature = "typescript", target_arch = "wasm32"))]
mod typescript;

use serde::{Deserialize, Serialize};

pub use abridge::{MAX_LISTED_ISSUES, abridge};
pub use code::IssueCode;
pub use localized::LocalizedIssue;

pub use crate::schema::{Path, Segment, Severity};
pub use crate::wording::{Param, ParamKind, Parameter, Params, TextList};

/// The input that an issue is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Location {
    /// The payload.
    #[default]
    Body,
    /// The card's current state, as given to the validator.
    Current,
    /// The values around the body: `card_id`, `mchid`, `serial_no`, …
    Request,
}

/// One problem of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Its severity.
    pub severity: Severity,
    /// Its code: a stable name to branch on.
    pub code: IssueCode,
    /// The input it is about.
    pub location: Location,
    /// The path in that input.
    pub path: Path,
    /// The parameters of the message.
    pub params: Params,
}

impl Issue {
    /// An issue about the payload's value at `path`, with the code's usual severity.
    pub fn new(code: IssueCode, path: Path) -> Issue {
        Issue { severity: code.severity(), code, location: Location::Body, path, params: Params::default() }
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Param>) -> Issue {
        self.with_param(name, value.into())
    }

    /// Never inlined, to keep the checks that report issues small.
    #[inline(never)]
    fn with_param(mut self, name: &'static str, value: Param) -> Issue {
        self.params.push(name, value);
        self
    }

    /// Adds a parameter with text from the input.
    #[inline(never)]
    pub(crate) fn quoting(mut self, name: &'static str, text: &str) -> Issue {
        self.params.push_copy(name, text);
        self
    }

    /// Adds the parameter `character` with a character from the input.
    #[inline(never)]
    pub(crate) fn quoting_character(self, character: char) -> Issue {
        self.quoting("character", character.encode_utf8(&mut [0; 4]))
    }

    /// Sets the severity.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Issue {
        self.severity = severity;
        self
    }

    /// Sets the input it is about.
    #[must_use]
    pub fn at(mut self, location: Location) -> Issue {
        self.location = location;
        self
    }

    /// Whether it is an error, which makes the input invalid.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The path as a JSON pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        self.path.pointer()
    }
}
