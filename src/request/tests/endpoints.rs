//! Requests of endpoints other than the default one.

use sha2::{Digest, Sha256};

use super::{NONCE_STR, TIMESTAMP, options};
use crate::endpoint::{Endpoint, Scheme};
use crate::endpoints::card_member::{BRAND_CREATE, BRAND_UPDATE, PARTNER_CREATE, PARTNER_UPDATE};
use crate::request::{RequestOptions, Signature};
use crate::validate::Validator;

const KEY_ID: &str = "PUB_KEY_ID_1652966817968711769710052651413695";

fn of_brand() -> RequestOptions {
    RequestOptions {
        brand_id: Some("1004".into()),
        wechatpay_serial: Some(KEY_ID.into()),
        scheme: Scheme::BrandRsa,
        ..options()
    }
}

fn digest(endpoint: &'static Endpoint, body: &str, options: &RequestOptions) -> (usize, String) {
    let request = Validator::of(endpoint).validate_json(body.as_bytes()).prepare(options).unwrap();
    let digest = Sha256::digest(request.message());
    (request.message().len(), digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Messages do not depend on keys, so their lengths and digests are known.
#[test]
fn messages_of_updates_are_as_long_and_as_they_should_be() {
    let brand = digest(&BRAND_UPDATE, r#"{"card_title":"测试卡","need_pinned":true}"#, &of_brand());
    assert_eq!(brand.0, 150);
    assert_eq!(brand.1, "651261aa7449af3ce460d1c643ad741b3114168005ab1d1d8b6f0e93f52696ab");
    let partner = digest(&PARTNER_UPDATE, r#"{"brand_id":"1004","card_title":"测试卡"}"#, &options());
    assert_eq!(partner.0, 160);
    assert_eq!(partner.1, "dc2128374a5f3c092a6425c271d1b4b277978ead64c16e4ff6337e089912c1b0");
}

#[test]
fn a_brand_signs_with_its_own_id_and_names_the_key_it_trusts() {
    let report = Validator::of(&BRAND_UPDATE).validate_json(r#"{"card_title":"测试卡"}"#.as_bytes());
    let request = report.clone().prepare(&of_brand()).unwrap();
    assert_eq!(request.warnings(), []);
    let signed = request.complete(Signature::from_bytes(&[1; 256]).unwrap()).unwrap();
    let authorization = signed.header("Authorization").unwrap();
    assert!(
        authorization.starts_with(r#"WECHATPAY-BRAND-SHA256-RSA2048 brand_id="1004","#),
        "{authorization}"
    );
    assert_eq!(signed.header("Wechatpay-Serial"), Some(KEY_ID));
    let without_key = RequestOptions { wechatpay_serial: None, ..of_brand() };
    let of_merchant = RequestOptions { scheme: Scheme::Rsa, ..of_brand() };
    let unnamed = RequestOptions { brand_id: None, ..of_brand() };
    let ends_header = RequestOptions { brand_id: Some("1004\",x=\"".into()), ..of_brand() };
    let wrong = [
        (without_key, "/wechatpay_serial"),
        (of_merchant, "/scheme"),
        (unnamed, "/brand_id"),
        (ends_header, "/brand_id"),
    ];
    for (options, pointer) in wrong {
        let refused = report.clone().prepare(&options).unwrap_err();
        let errors: Vec<String> = refused.issues().iter().map(|issue| issue.pointer()).collect();
        assert_eq!(errors, [pointer]);
    }
}

#[test]
fn whoever_signs_is_named_once() {
    let report = Validator::of(&BRAND_UPDATE).validate_json(r#"{"card_title":"测试卡"}"#.as_bytes());
    let of_brand = RequestOptions { mchid: "no\nnumber".into(), ..of_brand() };
    let request = report.prepare(&of_brand).unwrap();
    assert_eq!((request.mchid(), request.brand_id()), ("", Some("1004")));
    let report = Validator::of(&PARTNER_UPDATE).validate_json(r#"{"brand_id":"1004"}"#.as_bytes());
    let options = RequestOptions { brand_id: Some("no\nbrand".into()), ..options() };
    assert_eq!(report.prepare(&options).unwrap().brand_id(), None);
}

#[test]
fn a_creation_has_no_card_in_its_path() {
    let bodies = [
        (&PARTNER_CREATE, include_str!("../../../tests/data/card_member/derived-partner-post-accepted.json")),
        (&BRAND_CREATE, include_str!("../../../tests/data/card_member/derived-brand-post-accepted.json")),
    ];
    for (endpoint, body) in bodies {
        let options = if *endpoint == BRAND_CREATE { of_brand() } else { options() };
        let options = RequestOptions { card_id: String::new(), ..options };
        let request = Validator::of(endpoint).validate_json(body.as_bytes()).prepare(&options).unwrap();
        let head = format!("POST\n{}\n{TIMESTAMP}\n{NONCE_STR}\n{{", endpoint.operation.path);
        assert!(request.message().starts_with(&head), "{}", request.message());
        assert_eq!(endpoint.operation.template(), endpoint.operation.path);
    }
}
