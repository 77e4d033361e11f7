//! The code on a card, which a mini program can show instead.

use super::fields::{BODY, CodeType};
use super::page::Page;
use crate::endpoint::{FieldPath, Operand, Rule, Values, When};
use crate::issue::IssueCode;

static TYPE: FieldPath = BODY.at(&["code_type"]);
static JUMP: FieldPath = BODY.at(&["code_jump_information"]);
const MINI_PROGRAM: Values = &[CodeType::JumpMiniProgram.as_str()];

/// K6: 会员码型不是跳转商家小程序，不支持修改跳转信息 (partner update). K7: an update does not contain the code type.
pub(super) const fn of_updates(page: Page) -> [Rule; 1] {
    let rule = Rule::only_with_known(&JUMP, Operand::Card(&TYPE), MINI_PROGRAM, IssueCode::OnlyWith);
    [rule.severity(page.error_for_partners())]
}

pub(super) const fn of_creations(page: Page) -> [Rule; 2] {
    [
        // K5: 会员码型为跳转商家小程序，必填会员码跳转信息 (partner creation), and the field's text (both creations).
        Rule::requires(&JUMP, When::Has(Operand::Payload(&TYPE), MINI_PROGRAM), IssueCode::RequiredWith),
        // K6: 会员码型不是跳转商家小程序，不允许填写会员码跳转信息 (partner creation).
        Rule::only_with(&JUMP, Operand::Payload(&TYPE), MINI_PROGRAM, Some(IssueCode::OnlyWith))
            .severity(page.error_for_partners()),
    ]
}
