//! How codes are allocated, and the stock that belongs to it: the API's page, field `code_mode` and two rows of its
//! error table.

use super::facts::issue;
use super::{Facts, Place, Rule, Verdicts, place};
use crate::issue::IssueCode;
use crate::schema::{CODE_MODE, CodeMode, is_listed};
use crate::validator::Profile;

const MODE: Place = place(&["code_mode"]);
const STOCK: Place = place(&["total_quantity"]);
const REMAINING: Place = place(&["remain_quantity"]);
const SYSTEM: &str = CodeMode::SystemAllocate.as_str();

pub(super) static RULES: &[Rule] = &[
    Rule::new(&[MODE], transition),
    Rule::new(&[MODE], merchants_page).of_any_update(),
    Rule::new(&[MODE, STOCK], stock_belongs_to_system),
    Rule::new(&[STOCK], stock_covers_issued),
];

/// Only the two merchant modes may replace each other.
fn transition(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let Some(requested) = facts.update.choice(MODE) else { return };
    let Some(current) = facts.current.and_then(|card| card.choice(MODE)) else {
        if requested == SYSTEM {
            let unverified = issue(IssueCode::CodeModeUnverified, MODE);
            verdicts.report(unverified.quoting("requested", requested), MODE);
        }
        return;
    };
    let code = match (current, requested) {
        (current, requested) if current == requested => return,
        (SYSTEM, _) => IssueCode::CodeModeLocked,
        (_, SYSTEM) => IssueCode::CodeModeToSystem,
        _ if facts.profile == Profile::Merchant => IssueCode::CodeModeChange,
        _ => return,
    };
    let refused = issue(code, MODE).quoting("current", current);
    verdicts.report(refused.quoting("requested", requested), MODE);
}

/// The merchants' page marks `code_mode` as required.
fn merchants_page(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    if facts.profile == Profile::Merchant && !facts.update.has(MODE) {
        verdicts.add(IssueCode::CodeModeMissing, MODE);
    }
}

/// 其他分配类型不需要填写库存.
fn stock_belongs_to_system(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    if !facts.update.has(STOCK) {
        return;
    }
    let mode = facts.update.text(MODE).or_else(|| facts.current.and_then(|card| card.text(MODE)));
    if let Some(mode) = mode.filter(|mode| is_listed(CODE_MODE, mode) && *mode != SYSTEM) {
        verdicts.report(issue(IssueCode::TotalQuantityNotUsed, STOCK).quoting("code_mode", mode), STOCK);
    }
}

/// A stock below the cards already handed out cannot be meant.
fn stock_covers_issued(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let Some(card) = facts.current else { return };
    let (Some(stock), Some(total), Some(remaining)) =
        (facts.update.integer(STOCK), card.integer(STOCK), card.integer(REMAINING))
    else {
        return;
    };
    let issued = total.saturating_sub(remaining);
    if stock < issued {
        let below = issue(IssueCode::TotalQuantityBelowIssued, STOCK);
        verdicts.report(below.with("issued", issued).with("actual", stock), STOCK);
    }
}
