//! Messages to sign, compared with those in the tutorials and with derived ones.

use std::collections::BTreeSet;

use serde::Deserialize;
use sha2::{Digest, Sha256};
use wechatpay_membercard::card_member::{BRAND_GET, BRAND_UPDATE, PARTNER_GET, PARTNER_UPDATE};
use wechatpay_membercard::{
    Endpoint, IssueCode, PreparedRequest, PreparedRequestData, RequestError, RequestOptions, Signature,
    Validator, membercard_open, new_out_request_no, out_request_no_from_bytes,
};

use crate::facts::read;
use crate::{ALL, CARD_ID, KEY_ID, NONCE_STR, TAKING, TIMESTAMP, body, is_of_brand, options};

#[derive(Deserialize)]
struct Vectors {
    test_public_key: String,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    method: String,
    url: String,
    body: String,
    message_bytes: usize,
    message_sha256: String,
    signature_by_test_key: String,
}

fn prepared(endpoint: &'static Endpoint, options: &RequestOptions) -> PreparedRequest {
    match endpoint.operation.takes_body() {
        true => Validator::of(endpoint).validate_json(body(endpoint).as_bytes()).prepare(options),
        false => endpoint.prepare_get(options),
    }
    .unwrap_or_else(|error| panic!("{}: {error}", endpoint.name))
}

#[test]
fn messages_are_those_of_the_vectors() {
    use rsa::pkcs1v15::Pkcs1v15Sign;
    use rsa::pkcs8::DecodePublicKey;
    let Vectors { test_public_key, vectors } = read(include_str!("../data/card_member/signing-vectors.json"));
    let key = rsa::PublicKey::from_public_key_pem(&test_public_key).unwrap();
    for endpoint in [&PARTNER_UPDATE, &BRAND_UPDATE, &PARTNER_GET, &BRAND_GET] {
        let request = prepared(endpoint, &options(endpoint));
        let is_same = |vector: &&Vector| vector.method == request.method() && vector.url == request.path();
        let vector = vectors.iter().find(is_same).unwrap_or_else(|| panic!("{}", request.message()));
        assert_eq!(request.body(), vector.body);
        assert_eq!(request.message().len(), vector.message_bytes);
        let digest = Sha256::digest(request.message());
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, vector.message_sha256);
        let signature = Signature::from_base64(&vector.signature_by_test_key).unwrap();
        let bytes =
            base64::Engine::decode(&base64::engine::general_purpose::STANDARD, &vector.signature_by_test_key);
        key.verify(Pkcs1v15Sign::new::<Sha256>(), &digest, &bytes.unwrap()).unwrap();
        assert!(request.complete(signature).is_ok());
    }
}

#[test]
fn a_reading_has_no_body_and_says_so() {
    for (endpoint, query) in [(&PARTNER_GET, "?brand_id=1004"), (&BRAND_GET, "")] {
        let request = prepared(endpoint, &options(endpoint));
        assert_eq!(request.warnings(), []);
        let path = format!("{}{CARD_ID}{query}", endpoint.operation.path);
        assert_eq!(request.message(), format!("GET\n{path}\n{TIMESTAMP}\n{NONCE_STR}\n\n"));
        let signed = request.complete(Signature::from_bytes(&[1; 256]).unwrap()).unwrap();
        assert_eq!(signed.header("Content-Type"), None);
        let sent = serde_json::to_value(&signed).unwrap();
        assert!(sent.get("body").is_none() && sent["url"].as_str().unwrap().ends_with(&path), "{sent}");
    }
}

#[test]
fn whoever_changes_cards_can_read_them() {
    for endpoint in TAKING {
        let get = endpoint.get.unwrap();
        let options = options(endpoint);
        let message = |request: PreparedRequest| request.message().to_owned();
        assert_eq!(
            message(endpoint.prepare_get(&options).unwrap()),
            message(get.prepare_get(&options).unwrap())
        );
        assert_eq!(is_of_brand(get), is_of_brand(endpoint));
    }
    let open = membercard_open::UPDATE.prepare_get(&options(&PARTNER_UPDATE)).unwrap();
    assert_eq!(open.path(), format!("/v3/marketing/membercard-open/cards/{CARD_ID}"));
    static LONELY: Endpoint =
        Endpoint::new("lonely.update", membercard_open::UPDATE.operation, membercard_open::UPDATE.body, &[]);
    let refused = LONELY.prepare_get(&options(&PARTNER_UPDATE)).unwrap_err();
    assert_eq!(refused, RequestError::Mismatch { field: "method" });
}

