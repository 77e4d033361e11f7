//! The endpoints of 商家名片会员, compared with the facts in `tests/data/card_member`.

mod facts;
mod forms;
mod guards;
mod requests;
mod responses;
mod tables;

use wechatpay_membercard::card_member::{
    BRAND_CREATE, BRAND_GET, BRAND_UPDATE, PARTNER_CREATE, PARTNER_GET, PARTNER_UPDATE,
};
use wechatpay_membercard::{Endpoint, RequestOptions, Scheme};

/// All endpoints.
const ALL: [&Endpoint; 6] =
    [&PARTNER_UPDATE, &BRAND_UPDATE, &PARTNER_CREATE, &BRAND_CREATE, &PARTNER_GET, &BRAND_GET];
/// The endpoints with a body.
const TAKING: [&Endpoint; 4] = [&PARTNER_UPDATE, &BRAND_UPDATE, &PARTNER_CREATE, &BRAND_CREATE];

const CARD_ID: &str = "pbLatjvWOibDc5-TBnbUk1pD12o0";
const KEY_ID: &str = "PUB_KEY_ID_1652966817968711769710052651413695";
const TIMESTAMP: i64 = 1_554_208_460;
const NONCE_STR: &str = "593BEC0C930BF1AFEB40B4A08C8FB242";

fn is_of_brand(endpoint: &Endpoint) -> bool {
    endpoint.operation.schemes == [Scheme::BrandRsa]
}

/// Valid options for an endpoint.
fn options(endpoint: &Endpoint) -> RequestOptions {
    let options = RequestOptions {
        timestamp: Some(TIMESTAMP),
        nonce_str: Some(NONCE_STR.into()),
        brand_id: Some("1004".into()),
        ..RequestOptions::new(CARD_ID, "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
    };
    match is_of_brand(endpoint) {
        true => RequestOptions {
            mchid: String::new(),
            scheme: Scheme::BrandRsa,
            wechatpay_serial: Some(KEY_ID.into()),
            ..options
        },
        false => options,
    }
}

/// A body without issues for an endpoint.
fn body(endpoint: &Endpoint) -> &'static str {
    match endpoint.name {
        "card-member.partner.update" => r#"{"brand_id":"1004","card_title":"测试卡"}"#,
        "card-member.brand.update" => r#"{"card_title":"测试卡","need_pinned":true}"#,
        "card-member.partner.create" => {
            include_str!("../data/card_member/derived-partner-post-accepted.json")
        }
        "card-member.brand.create" => include_str!("../data/card_member/derived-brand-post-accepted.json"),
        _ => "",
    }
}
