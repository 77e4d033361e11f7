//! Code allocation and stock. Sources: the field `code_mode` of the API's page, and two rows of its error table.
//!
//! Facts: docs/domain.md#2.2.

use super::fields::{BODY, CodeMode};
use super::state::state_field;
use crate::endpoint::{Condition, Context, FieldPath, Operand, Profile, Reporter, Rule, Values, When, issue};
use crate::issue::IssueCode;

static MODE: FieldPath = BODY.at(&["code_mode"]);
static STOCK: FieldPath = BODY.at(&["total_quantity"]);
static REMAINING: FieldPath = state_field(&["remain_quantity"]);
const SYSTEM: Values = &[CodeMode::SystemAllocate.as_str()];
const MERCHANTS: Values = &[CodeMode::MerchantDeposit.as_str(), CodeMode::RealTime.as_str()];

pub(super) static RULES: &[Rule] = &[
    // 仅支持MERCHANT_DEPOSIT和REAL_TIME之间互转，SYSTEM_ALLOCATE不支持修改.
    Rule::new(Condition::ChangesAmong {
        field: &MODE,
        values: MERCHANTS,
        from: IssueCode::CodeModeLocked,
        to: IssueCode::CodeModeToSystem,
        unverified: IssueCode::CodeModeUnverified,
    })
    .reason(
        "该会员卡的code由微信支付系统分配，不支持修改",
        "WeChat Pay allocates this card's codes, which cannot be changed",
    ),
    // The merchants' page says that the mode cannot change; the partners' page allows it.
    Rule::check(&[&MODE], stays_for_merchants),
    // The merchants' page marks `code_mode` as required.
    Rule::requires(&MODE, When::Profile(Profile::Merchant), IssueCode::CodeModeMissing).of_any_payload(),
    // 其他分配类型不需要填写库存.
    Rule::only_with(&STOCK, Operand::Either(&MODE), SYSTEM, Some(IssueCode::TotalQuantityNotUsed)),
    // A stock below the number of issued cards is probably a mistake.
    Rule::check(&[&STOCK], stock_covers_issued),
];

pub(super) static OF_CREATIONS: &[Rule] = &[
    // 其他分配类型不需要填写库存.
    Rule::only_with(&STOCK, Operand::Payload(&MODE), SYSTEM, Some(IssueCode::TotalQuantityNotUsed)),
];

fn stays_for_merchants(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let current = context.card.and_then(|card| card.choice(&MODE));
    let (Some(current), Some(requested)) = (current, context.payload.choice(&MODE)) else { return };
    let is_allowed_to_partners =
        current != requested && MERCHANTS.contains(&current) && MERCHANTS.contains(&requested);
    if context.profile == Profile::Merchant && is_allowed_to_partners {
        let change = issue(IssueCode::CodeModeChange, &MODE).quoting("current", current);
        reporter.report(change.quoting("requested", requested), &MODE);
    }
}

fn stock_covers_issued(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let Some(card) = context.card else { return };
    let (Some(stock), Some(total), Some(remaining)) =
        (context.payload.integer(&STOCK), card.integer(&STOCK), card.integer(&REMAINING))
    else {
        return;
    };
    let issued = total.saturating_sub(remaining);
    if stock < issued {
        let below = issue(IssueCode::TotalQuantityBelowIssued, &STOCK);
        reporter.report(below.with("issued", issued).with("actual", stock), &STOCK);
    }
}
