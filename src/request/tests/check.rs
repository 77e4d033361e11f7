use super::{SERIAL_NO, TIMESTAMP, options};
use crate::issue::{Issue, IssueCode, Location};
use crate::request::RequestOptions;
use crate::request::fields::OPTIONS;
use crate::text::locale::Locale;

fn codes(options: &RequestOptions) -> Vec<IssueCode> {
    options.check().iter().map(|issue| issue.code).collect()
}

fn card_id(value: &str) -> Vec<IssueCode> {
    codes(&RequestOptions { card_id: value.into(), ..options() })
}

fn mchid(value: &str) -> Vec<IssueCode> {
    codes(&RequestOptions { mchid: value.into(), ..options() })
}

fn serial_no(value: &str) -> Vec<IssueCode> {
    codes(&RequestOptions { serial_no: value.into(), ..options() })
}

fn timestamp(value: i64) -> Vec<IssueCode> {
    codes(&RequestOptions { timestamp: Some(value), ..options() })
}

fn nonce_str(value: &str) -> Vec<IssueCode> {
    codes(&RequestOptions { nonce_str: Some(value.into()), ..options() })
}

fn wechatpay_serial(value: &str) -> Vec<IssueCode> {
    codes(&RequestOptions { wechatpay_serial: Some(value.into()), ..options() })
}

/// Characters that could break a line, a quoted value or a header.
const INJECTIONS: [&str; 12] =
    ["\r", "\n", "\r\nX-Evil: 1", "\"", "\\", "\0", "\t", "\u{7f}", "\u{85}", "\u{2028}", "é", "字"];

#[test]
fn usual_values_have_no_issues() {
    assert_eq!(options().check(), []);
    assert_eq!(RequestOptions { timestamp: None, nonce_str: None, ..options() }.check(), []);
}

#[test]
fn card_ids() {
    for usual in ["pbLatjvWOibDc5-TBnbUk1pD12o0", "pe5BX0v8ZoqSUaMFHOv_3oQP9rAY"] {
        assert_eq!(card_id(usual), []);
    }
    let blanks = ["p 1", " p1", "p1\u{3000}", "p\u{a0}1"];
    let breaking = ["", ".", "..", "a/b", "a?b", "a#b", "p\n1", "p\0", "p\u{7f}", "p\u{85}", "p\u{2028}"];
    for wrong in blanks.into_iter().chain(breaking) {
        assert_eq!(card_id(wrong), [IssueCode::CardIdFormat], "{wrong:?}");
    }
    assert_eq!(card_id(&"a".repeat(33)), [IssueCode::CardIdFormat]);
    assert_eq!(card_id(&"a".repeat(32)), [IssueCode::CardIdLengthUnusual]);
    assert_eq!(card_id(&"卡".repeat(28)), [IssueCode::CardIdUnusual]);
    assert_eq!(card_id("{card_id}"), [IssueCode::CardIdUnusual, IssueCode::CardIdLengthUnusual]);
    assert_eq!(card_id("..."), [IssueCode::CardIdUnusual, IssueCode::CardIdLengthUnusual]);
}

#[test]
fn merchant_numbers() {
    for usual in ["19000072", "190000729", "1900007291"] {
        assert_eq!(mchid(usual), []);
    }
    for unusual in ["1", "1900007", "19000072911", &"1".repeat(32)] {
        assert_eq!(mchid(unusual), [IssueCode::MchidUnusual], "{unusual:?}");
    }
    for wrong in ["", "19000072a1", "-190000729", "1900 07291", "１９０００７２９１", &"1".repeat(33)]
    {
        assert_eq!(mchid(wrong), [IssueCode::MchidFormat], "{wrong:?}");
    }
}

