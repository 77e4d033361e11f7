//! What is wrong with an input: where, how gravely, and in words.

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

/// Which input an issue is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Location {
    /// The update payload.
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
    /// How grave it is.
    pub severity: Severity,
    /// What it is: a stable name to branch on.
    pub code: IssueCode,
    /// Which input it is about.
    pub location: Location,
    /// Where in that input.
    pub path: Path,
    /// The values that the message is filled with.
    pub params: Params,
}

impl Issue {
    /// An issue of the code's usual severity about the payload's value at `path`.
    pub fn new(code: IssueCode, path: Path) -> Issue {
        Issue { severity: code.severity(), code, location: Location::Body, path, params: Params::default() }
    }

    /// The same issue with one more parameter.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Param>) -> Issue {
        self.with_param(name, value.into())
    }

    /// Never inlined: what checks report would be most of their code.
    #[inline(never)]
    fn with_param(mut self, name: &'static str, value: Param) -> Issue {
        self.params.push(name, value);
        self
    }

    /// The same issue with a text of the input as one more parameter.
    #[inline(never)]
    pub(crate) fn quoting(mut self, name: &'static str, text: &str) -> Issue {
        self.params.push_copy(name, text);
        self
    }

    /// The same issue with a character of the input as the parameter `character`.
    #[inline(never)]
    pub(crate) fn quoting_character(self, character: char) -> Issue {
        self.quoting("character", character.encode_utf8(&mut [0; 4]))
    }

    /// The same issue with another severity.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Issue {
        self.severity = severity;
        self
    }

    /// The same issue about another input.
    #[must_use]
    pub fn at(mut self, location: Location) -> Issue {
        self.location = location;
        self
    }

    /// Whether it is an error, so that the input is not valid.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The JSON pointer (RFC 6901) of its place.
    pub fn pointer(&self) -> String {
        self.path.pointer()
    }
}
