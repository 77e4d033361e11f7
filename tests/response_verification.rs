//! Verifies the responses in WeChat Pay's documentation with the published keys.

use rsa::pkcs8::DecodePublicKey;
use rsa::{Pkcs1v15Sign, PublicKey};
use sha2::{Digest, Sha256};
use wechatpay_membercard::{
    DEFAULT_TOLERANCE_SECONDS, ResponseParts, ResponseToVerify, SerialKind, SignatureType, verify_response,
};

/// The key on page 4013053420.
const KEY: &str = "-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwXNI6sdlknHBnK8Fu2U6
Cwor9qY747jP8KAfeBMeveEt1TqaHkLfaSD07trZLhGpfs8/AHqjhgSMO1O10YQW
OrrJ4hjIWPKqxbgrYMkBQc+mwdiWp4W3ByCqxBRagCveCXRWCmuJYovl9H/bsDI0
iGbpVtEOghJtfciisYSgxcLufUDTRkvwxjIBK1pCRjk33jJ5YTBWTHMRtMAOcFLN
F6hdEYdX8SPsgHHeLZ5Lv2T/686w1xtgCHef/sd4uSfWmyzsalQdHG/e4IyYmrhx
+O3VBoNDzE3nx23bFeV/RVNCG7cV6VhmYokJNHa/erIPkEmEFID6A5wQOXuxUkmJ
WwIDAQAB
-----END PUBLIC KEY-----";

/// The documentation's test key for requests, which did not sign any of the responses.
const OTHER_KEY: &str = "-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAptpm+qvIDCh/9wjU26SQ
CK26ogYkBhDrYxnAaw2JbbBsp1oDbHKk+1r381NeBUG2HEFAuU+Fr72u5ot3yKdz
oF/FajAzQNKnm569/D3upKoi8mYBaST15Uig8j8qoUW1U217LL0jEHlSnHV3lcaD
TXqDpTRR4Bfz9IqOgJgFZ8/oTfEomSrjrLYef81Eyxr7ZIMQXEKKEK7V4UXKS0+/
fDsiG/cXidhzt8UbTL9vqXqxM2+IDImyO+FAc/tkBG55LmzxPto1Nq0WbnZzRM/w
Tzrd0I/8NlevxtFbphg4evlHjFNI7+GrqR87ViEwuAJJ9Je5QQjct5YJfFRWiZ5C
MQIDAQAB
-----END PUBLIC KEY-----";

const BODY: &str = r#"{"code_url":"weixin://wxpay/bizpayurl?pr=JyC91EIz1"}"#;
const SIGNATURE: &str = "mfI1CPqvBrgcXfgXMFjdNIhBf27ACE2YyeWsWV9ZI7T7RU0vHvbQpu9Z32ogzc+k8ZC5n3kz7h70eWKjgqNdKQF0eRp8mVKlmfzMLBVHbssB9jEZEDXThOX1XFqX7s7ymia1hoHQxQagPGzkdWxtlZPZ4ZPvr1RiqkgAu6Is8MZgXXrRoBKqjmSdrP1N7uxzJ/cjfSiis9FiLjuADoqmQ1P7p2N876YPAol7Rn0+GswwAwxldbdLrmVSjfytfSBJFqTMHn4itojgxSWWN1byuckQt8hSTEv/Lg97QoeGniYP17T80pJeQyL3b+295FPHSO2AtvCgyIbKMZ0BALilAA==";
const SENT_AT: i64 = 1_722_850_421;

fn response(status: u16, body: &str) -> ResponseParts {
    let headers = [
        ("Wechatpay-Timestamp", "1722850421"),
        ("Wechatpay-Nonce", "d824f2e086d3c1df967785d13fcd22ef"),
        ("Wechatpay-Signature", SIGNATURE),
        ("Wechatpay-Serial", "4DF076AC5A7D968D4A8B0B9C599A74CB4CF8EE8A"),
    ];
    ResponseParts::new(status, headers, body)
}

fn verifier(key: &str) -> impl Fn(&ResponseToVerify) -> Result<bool, rsa::pkcs8::spki::Error> {
    move |response| {
        let key = PublicKey::from_public_key_pem(key)?;
        let hash = Sha256::digest(response.message());
        Ok(key.verify(Pkcs1v15Sign::new::<Sha256>(), &hash, response.signature()).is_ok())
    }
}

fn code(parts: &ResponseParts, key: &str) -> &'static str {
    match verify_response(parts, SENT_AT + 5, DEFAULT_TOLERANCE_SECONDS, verifier(key)) {
        Ok(_) => "updated",
        Err(error) => error.code().as_str(),
    }
}

#[test]
fn the_published_response_is_genuine() {
    let parts = response(200, BODY);
    let response = ResponseToVerify::new(&parts, SENT_AT, DEFAULT_TOLERANCE_SECONDS).unwrap();
    assert_eq!(response.serial_kind(), SerialKind::PlatformCertificate);
    assert_eq!(response.signature_type(), SignatureType::Rsa);
    assert_eq!(
        response.message(),
        format!("1722850421\nd824f2e086d3c1df967785d13fcd22ef\n{BODY}\n").as_bytes()
    );
    // Genuine, but not a success of this API, whose successes are empty.
    assert_eq!(code(&parts, KEY), "unexpected_body");
}

#[test]
fn any_change_is_noticed() {
    assert_eq!(code(&response(200, BODY), OTHER_KEY), "signature_rejected");
    assert_eq!(code(&response(200, &format!("{BODY} ")), KEY), "signature_rejected");
    assert_eq!(code(&response(204, ""), KEY), "signature_rejected");
    let mut parts = response(200, BODY);
    parts.headers[0].1 = "1722850422".into();
    assert_eq!(code(&parts, KEY), "signature_rejected");
    parts = response(200, BODY);
    parts.headers[1].1.make_ascii_uppercase();
    assert_eq!(code(&parts, KEY), "signature_rejected");
}

#[test]
fn a_genuine_error_response_is_still_no_success() {
    assert_eq!(code(&response(403, BODY), KEY), "error_response");
    assert_eq!(code(&response(202, BODY), KEY), "not_processed");
}

#[test]
fn a_broken_key_is_the_verifiers_failure() {
    assert_eq!(code(&response(200, BODY), "not a key"), "verifier_failed");
}
