//! Compares the error table with the API page's.

use serde_json::{Value, json};
use wechatpay_membercard::{API_ERRORS, ErrorSource, Locale, Retry, explain_error};

/// The table, transcribed from the page (partner 4012709882, 2024-11-18).
fn page() -> Vec<Value> {
    serde_json::from_str(include_str!("data/errors.json")).unwrap()
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap()
}

#[test]
fn every_row_of_the_page_is_explained() {
    for row in page() {
        let status = row["status"].as_u64().unwrap() as u16;
        let body = json!({ "code": row["code"], "message": row["description"] }).to_string();
        for locale in [Locale::Zh, Locale::En] {
            let explanation = explain_error(status, body.as_bytes(), locale);
            assert!(explanation.known, "{row}");
            assert_eq!(explanation.source, Some(ErrorSource::Page), "{row}");
            assert_eq!(explanation.code, Some(text(&row, "code").replace(' ', "_")), "{row}");
            assert_eq!(explanation.message.as_deref(), Some(text(&row, "description")), "{row}");
            assert_eq!(explanation.retry == Retry::SameParameters, status == 500, "{row}");
            assert!(explanation.action.len() > 3 && explanation.title.len() > 3, "{row}");
            if locale == Locale::Zh {
                assert_eq!(explanation.title, text(&row, "description"));
                let solution = text(&row, "solution").trim_end_matches('。');
                assert!(explanation.action.starts_with(solution), "{row}");
            }
        }
    }
}

#[test]
fn the_table_is_the_page_verbatim_and_in_its_order() {
    let ours = API_ERRORS.iter().filter(|row| row.source == ErrorSource::Page);
    let ours: Vec<_> = ours
        .map(|row| (row.status.unwrap(), row.code.unwrap(), row.description.zh, row.solution.zh))
        .collect();
    let page = page();
    let codes: Vec<_> = page.iter().map(|row| text(row, "code").replace(' ', "_")).collect();
    let page: Vec<_> = page
        .iter()
        .zip(&codes)
        .map(|(row, code)| {
            let status = row["status"].as_u64().unwrap() as u16;
            (status, code.as_str(), text(row, "description"), text(row, "solution"))
        })
        .collect();
    assert_eq!(ours, page);
}

/// Errors under a status of success: partly WeChat Pay's own, others of other APIs or a captive portal.
const NO_SUCCESS: [(&str, &str, Retry); 8] = [
    (r#"{"code":"SYSTEM_ERROR"}"#, "system_error", Retry::SameParameters),
    (r#"{"code":"NO_AUTH","message":"商户暂无权限使用此功能"}"#, "no_permission", Retry::Never),
    (r#"{"code":"NEVER_SEEN","message":"x"}"#, "body_contradicts_status", Retry::Never),
    (r#"{"message":"x"}"#, "body_contradicts_status", Retry::Never),
    (r#"{"errcode":40001,"errmsg":"invalid credential"}"#, "other_api", Retry::Never),
    (
        "<xml><return_code><![CDATA[FAIL]]></return_code><return_msg><![CDATA[签名错误，请检查后再试]]></return_msg></xml>\n",
        "other_api",
        Retry::Never,
    ),
    ("<!DOCTYPE html><title>Log in to the Wi-Fi</title>", "foreign_body", Retry::Never),
    (r#"{"card_id":"p"}"#, "foreign_body", Retry::Never),
];

#[test]
fn the_body_decides_over_the_status_of_a_success() {
    for (body, cause, retry) in NO_SUCCESS {
        for status in [200, 204] {
            let explanation = explain_error(status, body.as_bytes(), Locale::En);
            assert_eq!((explanation.cause.as_str(), explanation.retry), (cause, retry), "{status} {body}");
            assert!(!explanation.title.contains("succeeded"), "{}", explanation.title);
        }
    }
    let xml = explain_error(200, NO_SUCCESS[5].0.as_bytes(), Locale::Zh);
    assert_eq!(xml.title, "应答是微信其他接口的格式，不是微信支付 APIv3 的格式：签名错误，请检查后再试");
    assert_eq!((xml.code.as_deref(), xml.message.as_deref()), (Some("FAIL"), Some("签名错误，请检查后再试")));
    assert!(xml.action.starts_with("以应答体为准"));
    assert_eq!(explain_error(200, b"", Locale::En).cause, "success");
}

/// All gateway messages about fields of this API that developers reported.
#[test]
fn the_gateways_sentences_are_explained_in_the_readers_language() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("data/gateway.json")).unwrap();
    for case in cases {
        let body = case["answer"].to_string();
        for (locale, beginning) in [(Locale::Zh, "参数错误："), (Locale::En, "A parameter is wrong: ")] {
            let explanation = explain_error(400, body.as_bytes(), locale);
            assert_eq!(explanation.cause, "invalid_parameter", "{case}");
            assert_eq!(explanation.title, format!("{beginning}{}", text(&case, locale.tag())));
            let marked: Vec<_> = explanation.fields.iter().map(|field| field.pointer.as_str()).collect();
            assert_eq!(json!(marked), case["fields"], "{case}");
            let parameters = case.get("parameters").cloned().unwrap_or(json!([]));
            assert_eq!(json!(explanation.parameters), parameters, "{case}");
            assert_eq!(json!(explanation.detail.unwrap().value), case["value"], "{case}");
        }
    }
}
