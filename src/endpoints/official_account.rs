//! The card API of Official Accounts, 公众号卡券, which preceded all others. People still copy bodies from it.

use crate::schema::OtherApi;

/// The keys in which it nests the fields of a membership card.
#[cfg(feature = "membercard-open")]
pub(super) const OFFICIAL_ACCOUNT_KEYS: &[&str] = &["member_card", "base_info"];

/// Identifies its bodies: an update has `member_card` at the top level, a creation has it in `card`.
pub(super) const OFFICIAL_ACCOUNT_CARD: OtherApi =
    OtherApi { name: "api.weixin.qq.com/card", fields: &["member_card", "base_info", "card/member_card"] };