#[test]
fn a_service_provider_names_the_brand_in_the_query() {
    let found = |brand_id: Option<&str>| {
        let options = RequestOptions { brand_id: brand_id.map(Into::into), ..options(&PARTNER_GET) };
        let issues = options.check_for(PARTNER_GET.operation);
        issues.into_iter().map(|issue| (issue.code, issue.is_error(), issue.pointer())).collect::<Vec<_>>()
    };
    let pointer = || "/brand_id".to_owned();
    assert_eq!(found(Some("1004")), []);
    assert_eq!(found(None), [(IssueCode::Missing, true, pointer())]);
    assert_eq!(found(Some("")), [(IssueCode::Missing, true, pointer())]);
    assert_eq!(found(Some(&"1".repeat(33))), [(IssueCode::TooLong, true, pointer())]);
    assert_eq!(found(Some("1&a=b")), [(IssueCode::BrandIdUnusual, false, pointer())]);
    // Options that only other endpoints need are ignored.
    for endpoint in ALL.into_iter().filter(|endpoint| !endpoint.operation.names_brand()) {
        let options = RequestOptions { brand_id: Some("?".into()), ..options(endpoint) };
        assert_eq!(options.check_for(endpoint.operation), [], "{}", endpoint.name);
    }
    let odd = RequestOptions { brand_id: Some("1&a=b\n".into()), ..options(&PARTNER_GET) };
    assert!(PARTNER_GET.prepare_get(&odd).unwrap().path().ends_with("?brand_id=1%26a%3Db%0A"));
}

#[test]
fn requests_survive_the_way_to_another_process() {
    for endpoint in ALL {
        let request = prepared(endpoint, &options(endpoint));
        let text = serde_json::to_string(&request).unwrap();
        let data = || serde_json::from_str::<PreparedRequestData>(&text).unwrap();
        assert_eq!(data().restore(&Validator::of(endpoint)).unwrap().message(), request.message());
        assert_eq!(data().rebuild(endpoint).unwrap().message(), request.message());
        for other in ALL.into_iter().filter(|other| *other != endpoint) {
            assert!(data().restore(&Validator::of(other)).is_err(), "{} as {}", endpoint.name, other.name);
        }
        let filled = PreparedRequestData { body: format!("{} ", request.body()), ..data() };
        assert!(filled.restore(&Validator::of(endpoint)).is_err(), "{}", endpoint.name);
    }
}

#[test]
fn a_brand_names_the_key_that_it_trusts() {
    for endpoint in ALL.into_iter().filter(|endpoint| is_of_brand(endpoint)) {
        let signed = prepared(endpoint, &options(endpoint))
            .complete(Signature::from_bytes(&[1; 256]).unwrap())
            .unwrap();
        assert_eq!(signed.header("Wechatpay-Serial"), Some(KEY_ID));
        let authorization = signed.header("Authorization").unwrap();
        assert!(authorization.starts_with(r#"WECHATPAY-BRAND-SHA256-RSA2048 brand_id="1004",nonce_str="#));
        let unnamed = RequestOptions { wechatpay_serial: None, ..options(endpoint) };
        assert_eq!(unnamed.check_for(endpoint.operation)[0].pointer(), "/wechatpay_serial");
    }
}

#[test]
fn request_numbers_are_taken_and_never_the_same() {
    let numbers: Vec<String> = (0..100).map(|_| new_out_request_no("1004").unwrap()).collect();
    assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len());
    let odd = ["", "1004", "品牌 1|4", &"x".repeat(1000)]
        .map(|brand_id| out_request_no_from_bytes(brand_id, i64::MIN, [255; 8]));
    for number in numbers.iter().chain(&odd) {
        for endpoint in TAKING.into_iter().filter(|endpoint| endpoint.operation.method == "POST") {
            let mut payload: serde_json::Value = serde_json::from_str(body(endpoint)).unwrap();
            payload["out_request_no"] = number.as_str().into();
            assert!(Validator::of(endpoint).validate(&payload).is_valid(), "{number}");
        }
    }
}
