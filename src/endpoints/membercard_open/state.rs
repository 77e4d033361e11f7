//! The card's current state, as `GET /v3/marketing/membercard-open/cards/{card_id}` returns it.
//!
//! Facts: docs/domain.md#1.7.

use super::fields::CardUpdate;
use crate::choices;
use crate::endpoint::FieldPath;
use crate::schema::is_same;

choices! {
    /// The status of a card.
    CardStatus in CARD_STATUS {
        NotApprove = "NOT_APPROVE", "待审核", "Awaiting approval";
        ApproveFail = "APPROVE_FAIL", "审核不通过", "Not approved";
        Approved = "APPROVED", "审核通过", "Approved";
        Deleted = "DELETED", "商户删除了此会员卡", "Deleted by the merchant";
    }
}

/// Fields of the query response that an update lacks: those of its page, and the last five from its samples.
pub(super) const FIELDS: &[&str] = &[
    "card_id",
    "create_time",
    "update_time",
    "remain_quantity",
    "status",
    "brand",
    "out_request_no",
    "bonus",
    "favor",
    "service_modules",
    "fapiao",
    "guide",
];

/// The path of a field of the state. An unknown name does not compile.
pub(super) const fn state_field(keys: &'static [&'static str]) -> FieldPath {
    assert!(keys.len() == 1 && is_listed(keys[0]), "the card has no such field");
    FieldPath::of_card(keys)
}

const fn is_listed(key: &str) -> bool {
    let mut at = 0;
    while at < FIELDS.len() {
        if is_same(FIELDS[at], key) {
            return true;
        }
        at += 1;
    }
    false
}

/// 会员卡的当前信息，即查询会员卡模板接口返回的内容；用于检查修改前后的关系。
///
/// A card's current state, as the query API returns it. Updates are checked against it. Give the whole response: an
/// absent field counts as unknown, so rules about it only warn. Unknown keys are ignored. A state without any field of
/// a card is reported, since it is probably something else.
///
/// ```
/// use wechatpay_membercard::{IssueCode, Validator, membercard_open::{CardState, CardUpdate, CodeMode}};
///
/// let card = CardState {
///     card: CardUpdate { code_mode: Some(CodeMode::SystemAllocate), ..Default::default() },
///     ..Default::default()
/// };
/// let update = CardUpdate { code_mode: Some(CodeMode::RealTime), ..Default::default() };
/// let report = Validator::new().current(&card).validate(&update);
/// assert_eq!(report.issues()[0].code, IssueCode::CodeModeLocked);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct CardState {
    /// The fields that an update can change.
    #[serde(flatten)]
    pub card: CardUpdate,
    /// 会员卡模板ID。The card's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub card_id: Option<String>,
    /// 会员卡状态。The card's status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub status: Option<CardStatus>,
    /// 会员卡剩余库存。The number of cards left to issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub remain_quantity: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::state_field;

    #[test]
    #[should_panic(expected = "the card has no such field")]
    fn a_field_that_no_card_has_is_refused() {
        state_field(&["statu"]);
    }
}
