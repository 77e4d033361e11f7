//! Options of a validation that belong to an endpoint.

use serde::{Deserialize, Serialize};

/// Which of the API's two documentation pages applies. They disagree about `code_mode`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// 普通服务商, a service provider: `code_mode` is optional and can change between the two merchant modes.
    #[default]
    Partner,
    /// 普通商户, a merchant: `code_mode` is required and cannot change.
    Merchant,
}

/// How validation treats keys that the API does not list.
///
/// The documentation of `membercard-open` does not say what happens to them. Other endpoints have been reported to
/// return 400, 请求中含有未在API文档中定义的参数. An update with only unknown keys is always an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum UnknownKeys {
    /// Keep them in the body, with a warning.
    #[default]
    Warn,
    /// Report them as errors.
    Refuse,
    /// Remove them from the body, with a warning. Their values are not checked.
    Drop,
}
