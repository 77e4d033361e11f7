//! `PATCH /v3/marketing/membercard-open/cards/{card_id}`, 修改会员卡模板信息.
//!
//! One file per topic: each rule is a row beside its comment, its source and, where data cannot say it, its function.
//!
//! Facts: docs/domain.md#1 and docs/domain.md#2.

mod balance;
mod card;
mod code_mode;
mod custom_fields;
mod dates;
mod errors;
mod fields;
mod levels;
mod state;
mod statement;

pub use errors::API_ERRORS;
pub use fields::*;
pub use state::{CARD_STATUS, CardState, CardStatus};

use crate::endpoint::{Endpoint, Identity, Operation, Rule, Scheme, Success, SuccessBody};
use crate::schema::{Action, Body, Kind};

/// The answer to a reading: the card as it is now.
static ANSWER: Body = Body { kind: Kind::Object(&CARD_UPDATE), action: Action::Answer, fixed: BODY.fixed };

/// The reading of a membership card's template, 查询会员卡模板信息: `GET` on the path of the update. No page of its errors is
/// visible, but the table of the update is shared with the product's other APIs.
pub static GET: Endpoint = Endpoint::new("membercard-open.get", &GET_OPERATION, &ANSWER, &[])
    .enumerations(ENUMERATIONS)
    .state_fields(state::FIELDS)
    .errors(API_ERRORS)
    .title("查询会员卡模板信息", "Membership card's template");

/// The update of a membership card's template.
pub static UPDATE: Endpoint = Endpoint::new("membercard-open.update", &OPERATION, &BODY, RULES)
    .enumerations(ENUMERATIONS)
    .image_hosts(IMAGE_HOSTS)
    .state_fields(state::FIELDS)
    .get(&GET)
    .errors(API_ERRORS)
    .sections(SECTIONS)
    .title("修改会员卡模板信息", "Membership-card template update")
    .description(
        "只填写要修改的字段，未填写的字段保持不变",
        "Give what is to change; what is absent stays as it is",
    );

static OPERATION: Operation = Operation {
    method: "PATCH",
    path: "/v3/marketing/membercard-open/cards/",
    path_parameter: "card_id",
    query_parameter: "",
    identity: Identity::Mchid,
    schemes: &[Scheme::Rsa, Scheme::Sm2],
    requires_wechatpay_serial: false,
    success: Success { statuses: &[204, 200], body: SuccessBody::Nothing },
};

static GET_OPERATION: Operation =
    Operation { method: "GET", success: Success { statuses: &[200], body: SuccessBody::Card }, ..OPERATION };

/// The hosts whose images WeChat Pay's documentation shows on cards.
pub const IMAGE_HOSTS: &[&str] = &["wxpaylogo.qpic.cn"];

/// By topic, in the order in which they are asked.
static RULES: &[&[Rule]] = &[
    card::RULES,
    dates::RULES,
    levels::RULES,
    balance::RULES,
    custom_fields::RULES,
    statement::RULES,
    code_mode::RULES,
];