#[test]
fn certificate_serial_numbers() {
    assert_eq!(serial_no(SERIAL_NO), []);
    for unusual in [&SERIAL_NO.to_lowercase(), &SERIAL_NO[1..], "0", &"A".repeat(64)] {
        assert_eq!(serial_no(unusual), [IssueCode::SerialNoUnusual], "{unusual:?}");
    }
    assert_eq!(serial_no("PUB_KEY_ID_0"), [IssueCode::SerialNoKeyId]);
    for wrong in ["", "40:8B:07", "0x408B", &"A".repeat(65)] {
        assert_eq!(serial_no(wrong), [IssueCode::SerialNoFormat], "{wrong:?}");
    }
}

#[test]
fn timestamps_are_seconds() {
    for seconds in [1, TIMESTAMP, 999_999_999_999] {
        assert_eq!(timestamp(seconds), []);
    }
    for wrong in [i64::MIN, -1, 0, 1_000_000_000_000, TIMESTAMP * 1000, i64::MAX] {
        assert_eq!(timestamp(wrong), [IssueCode::TimestampFormat], "{wrong}");
    }
}

#[test]
fn nonces() {
    for usual in ["fixednonce", "1", "a'b,c=d", &"x".repeat(32)] {
        assert_eq!(nonce_str(usual), [], "{usual:?}");
    }
    assert_eq!(nonce_str(&"x".repeat(33)), [IssueCode::NonceStrLong]);
    for wrong in ["", " ", "a b", "a\"", "a\\"] {
        assert_eq!(nonce_str(wrong), [IssueCode::NonceStrFormat], "{wrong:?}");
    }
}

#[test]
fn wechatpay_serials() {
    let platform_certificate = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    for usual in [platform_certificate, "PUB_KEY_ID_0000000000000024101100397200000006"] {
        assert_eq!(wechatpay_serial(usual), [], "{usual:?}");
    }
    for unusual in ["PUB_KEY_ID_", "PUB_KEY_ID_x", &platform_certificate[1..], "key-1"] {
        assert_eq!(wechatpay_serial(unusual), [IssueCode::WechatpaySerialUnusual], "{unusual:?}");
    }
    assert_eq!(wechatpay_serial(SERIAL_NO), [IssueCode::WechatpaySerialUnusual], "the merchant's own");
    for wrong in ["", "a b", "a:b", "a.b"] {
        assert_eq!(wechatpay_serial(wrong), [IssueCode::WechatpaySerialFormat], "{wrong:?}");
    }
}

#[test]
fn nothing_can_be_injected() {
    for injection in INJECTIONS {
        let after = |usual: &str| format!("{}{injection}", &usual[..usual.len() - 2]);
        let value = options();
        assert_eq!(mchid(&after(&value.mchid)), [IssueCode::MchidFormat], "{injection:?}");
        assert_eq!(serial_no(&after(&value.serial_no)), [IssueCode::SerialNoFormat], "{injection:?}");
        assert_eq!(nonce_str(&after("0123456789")), [IssueCode::NonceStrFormat], "{injection:?}");
        assert_eq!(wechatpay_serial(&after(SERIAL_NO)), [IssueCode::WechatpaySerialFormat], "{injection:?}");
    }
}

#[test]
fn all_issues_are_reported_at_once_and_in_words() {
    let options = RequestOptions {
        timestamp: Some(-1),
        nonce_str: Some("\n".into()),
        wechatpay_serial: Some("\"".into()),
        ..RequestOptions::new("", "x", "x")
    };
    let issues = options.check();
    // The operation determines which scheme and brand are valid.
    let fields = &OPTIONS.fields[..OPTIONS.fields.len() - 2];
    let names: Vec<_> = fields.iter().map(|field| format!("/{}", field.name)).collect();
    assert_eq!(issues.iter().map(Issue::pointer).collect::<Vec<_>>(), names);
    for (issue, field) in issues.iter().zip(fields) {
        assert!(issue.is_error() && issue.location == Location::Request);
        for locale in [Locale::Zh, Locale::En] {
            assert!(issue.message(locale).contains(field.label.get(locale)), "{}", issue.message(locale));
        }
    }
}
