//! Stored value and paid membership depend on the kind of card. Only ordinary cards can be created at present.

use super::fields::{BODY, CardType};
use super::page::Page;
use crate::endpoint::{Constraint, FieldPath, Operand, Rule, Values};
use crate::issue::IssueCode;

static KIND: FieldPath = BODY.at(&["card_type"]);
static STORED_VALUE: FieldPath = BODY.at(&["balance_information"]);
static PAID: FieldPath = BODY.at(&["purchase_information"]);
static PRICE: FieldPath = BODY.at(&["purchase_information", "price"]);

const NORMAL: Values = &[CardType::Normal.as_str()];
const BALANCE: Values = &[CardType::Balance.as_str()];
const PURCHASE: Values = &[CardType::Purchase.as_str()];

/// K1: 暂不支持付费或储值的会员卡类型，请修改后重试 (both creations), and the field's text. Remove this rule when WeChat Pay opens the other
/// kinds.
pub(super) const OF_CREATIONS: [Rule; 1] =
    [Rule::value(Constraint::one_of(&KIND, NORMAL, IssueCode::ValueClosed))];

pub(super) const fn rules(page: Page) -> [Rule; 3] {
    let printed = page.error_for_partners();
    [
        // K2: 非储值会员卡，不允许填写储值小程序信息 (both partner pages). K4: an update does not contain the kind.
        only_of_kind(page, &STORED_VALUE, BALANCE).severity(printed),
        // K3: 非付费会员卡，不允许填写付费小程序信息 (both partner pages).
        only_of_kind(page, &PAID, PURCHASE).severity(printed),
        // J4: 付费会员价格必须大于 0 (both partner pages).
        Rule::value(Constraint::positive(&PRICE)).severity(printed),
    ]
}

/// A creation must contain the kind; in an update it may be unknown.
const fn only_of_kind(page: Page, field: &'static FieldPath, kinds: Values) -> Rule {
    if page.is_update() {
        return Rule::only_with_known(field, Operand::Card(&KIND), kinds, IssueCode::OnlyWith);
    }
    Rule::only_with(field, Operand::Payload(&KIND), kinds, Some(IssueCode::OnlyWith))
}
