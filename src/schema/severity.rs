//! Severities.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The severity of an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// WeChat Pay certainly refuses it: its documentation says so, no server could accept it, or it is not a request of
    /// this kind at all.
    Error,
    /// WeChat Pay may refuse it, or it may not do what was intended. Warnings alone leave a payload valid.
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
