//! Links to mini programs: an AppID and a path, both or neither.

use super::fields::BODY;
use super::page::Page::{self, PartnerUpdate};
use crate::endpoint::{Condition, Context, FieldPath, Reporter, Rule};
use crate::issue::IssueCode;

static CODE: FieldPath = BODY.at(&["code_jump_information"]);
static CODE_APPID: FieldPath = BODY.at(&["code_jump_information", "jump_appid"]);
static CODE_PATH: FieldPath = BODY.at(&["code_jump_information", "jump_path"]);
static POINTS: FieldPath = BODY.at(&["points_information"]);
static POINTS_APPID: FieldPath = BODY.at(&["points_information", "jump_appid"]);
static POINTS_PATH: FieldPath = BODY.at(&["points_information", "jump_path"]);
static BALANCE: FieldPath = BODY.at(&["balance_information"]);
static BALANCE_APPID: FieldPath = BODY.at(&["balance_information", "jump_appid"]);
static BALANCE_PATH: FieldPath = BODY.at(&["balance_information", "jump_path"]);
static PURCHASE: FieldPath = BODY.at(&["purchase_information"]);
static PURCHASE_APPID: FieldPath = BODY.at(&["purchase_information", "jump_appid"]);
static PURCHASE_PATH: FieldPath = BODY.at(&["purchase_information", "jump_path"]);

/// The objects with a link. Those of the member centre have their own required fields.
const OBJECTS: &[&FieldPath] = &[&CODE, &POINTS, &BALANCE, &PURCHASE];

pub(super) const fn rules(page: Page) -> [Rule; 5] {
    // J1: 会员码跳转 AppID 或路径为空, and the same for 积分, 储值 and 付费 (partner update).
    let printed = page.error_on(&[PartnerUpdate]);
    [
        pair([&CODE_APPID, &CODE_PATH]).severity(printed),
        pair([&POINTS_APPID, &POINTS_PATH]).severity(printed),
        pair([&BALANCE_APPID, &BALANCE_PATH]).severity(printed),
        pair([&PURCHASE_APPID, &PURCHASE_PATH]).severity(printed),
        // J2: whether an empty object disables an entry is not documented.
        Rule::check(OBJECTS, is_not_empty),
    ]
}

const fn pair(fields: [&'static FieldPath; 2]) -> Rule {
    Rule::new(Condition::Pair { fields, code: IssueCode::RequiredWith })
}

fn is_not_empty(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    for object in OBJECTS {
        if context.payload.is_empty_object(object) {
            reporter.add(IssueCode::EmptyText, object);
        }
    }
}
