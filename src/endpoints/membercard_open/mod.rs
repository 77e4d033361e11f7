//! 修改会员卡模板信息, `PATCH /v3/marketing/membercard-open/cards/{card_id}`, and the creation and reading of the same cards.
//!
//! One file per topic. Each rule is a row with a comment about its source and, if data cannot express it, a function.
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

/// Reads a membership card, 查询会员卡模板信息. Its page of errors is not public, but the update's error table is shared with
/// the product's other APIs.
pub static GET: Endpoint = Endpoint::new("membercard-open.get", &GET_OPERATION, &RESPONSE, &[])
    .enumerations(ENUMERATIONS)
    .state_fields(state::FIELDS)
    .errors(API_ERRORS)
    .title("查询会员卡模板信息", "Membership card's template");

/// Updates a membership card.
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

/// Creates a membership card, 创建会员卡模板. Its page is only partly readable, and its page of errors is not public: the
/// errors are those of the product, from the update's table.
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

/// The response of a creation or reading.
const HAS_CARD: Success = Success { statuses: &[200], body: SuccessBody::Card };

static GET_OPERATION: Operation = Operation { method: "GET", success: HAS_CARD, ..OPERATION };

static CREATE_OPERATION: Operation = Operation {
    method: "POST",
    path: "/v3/marketing/membercard-open/cards",
    path_parameter: "",
    success: HAS_CARD,
    ..OPERATION
};

/// The image hosts in the examples of WeChat Pay's documentation.
pub const IMAGE_HOSTS: &[&str] = &["wxpaylogo.qpic.cn"];

/// Rules by topic, in the order of evaluation.
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
