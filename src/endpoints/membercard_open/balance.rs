//! Stored value: two rows of the API's error table (会员储值一旦展示无法关闭, 储值小程序path为空), and their consequences.
//!
//! Facts: docs/domain.md#2.3.

use super::fields::BODY;
use crate::endpoint::{Condition, Context, FieldPath, Operand, Reporter, Rule, When};
use crate::issue::IssueCode;
use crate::schema::Severity;

static OBJECT: FieldPath = BODY.at(&["balance_information"]);
static SHOWN: FieldPath = BODY.at(&["balance_information", "need_balance"]);
static APPID: FieldPath = BODY.at(&["balance_information", "balance_appid"]);
static PAGE: FieldPath = BODY.at(&["balance_information", "balance_path"]);
static URL: FieldPath = BODY.at(&["balance_information", "balance_url"]);

pub(super) static OF_UPDATES: &[Rule] = &[
    // 会员储值一旦展示无法关闭.
    Rule::new(Condition::NeverBack {
        field: &SHOWN,
        code: IssueCode::BalanceLocked,
        unverified: IssueCode::BalanceMaybeLocked,
    })
    .reason("会员储值一旦展示无法关闭", "Stored value cannot be switched off once it is shown"),
    // 储值小程序path为空.
    Rule::requires_unless_on_card(
        &PAGE,
        When::Filled(&APPID),
        IssueCode::BalancePathRequired,
        IssueCode::BalancePathMaybeRequired,
    ),
];

pub(super) static OF_CREATIONS: &[Rule] = &[
    // 储值小程序path为空 is in the update's error table. The creation's table is unknown.
    Rule::requires(&PAGE, When::Filled(&APPID), IssueCode::BalancePathRequired).severity(Severity::Warning),
];

pub(super) static RULES: &[Rule] = &[
    // A path needs its mini program.
    Rule::requires(&APPID, When::Filled(&PAGE), IssueCode::BalanceAppidMissing),
    only_if_shown(&APPID),
    only_if_shown(&PAGE),
    only_if_shown(&URL),
    // Stored value must lead to a mini program or a web page.
    Rule::check(&[&SHOWN, &PAGE, &URL], leads_somewhere),
];

/// Forms may hide the field otherwise. Giving it is not an issue: WeChat Pay's own example does.
const fn only_if_shown(field: &'static FieldPath) -> Rule {
    Rule::only_with(field, Operand::Either(&SHOWN), &["true"], None)
}

fn leads_somewhere(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let payload = context.payload;
    if payload.boolean(&SHOWN) == Some(true) && payload.lacks(&PAGE) && payload.lacks(&URL) {
        reporter.add(IssueCode::BalanceEntryMissing, &OBJECT);
    }
}
