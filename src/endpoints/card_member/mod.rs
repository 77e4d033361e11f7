//! 商家名片会员, the successor of `membercard-open`. Service providers and brands have separate endpoints for creating and
//! updating cards; all four share one table.
//!
//! One file per topic. Each rule has a comment with its number in docs/domain-card-member.md#4 (`P1` to `U9`) and its
//! source in WeChat Pay's documentation. Its severity on an endpoint depends on the pages that state it.

mod codes;
mod dates;
mod errors;
mod fields;
mod jumps;
mod kinds;
mod levels;
mod notify_url;
mod old_cards;
mod opening;
mod page;
mod signature_errors;
mod texts;
mod update;

pub use fields::*;
pub use old_cards::OLD_CARDS;

use crate::endpoint::{
    ApiErrorRow, Endpoint, Identity, Operation, Rule, Scheme, Success, SuccessBody, UnknownKeys,
};
use crate::schema::Body;
use page::Page::{BrandCreate, BrandGet, BrandUpdate, PartnerCreate, PartnerGet, PartnerUpdate};

/// The card's current state, as every operation returns it. See [`Validator::current`](crate::Validator::current).
#[cfg_attr(feature = "typescript", tsify::declare)]
pub type CardState = Card;

/// The image hosts in the examples of WeChat Pay's documentation.
pub const IMAGE_HOSTS: &[&str] = &["wxpaylogo.qpic.cn"];

/// Updates a card, as a service provider.
pub static PARTNER_UPDATE: Endpoint =
    endpoint("card-member.partner.update", &PARTNER_UPDATE_OPERATION, &BODY, PARTNER_UPDATE_RULES)
        .get(&PARTNER_GET)
        .errors(PARTNER_UPDATE_ERRORS)
        .title("修改会员卡模板（服务商）", "Card update by a service provider")
        .description(UPDATE_ZH, UPDATE_EN);

/// Updates a card, as the brand that owns it.
pub static BRAND_UPDATE: Endpoint =
    endpoint("card-member.brand.update", &BRAND_UPDATE_OPERATION, &BRAND_UPDATE_BODY, BRAND_UPDATE_RULES)
        .get(&BRAND_GET)
        .errors(BRAND_UPDATE_ERRORS)
        .title("修改会员卡模板（品牌商户）", "Card update by a brand")
        .description(UPDATE_ZH, UPDATE_EN);

/// Creates a card, as a service provider.
pub static PARTNER_CREATE: Endpoint = endpoint(
    "card-member.partner.create",
    &PARTNER_CREATE_OPERATION,
    &PARTNER_CREATE_BODY,
    PARTNER_CREATE_RULES,
)
.get(&PARTNER_GET)
.errors(PARTNER_CREATE_ERRORS)
.title("创建会员卡模板（服务商）", "Card creation by a service provider")
.description(CREATE_ZH, CREATE_EN);

/// Creates a card, as the brand that will own it.
pub static BRAND_CREATE: Endpoint =
    endpoint("card-member.brand.create", &BRAND_CREATE_OPERATION, &BRAND_CREATE_BODY, BRAND_CREATE_RULES)
        .get(&BRAND_GET)
        .errors(BRAND_CREATE_ERRORS)
        .title("创建会员卡模板（品牌商户）", "Card creation by a brand")
        .description(CREATE_ZH, CREATE_EN);

/// Reads a card, as a service provider; the query names the brand.
pub static PARTNER_GET: Endpoint =
    Endpoint::new("card-member.partner.get", &PARTNER_GET_OPERATION, &RESPONSE, &[])
        .enumerations(ENUMERATIONS)
        .errors(PARTNER_GET_ERRORS)
        .title("查询会员卡模板（服务商）", "Card read by a service provider");

/// Reads a card, as the brand that owns it.
pub static BRAND_GET: Endpoint = Endpoint::new("card-member.brand.get", &BRAND_GET_OPERATION, &RESPONSE, &[])
    .enumerations(ENUMERATIONS)
    .errors(BRAND_GET_ERRORS)
    .title("查询会员卡模板（品牌商户）", "Card read by a brand");

static SIBLINGS: &[&Endpoint] = &[&PARTNER_UPDATE, &BRAND_UPDATE, &PARTNER_CREATE, &BRAND_CREATE];

const UPDATE_ZH: &str = "只填写要修改的字段，未填写的字段保持不变";
const UPDATE_EN: &str = "Give what is to change; what is absent stays as it is";
const CREATE_ZH: &str = "创建一张会员卡模板，应答中有会员卡模板ID";
const CREATE_EN: &str = "Creates a card, whose id is in the response";

/// The common part of the endpoints. The product's list of errors refuses unknown keys: 请求中含有未在API文档中定义的参数.
const fn endpoint(
    name: &'static str,
    operation: &'static Operation,
    body: &'static Body,
    rules: &'static [&'static [Rule]],
) -> Endpoint {
    Endpoint::new(name, operation, body, rules)
        .enumerations(ENUMERATIONS)
        .image_hosts(IMAGE_HOSTS)
        .unknown_keys(UnknownKeys::Refuse)
        .sections(SECTIONS)
        .siblings(SIBLINGS)
}

