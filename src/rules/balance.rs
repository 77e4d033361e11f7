//! Stored value: two rows of the API's error table (会员储值一旦展示无法关闭, 储值小程序path为空) and what follows.

use super::{Facts, Place, Rule, Verdicts, place};
use crate::issue::IssueCode;

const OBJECT: Place = place(&["balance_information"]);
const SHOWN: Place = place(&["balance_information", "need_balance"]);
const APPID: Place = place(&["balance_information", "balance_appid"]);
const PAGE: Place = place(&["balance_information", "balance_path"]);
const URL: Place = place(&["balance_information", "balance_url"]);

pub(super) static RULES: &[Rule] = &[
    Rule::new(&[SHOWN], stays_shown),
    Rule::new(&[APPID, PAGE], mini_program_is_whole),
    Rule::new(&[SHOWN, PAGE, URL], leads_somewhere),
];

fn stays_shown(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    if facts.update.boolean(SHOWN) != Some(false) {
        return;
    }
    match facts.current.and_then(|card| card.boolean(SHOWN)) {
        None => verdicts.add(IssueCode::BalanceMaybeLocked, SHOWN),
        Some(true) => verdicts.add(IssueCode::BalanceLocked, SHOWN),
        Some(false) => {}
    }
}

fn mini_program_is_whole(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let update = facts.update;
    if update.filled(APPID).is_some() {
        if update.has(PAGE) {
            if update.text(PAGE) == Some("") {
                verdicts.add(IssueCode::BalancePathRequired, PAGE);
            }
            return;
        }
        match facts.current.and_then(|card| card.text(PAGE)) {
            None => verdicts.add(IssueCode::BalancePathMaybeRequired, PAGE),
            Some("") => verdicts.add(IssueCode::BalancePathRequired, PAGE),
            Some(_) => {}
        }
    } else if update.filled(PAGE).is_some() && update.lacks(APPID) {
        verdicts.add(IssueCode::BalanceAppidMissing, APPID);
    }
}

fn leads_somewhere(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let update = facts.update;
    let shown = update.boolean(SHOWN) == Some(true);
    if shown && update.lacks(PAGE) && update.lacks(URL) {
        verdicts.add(IssueCode::BalanceEntryMissing, OBJECT);
    }
}
