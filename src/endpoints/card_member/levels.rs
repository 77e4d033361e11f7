//! Levels. Only a creation can set the initial level.

use super::fields::BODY;
use super::page::Page;
use crate::endpoint::{Context, FieldPath, Operand, Reporter, Rule, Values, When};
use crate::issue::IssueCode;

static SHOWN: FieldPath = BODY.at(&["need_display_level"]);
static LEVEL: FieldPath = BODY.at(&["init_level"]);
const YES: Values = &["true"];
const BOTH: &[&FieldPath] = &[&SHOWN, &LEVEL];

/// K10: no page says what happens if levels are shown but there is no initial level.
pub(super) const OF_UPDATES: [Rule; 1] = [Rule::check(BOTH, card_has_a_level)];

pub(super) const fn of_creations(page: Page) -> [Rule; 2] {
    [
        // K8: 是否展示会员等级为 true，必填会员初始等级信息 (partner creation), and the field's text (both creations).
        Rule::requires(&LEVEL, When::Has(Operand::Payload(&SHOWN), YES), IssueCode::RequiredWith),
        // K9: 是否展示会员等级为 false，不允许填写会员初始等级信息 (partner creation). The field's text says that absent means false, but the
        // error row does not.
        Rule::only_with_known(&LEVEL, Operand::Payload(&SHOWN), YES, IssueCode::OnlyWith)
            .severity(page.error_for_partners()),
    ]
}

fn card_has_a_level(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let Some(card) = context.card else { return };
    let is_switched_on = context.payload.boolean(&SHOWN) == Some(true) && card.boolean(&SHOWN) != Some(true);
    if is_switched_on && card.lacks(&LEVEL) && context.payload.lacks(&LEVEL) {
        reporter.add(IssueCode::LevelUnset, &SHOWN);
    }
}