/// The response of a creation or reading.
const HAS_CARD: Success = Success { statuses: &[200], body: SuccessBody::Card };

/// A service provider signs with the certificate of its merchant number.
static PARTNER_UPDATE_OPERATION: Operation = Operation {
    method: "PATCH",
    path: "/v3/brand/partner/card-member/cards/",
    path_parameter: "card_id",
    query_parameter: "",
    identity: Identity::Mchid,
    schemes: &[Scheme::Rsa, Scheme::Sm2],
    requires_wechatpay_serial: false,
    success: Success { statuses: &[200], body: SuccessBody::Changed },
};

static PARTNER_CREATE_OPERATION: Operation = Operation {
    method: "POST",
    path: "/v3/brand/partner/card-member/cards",
    path_parameter: "",
    success: HAS_CARD,
    ..PARTNER_UPDATE_OPERATION
};

static PARTNER_GET_OPERATION: Operation =
    Operation { method: "GET", query_parameter: "brand_id", success: HAS_CARD, ..PARTNER_UPDATE_OPERATION };

/// The brand signs with its own certificate; the signature contains its id.
static BRAND_UPDATE_OPERATION: Operation = Operation {
    method: "PATCH",
    path: "/brand/card-member/cards/",
    path_parameter: "card_id",
    query_parameter: "",
    identity: Identity::BrandId,
    schemes: &[Scheme::BrandRsa],
    requires_wechatpay_serial: true,
    success: Success { statuses: &[200], body: SuccessBody::Changed },
};

static BRAND_CREATE_OPERATION: Operation = Operation {
    method: "POST",
    path: "/brand/card-member/cards",
    path_parameter: "",
    success: HAS_CARD,
    ..BRAND_UPDATE_OPERATION
};

static BRAND_GET_OPERATION: Operation =
    Operation { method: "GET", success: HAS_CARD, ..BRAND_UPDATE_OPERATION };

static PARTNER_UPDATE_ERRORS: &[ApiErrorRow] = &errors::errors_of(PartnerUpdate);
static BRAND_UPDATE_ERRORS: &[ApiErrorRow] = &errors::errors_of_brand(BrandUpdate);
static PARTNER_CREATE_ERRORS: &[ApiErrorRow] = &errors::errors_of(PartnerCreate);
static BRAND_CREATE_ERRORS: &[ApiErrorRow] = &errors::errors_of_brand(BrandCreate);

static PARTNER_GET_ERRORS: &[ApiErrorRow] = &errors::errors_of(PartnerGet);
static BRAND_GET_ERRORS: &[ApiErrorRow] = &errors::errors_of_brand(BrandGet);

static PARTNER_UPDATE_RULES: &[&[Rule]] = &[
    &update::RULES,
    &texts::OF_PARTNERS,
    &texts::RULES,
    &notify_url::rules(PartnerUpdate),
    &dates::of_updates(PartnerUpdate),
    &dates::rules(PartnerUpdate),
    &levels::OF_UPDATES,
    &codes::of_updates(PartnerUpdate),
    &kinds::rules(PartnerUpdate),
    &jumps::rules(PartnerUpdate),
    &opening::rules(PartnerUpdate),
];

static BRAND_UPDATE_RULES: &[&[Rule]] = &[
    &update::RULES,
    &texts::RULES,
    &notify_url::rules(BrandUpdate),
    &dates::of_updates(BrandUpdate),
    &dates::rules(BrandUpdate),
    &levels::OF_UPDATES,
    &codes::of_updates(BrandUpdate),
    &kinds::rules(BrandUpdate),
    &jumps::rules(BrandUpdate),
    &opening::rules(BrandUpdate),
];

static PARTNER_CREATE_RULES: &[&[Rule]] = &[
    &texts::OF_CREATIONS,
    &texts::OF_PARTNERS,
    &texts::RULES,
    &notify_url::rules(PartnerCreate),
    &dates::rules(PartnerCreate),
    &levels::of_creations(PartnerCreate),
    &codes::of_creations(PartnerCreate),
    &kinds::OF_CREATIONS,
    &kinds::rules(PartnerCreate),
    &jumps::rules(PartnerCreate),
    &opening::rules(PartnerCreate),
];

static BRAND_CREATE_RULES: &[&[Rule]] = &[
    &texts::OF_CREATIONS,
    &texts::RULES,
    &notify_url::rules(BrandCreate),
    &dates::rules(BrandCreate),
    &levels::of_creations(BrandCreate),
    &codes::of_creations(BrandCreate),
    &kinds::OF_CREATIONS,
    &kinds::rules(BrandCreate),
    &jumps::rules(BrandCreate),
    &opening::rules(BrandCreate),
];
