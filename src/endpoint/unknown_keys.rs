//! Keys that the API does not list.

use serde::{Deserialize, Serialize};

/// What a validation makes of keys that the API does not list.
///
/// The page of `membercard-open` does not say what becomes of them. Of other endpoints it is reported that WeChat Pay
/// answers 400, 请求中含有未在API文档中定义的参数. An update that has no other keys is an error whatever is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum UnknownKeys {
    /// They stay in the body and are reported as warnings.
    #[default]
    Warn,
    /// They are errors.
    Refuse,
    /// They are left out of the body, with all that they hold, and reported as warnings. What they hold is not judged.
    Drop,
}
