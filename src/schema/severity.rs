//! How sure a limit or a rule is.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How grave an issue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// WeChat Pay certainly refuses it: an official text says so, no server could accept it, or it is something other than
    /// an update.
    Error,
    /// It may be refused, or it may not do what was meant. A payload with warnings alone is valid.
    Warning,
}

impl fmt::Display for Severity {
    /// `error` or `warning`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        })
    }
}
