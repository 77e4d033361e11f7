//! `PATCH /v3/marketing/membercard-open/cards/{card_id}`, 修改会员卡模板信息, and the creation and reading of the same cards.
//!
//! One file per topic: each rule is a row beside its comment, its source and, where data cannot say it, its function.
//!
//! Facts: docs/domain.md#1 (creation: docs/domain.md#1.9) and docs/domain.md#2.

mod balance;
mod card;
mod code_mode;
mod custom_fields;
mod dates;
mod errors;
mod fields;
mod levels;
mod request_no;
mod state;
mod statement;

pub use errors::API_ERRORS;
pub use fields::*;
pub use state::{CARD_STATUS, CardState, CardStatus};

use crate::endpoint::{Endpoint, Identity, Operation, Rule, Scheme, Success, SuccessBody};

/// The reading of a membership card's template, 查询会员卡模板信息: `GET` on the path of the update. No page of its errors is
/// visible, but the table of the update is shared with the product's other APIs.
pub static GET: Endpoint = Endpoint::new("membercard-open.get", &GET_OPERATION, &RESPONSE, &[])
    .enumerations(ENUMERATIONS)
    .state_fields(state::FIELDS)
    .errors(API_ERRORS)
    .title("查询会员卡模板信息", "Membership card's template");

/// The update of a membership card's template.
pub static UPDATE: Endpoint = Endpoint::new("membercard-open.update", &OPERATION, &BODY, RULES)
    .enumerations(ENUMERATIONS)
    .image_hosts(IMAGE_HOSTS)
    .state_fields(state::FIELDS)
    .siblings(SIBLINGS)
    .get(&GET)
    .errors(API_ERRORS)
    .sections(SECTIONS)
    .title("修改会员卡模板信息", "Membership-card template update")
    .description(
        "只填写要修改的字段，未填写的字段保持不变",
        "Give what is to change; what is absent stays as it is",
    );

/// The creation of a membership card's template, 创建会员卡模板: `POST`. Its page is readable in part, and no page of its errors
/// is visible: they are those of the product, in the table of the update.
pub static CREATE: Endpoint =
    Endpoint::new("membercard-open.create", &CREATE_OPERATION, &CREATE_BODY, CREATE_RULES)
        .enumerations(ENUMERATIONS)
        .image_hosts(IMAGE_HOSTS)
        .state_fields(state::FIELDS)
        .siblings(SIBLINGS)
        .get(&GET)
        .errors(API_ERRORS)
        .sections(SECTIONS)
        .title("创建会员卡模板", "Membership-card template creation")
        .description(
            "创建一张会员卡模板，应答中有会员卡模板ID",
            "Creates a card, whose id is in the response",
        );

static SIBLINGS: &[&Endpoint] = &[&UPDATE, &CREATE];

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

/// What creates or reads a card answers with it.
const HAS_CARD: Success = Success { statuses: &[200], body: SuccessBody::Card };

static GET_OPERATION: Operation = Operation { method: "GET", success: HAS_CARD, ..OPERATION };

static CREATE_OPERATION: Operation = Operation {
    method: "POST",
    path: "/v3/marketing/membercard-open/cards",
    path_parameter: "",
    success: HAS_CARD,
    ..OPERATION
};

/// The hosts whose images WeChat Pay's documentation shows on cards.
pub const IMAGE_HOSTS: &[&str] = &["wxpaylogo.qpic.cn"];

/// By topic, in the order in which they are asked.
static RULES: &[&[Rule]] = &[
    card::RULES,
    dates::OF_UPDATES,
    dates::RULES,
    dates::OF_RANGES_ON_CARDS,
    dates::OF_ENDS,
    levels::RULES,
    balance::OF_UPDATES,
    balance::RULES,
    custom_fields::RULES,
    statement::RULES,
    code_mode::RULES,
];

static CREATE_RULES: &[&[Rule]] = &[
    dates::RULES,
    dates::OF_ENDS,
    levels::OF_CREATIONS,
    balance::OF_CREATIONS,
    balance::RULES,
    custom_fields::RULES,
    statement::RULES,
    code_mode::OF_CREATIONS,
    request_no::OF_CREATIONS,
];
