use super::{options, prepared};
use crate::endpoint::Scheme;
use crate::issue::IssueCode;
use crate::request::{PreparedRequest, PreparedRequestData, RequestError, RequestOptions};
use crate::validate::Validator;

#[test]
fn it_travels_as_json_with_the_names_of_the_javascript_surface() {
    let value = serde_json::to_value(prepared()).unwrap();
    let mut names: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    let expected = [
        "body",
        "cardId",
        "host",
        "mchid",
        "message",
        "method",
        "nonceStr",
        "scheme",
        "serialNo",
        "timestamp",
        "url",
    ];
    assert_eq!(names, expected);
    assert_eq!((&value["host"], &value["scheme"]), (&"main".into(), &"WECHATPAY2-SHA256-RSA2048".into()));
    assert_eq!(serde_json::from_value::<PreparedRequest>(value).unwrap(), prepared());
}

#[test]
fn everything_survives_the_journey() {
    let options = RequestOptions {
        card_id: "卡片-1".into(),
        wechatpay_serial: Some("PUB_KEY_ID_1".into()),
        scheme: Scheme::Sm2,
        ..options()
    };
    let body = "{\"description\":\"权益\\n\u{2028}\"}";
    let request = Validator::new().validate_json(body.as_bytes()).prepare(&options).unwrap();
    let text = serde_json::to_string(&request).unwrap();
    assert_eq!(serde_json::from_str::<PreparedRequest>(&text).unwrap(), request);
    assert_eq!(request.warnings().len(), 3, "the warnings are found again");
}

fn read(change: impl FnOnce(&mut PreparedRequestData)) -> Result<PreparedRequest, RequestError> {
    let mut data = PreparedRequestData::from(&prepared());
    change(&mut data);
    data.try_into()
}

#[test]
fn changed_data_is_rejected_by_name() {
    assert_eq!(read(|_| ()), Ok(prepared()));
    let mismatch = |field| Err(RequestError::Mismatch { field });
    assert_eq!(read(|data| data.method = "POST".into()), mismatch("method"));
    assert_eq!(read(|data| data.url.push('/')), mismatch("url"));
    assert_eq!(read(|data| data.host = crate::request::Host::Backup), mismatch("url"));
    assert_eq!(read(|data| data.card_id.replace_range(..1, "q")), mismatch("url"));
    assert_eq!(read(|data| data.message.push('\n')), mismatch("message"));
    assert_eq!(read(|data| data.body.push(' ')), mismatch("body"));
    assert_eq!(read(|data| data.body = r#"{"title":"卡"}"#.into()), mismatch("message"));
    assert_eq!(read(|data| data.timestamp += 1), mismatch("message"));
    assert_eq!(read(|data| data.nonce_str.push('A')).map(drop), mismatch("message").map(drop));
}

#[test]
fn a_body_that_is_not_valid_is_rejected() {
    let error = read(|data| data.body = r#"{"title":"一二三四五六七八九十一"}"#.into()).unwrap_err();
    assert_eq!(error.issues()[0].code, IssueCode::TooLong);
}

#[test]
fn values_that_are_not_in_the_message_are_checked_too() {
    for change in [
        |data: &mut PreparedRequestData| data.mchid = "1\",x=\"".into(),
        |data: &mut PreparedRequestData| data.serial_no.push('\n'),
        |data: &mut PreparedRequestData| data.wechatpay_serial = Some("a\r\nX-Evil: 1".into()),
    ] {
        assert!(matches!(read(change), Err(RequestError::Invalid(issues)) if issues.len() == 1));
    }
}

#[test]
fn options_are_read_with_the_names_of_the_javascript_surface() {
    let text = r#"{"cardId":"c","mchid":"1","serialNo":"A","nonceStr":"n","timestamp":5,"host":"backup",
        "wechatpaySerial":"w","scheme":"WECHATPAY2-SM2-WITH-SM3","locale":"en"}"#;
    let options: RequestOptions = serde_json::from_str(text).unwrap();
    assert_eq!((options.card_id.as_str(), options.timestamp, options.scheme), ("c", Some(5), Scheme::Sm2));
    let short: RequestOptions = serde_json::from_str(r#"{"cardId":"c","mchid":"1","serialNo":"A"}"#).unwrap();
    assert_eq!(short, RequestOptions::new("c", "1", "A"));
    assert!(serde_json::from_str::<RequestOptions>(r#"{"cardId":"c","mchid":"1"}"#).is_err());
    for scheme in [Scheme::Rsa, Scheme::Sm2] {
        assert_eq!(serde_json::to_value(scheme).unwrap(), scheme.as_str());
        assert_eq!(Scheme::from_name(scheme.as_str()), Some(scheme));
    }
}
