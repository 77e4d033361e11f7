//! The cards of Official Accounts, 公众号卡券: the API before all of these, which people still take bodies from.

use crate::schema::OtherApi;

/// What it puts the fields of a membership card into.
#[cfg(feature = "membercard-open")]
pub(super) const OFFICIAL_ACCOUNT_KEYS: &[&str] = &["member_card", "base_info"];

/// How its bodies are told: an update has `member_card` at the top level, a creation has it in `card`.
pub(super) const OFFICIAL_ACCOUNT_CARD: OtherApi =
    OtherApi { name: "api.weixin.qq.com/card", fields: &["member_card", "base_info", "card/member_card"] };
