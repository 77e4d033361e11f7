//! The merchant's statement: a mini program is an AppID and a path.

use super::facts::issue;
use super::{Facts, Place, Rule, Verdicts, place};
use crate::issue::IssueCode;

const APPID: Place = place(&["additional_statement", "appid"]);
const PAGE: Place = place(&["additional_statement", "path"]);

pub(super) static RULES: &[Rule] = &[Rule::new(&[APPID, PAGE], mini_program_is_whole)];

fn mini_program_is_whole(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    for (given, missing, other) in [(APPID, PAGE, "appid"), (PAGE, APPID, "path")] {
        if facts.update.filled(given).is_some() && facts.update.lacks(missing) {
            verdicts.report(issue(IssueCode::StatementPair, missing).with("other", other), missing);
        }
    }
}
