use super::{BODY, CARD_ID, MCHID, NONCE_STR, SERIAL_NO, TIMESTAMP, options, prepare, prepared};
use crate::endpoint::Scheme;
use crate::issue::IssueCode;
use crate::request::{Authorization, Host, RequestError, RequestOptions, Signature, nonce_from_bytes};

#[test]
fn the_message_is_five_lines_of_exactly_what_is_sent() {
    let request = prepared();
    let path = "/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0";
    let message = format!("PATCH\n{path}\n1554208460\n{NONCE_STR}\n{BODY}\n");
    assert_eq!(request.message(), message);
    assert_eq!((request.path(), request.body()), (path, BODY));
    assert_eq!(request.url(), format!("https://api.mch.weixin.qq.com{path}"));
    assert_eq!(request.warnings(), []);
}

#[test]
fn accessors_return_the_given_values() {
    let options = RequestOptions {
        host: Host::Backup,
        scheme: Scheme::Sm2,
        wechatpay_serial: Some("PUB_KEY_ID_1".into()),
        ..options()
    };
    let request = prepare(BODY, &options).unwrap();
    assert_eq!(request.method(), "PATCH");
    assert_eq!(request.url(), format!("https://api2.mch.weixin.qq.com{}", request.path()));
    assert_eq!((request.card_id(), request.mchid(), request.serial_no()), (CARD_ID, MCHID, SERIAL_NO));
    assert_eq!((request.timestamp(), request.nonce_str()), (TIMESTAMP, NONCE_STR));
    assert_eq!((request.host(), request.scheme()), (Host::Backup, Scheme::Sm2));
    assert_eq!(request.wechatpay_serial(), Some("PUB_KEY_ID_1"));
    assert_eq!(request.message(), prepared().message(), "neither host nor scheme enters the message");
}

#[test]
fn a_body_that_ends_in_a_line_feed_gets_another_one() {
    let request = prepare("{}\n", &options()).unwrap();
    assert!(request.message().ends_with("\n{}\n\n"));
    let request = prepare("", &options()).unwrap();
    assert!(request.message().ends_with(&format!("\n{NONCE_STR}\n\n")));
    assert_eq!(request.body(), "");
}

#[test]
fn unusual_card_ids_are_percent_encoded() {
    let options = RequestOptions { card_id: "a-b_c.d~e%f+g卡\"\\".into(), ..options() };
    let request = prepare(BODY, &options).unwrap();
    assert!(request.path().ends_with("/cards/a-b_c.d~e%25f%2Bg%E5%8D%A1%22%5C"), "{}", request.path());
    assert_eq!(request.card_id(), options.card_id);
    let codes: Vec<_> = request.warnings().iter().map(|issue| issue.code).collect();
    assert_eq!(codes, [IssueCode::CardIdUnusual, IssueCode::CardIdLengthUnusual]);
}

#[test]
fn errors_prevent_it_and_are_reported() {
    let options = RequestOptions { mchid: "1\n2".into(), card_id: "short".into(), ..options() };
    let error = prepare(BODY, &options).unwrap_err();
    assert_eq!(error.issues(), options.check());
    assert_eq!(error.to_string(), "the request is not valid: Merchant number must consist of digits");
    assert_eq!(RequestError::TimestampRequired.issues(), []);
}

#[cfg(feature = "host")]
#[test]
fn the_host_fills_in_what_is_missing() {
    let options = RequestOptions::new(CARD_ID, MCHID, SERIAL_NO);
    let [first, second] = [(), ()].map(|()| prepare(BODY, &options).unwrap());
    assert_ne!(first.nonce_str(), second.nonce_str());
    let hex = |c: char| c.is_ascii_digit() || ('A'..='F').contains(&c);
    assert!(first.nonce_str().len() == 32 && first.nonce_str().chars().all(hex), "{}", first.nonce_str());
    assert_eq!(first.message().split('\n').nth(2), Some(first.timestamp().to_string().as_str()));
}

#[cfg(not(feature = "host"))]
#[test]
fn without_a_host_both_must_be_given() {
    let given = options();
    let error = |options| prepare(BODY, &options).unwrap_err();
    assert_eq!(error(RequestOptions { timestamp: None, ..given.clone() }), RequestError::TimestampRequired);
    assert_eq!(error(RequestOptions { nonce_str: None, ..given }), RequestError::NonceStrRequired);
}

#[test]
fn nonces_from_bytes_keep_every_bit() {
    let mut bytes = [0; 16];
    (bytes[0], bytes[15]) = (0x0A, 0xF1);
    assert_eq!(nonce_from_bytes(bytes), "0A0000000000000000000000000000F1");
}

#[test]
fn the_signed_request_has_the_headers_of_the_tutorial() {
    let options = RequestOptions { wechatpay_serial: Some("PUB_KEY_ID_1".into()), ..options() };
    let request = prepare(BODY, &options).unwrap();
    let signature = Signature::from_bytes(&[0xFB; 256]).unwrap();
    let base64 = signature.to_base64();
    let signed = request.complete(signature).unwrap();
    let authorization = format!(
        "WECHATPAY2-SHA256-RSA2048 mchid=\"{MCHID}\",nonce_str=\"{NONCE_STR}\",signature=\"{base64}\",\
         timestamp=\"{TIMESTAMP}\",serial_no=\"{SERIAL_NO}\"",
    );
    let expected = serde_json::json!({
        "method": "PATCH",
        "url": request.url(),
        "headers": {
            "Authorization": authorization,
            "Accept": "application/json",
            "Accept-Language": "zh-CN",
            "Content-Type": "application/json",
            "User-Agent": concat!("wechatpay-membercard/", env!("CARGO_PKG_VERSION")),
            "Wechatpay-Serial": "PUB_KEY_ID_1",
        },
        "body": BODY,
    });
    assert_eq!(serde_json::to_value(&signed).unwrap(), expected);
    assert_eq!(signed.header("AUTHORIZATION"), Some(authorization.as_str()));

    let plain = prepared().complete(Signature::from_bytes(&[1; 256]).unwrap()).unwrap();
    assert_eq!(plain.header("Wechatpay-Serial"), None);
}

#[test]
fn authorizations_are_read_in_any_order_but_strictly() {
    let header =
        r#"WECHATPAY2-SM2-WITH-SM3 mchid="1",serial_no="A",timestamp="5",nonce_str="n,n",signature="s""#;
    let authorization = Authorization::parse(header).unwrap();
    assert_eq!(authorization.scheme, Scheme::Sm2);
    assert_eq!((authorization.nonce_str, authorization.timestamp), ("n,n", 5));
    assert_eq!(Authorization::parse(&authorization.to_string()), Some(authorization));
    for wrong in [
        header.replace("SM3", "SM4"),
        header.replace("mchid=\"1\",", ""),
        header.replace("mchid", "appid"),
        header.replace("\",", "\", "),
        header.replace('"', "'"),
        header.replace("\"5\"", "\"now\""),
        format!("{header},mchid=\"1\""),
        format!("{header},"),
        String::new(),
    ] {
        assert_eq!(Authorization::parse(&wrong), None, "{wrong}");
    }
}
