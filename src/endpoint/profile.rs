//! The two documentation pages of `membercard-open`.

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
