//! Which of two official pages of one endpoint applies.

use serde::{Deserialize, Serialize};

/// Which of the two official pages of the API applies. They disagree on `code_mode`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// 普通服务商, a service provider: `code_mode` is optional and the two merchant modes may replace each other.
    #[default]
    Partner,
    /// 普通商户, a merchant: `code_mode` is marked as required and as unchangeable.
    Merchant,
}
