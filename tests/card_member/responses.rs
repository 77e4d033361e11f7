//! Responses: the card, or an error from the endpoint's own table.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use wechatpay_membercard::card_member::{
    BRAND_CREATE, BRAND_UPDATE, Card, PARTNER_CREATE, PARTNER_GET, PARTNER_UPDATE,
};
use wechatpay_membercard::{
    Endpoint, ErrorSource, IssueCode, Locale, ResponseParts, Retry, Severity, SuccessResponse, Validator,
    membercard_open,
};

use crate::facts::{errors_of, read};
use crate::{ALL, KEY_ID, TIMESTAMP, is_of_brand};

const CARD: &str = include_str!("../data/card_member/card-response.json");

fn response(endpoint: &'static Endpoint, status: u16, body: &str) -> Result<SuccessResponse, String> {
    let signature = "A".repeat(342) + "==";
    let timestamp = TIMESTAMP.to_string();
    let headers = [
        ("Wechatpay-Timestamp", timestamp.as_str()),
        ("Wechatpay-Nonce", "d824f2e086d3c1df967785d13fcd22ef"),
        ("Wechatpay-Serial", KEY_ID),
        ("Wechatpay-Signature", &signature),
        ("Wechatpay-Signature-Type", endpoint.operation.schemes[0].as_str()),
    ];
    let parts = ResponseParts::new(status, headers, body);
    let verified = endpoint.verify_response(&parts, TIMESTAMP, 300, |_| Ok::<_, String>(true));
    verified.map_err(|error| error.code().as_str().to_owned())
}

#[test]
fn every_endpoint_answers_the_card() {
    for endpoint in ALL {
        let done = response(endpoint, 200, CARD).unwrap_or_else(|error| panic!("{}: {error}", endpoint.name));
        assert_eq!(done.card_id().as_deref(), Some("pbLatjvWOibDc5-TBnbUk1pD12o0"));
        let card: Card = serde_json::from_str(done.card().unwrap()).unwrap();
        assert_eq!(card.card_title.as_deref(), Some("测试卡"));
        assert_eq!(response(endpoint, 204, ""), Err("unexpected_status".into()), "{}", endpoint.name);
        let error = response(endpoint, 200, r#"{"code":"SYSTEM_ERROR","message":"系统异常"}"#);
        assert_eq!(error, Err("error_response".into()));
    }
    let without = response(&PARTNER_UPDATE, 200, "{}").unwrap();
    assert_eq!((without.card(), without.card_id()), (None, None));
}

#[test]
fn who_asks_for_a_card_is_given_one() {
    for endpoint in ALL.into_iter().chain([&membercard_open::GET]) {
        let is_update = endpoint.name.ends_with(".update");
        for body in
            ["{}", "[]", r#"{"card_id":null}"#, r#"{"card_id":1}"#, r#"{"card_id":"p"#, "", "\u{feff}"]
        {
            let found = response(endpoint, 200, body).map(|response| response.card().map(str::to_owned));
            let expected = if is_update { Ok(None) } else { Err("no_card".into()) };
            assert_eq!(found, expected, "{} {body}", endpoint.name);
        }
        assert!(response(endpoint, 200, CARD).unwrap().of_card("pbLatjvWOibDc5-TBnbUk1pD12o0").is_ok());
        let other = response(endpoint, 200, CARD).unwrap().of_card("another").unwrap_err();
        assert_eq!(other.code().as_str(), "other_card", "{}", endpoint.name);
        assert!(other.message(Locale::Zh).contains("pbLatjvWOibDc5-TBnbUk1pD12o0"), "{other}");
    }
}

#[test]
fn a_reading_updates_nothing() {
    for endpoint in ALL.into_iter().chain([&membercard_open::GET]) {
        let parts = ResponseParts::new(500, [("Request-ID", "08F5-1")], "<html>");
        let error = endpoint.verify_response(&parts, TIMESTAMP, 300, |_| Ok::<_, String>(true)).unwrap_err();
        assert_eq!(error.may_have_updated(), endpoint.operation.takes_body(), "{}", endpoint.name);
    }
}

#[test]
fn the_card_that_was_read_is_the_state_that_rules_look_at() {
    let read = response(&PARTNER_GET, 200, CARD).unwrap();
    let validator = Validator::of(&PARTNER_UPDATE).current_json(read.card().unwrap());
    let change = json!({ "brand_id": "1004", "valid_date_information": { "type": "FIX_TERM", "available_day_after_receive": 30 } });
    let report = validator.validate(&change);
    let found: Vec<_> = report.issues().iter().map(|issue| (issue.severity, issue.code)).collect();
    assert_eq!(found, [(Severity::Error, IssueCode::DateTypeChange)]);
}

#[test]
fn each_row_of_an_error_table_is_explained() {
    for endpoint in ALL {
        for row in errors_of(endpoint) {
            let body = json!({ "code": row.code, "message": row.description }).to_string();
            let told = endpoint.explain_error(row.status, body.as_bytes(), Locale::Zh);
            let place = format!("{}: {}", endpoint.name, row.description);
            let told: Value = serde_json::to_value(told).unwrap();
            assert_eq!(told["source"], "page", "{place}: {told}");
            let text = told.to_string();
            assert!(text.contains(&row.solution), "{place}: {text}");
        }
    }
}

/// The brand pages have 参数错误 twice.
#[test]
fn tables_have_the_rows_of_their_pages_and_know_those_of_the_other_system() {
    for endpoint in ALL {
        let printed: BTreeSet<_> =
            errors_of(endpoint).into_iter().map(|row| (row.status, row.code, row.description)).collect();
        let own = endpoint.errors.iter().filter(|row| row.source == ErrorSource::Page);
        let own: BTreeSet<_> = own
            .map(|row| (row.status.unwrap(), row.code.unwrap().to_owned(), row.description.zh.to_owned()))
            .collect();
        assert_eq!(own, printed, "{}", endpoint.name);
        let concerned = endpoint.errors.iter().filter(|row| row.concerns_this_api).count();
        assert!(concerned > own.len(), "{}: {concerned}", endpoint.name);
    }
    assert_eq!(ALL.map(|endpoint| errors_of(endpoint).len()), [37, 8, 28, 9, 6, 7]);
}

#[test]
fn a_brand_is_told_what_only_the_partner_page_prints() {
    let body = r#"{"code":"PARAM_ERROR","message":"领取后有效天数必须大于0"}"#;
    let told = serde_json::to_value(BRAND_UPDATE.explain_error(400, body.as_bytes(), Locale::Zh)).unwrap();
    assert_eq!(told["source"], "official", "{told}");
    let repeated = r#"{"code":"PARAM_ERROR","message":"商家请求单号重复"}"#;
    for endpoint in [&PARTNER_CREATE, &BRAND_CREATE] {
        let told = endpoint.explain_error(400, repeated.as_bytes(), Locale::En);
        let told = serde_json::to_value(told).unwrap();
        assert_eq!(told["fields"][0]["pointer"], "/out_request_no", "{told}");
    }
}

#[test]
fn what_only_creations_print_does_not_concern_updates_and_what_no_page_prints_does() {
    for endpoint in [&PARTNER_UPDATE, &BRAND_UPDATE] {
        let row = |cause: &str| endpoint.errors.iter().find(|row| row.cause == cause).expect("a row");
        let repeated = row("out_request_no_repeated");
        assert_eq!((repeated.concerns_this_api, repeated.fields.len()), (false, 0), "{}", endpoint.name);
        assert!(row("undefined_parameters").concerns_this_api, "{}", endpoint.name);
    }
}

#[test]
fn who_is_too_fast_may_repeat() {
    for endpoint in ALL {
        let body = r#"{"code":"RATELIMIT_EXCEEDED","message":"接口请求频率达到限制"}"#;
        let told = endpoint.explain_error(429, body.as_bytes(), Locale::Zh);
        assert_ne!(told.retry, Retry::Never, "{}", endpoint.name);
    }
}

#[test]
fn a_brand_is_told_why_its_signature_was_refused() {
    let rows: Vec<Value> = read(include_str!("../data/card_member/brand-401-messages.json"));
    assert_eq!(rows.len(), 10);
    for row in &rows {
        let body = json!({ "code": "SIGN_ERROR", "message": row["message"] }).to_string();
        let told = |endpoint: &'static Endpoint| {
            serde_json::to_value(endpoint.explain_error(401, body.as_bytes(), Locale::Zh)).unwrap()
        };
        for endpoint in ALL.into_iter().filter(|endpoint| is_of_brand(endpoint)) {
            let told = told(endpoint);
            assert_eq!((&told["known"], &told["source"]), (&json!(true), &json!("official")), "{told}");
            assert!(told["action"].as_str().unwrap().contains(row["solution"].as_str().unwrap()), "{told}");
            assert_ne!(told["cause"], "signature_refused", "{told}");
            assert!(!told["checklist"].as_array().unwrap().is_empty(), "{told}");
        }
        assert_eq!(told(&PARTNER_GET)["cause"], "signature_refused");
    }
}

/// A row of the product's list of errors. Its internal number, at the end of the `Request-ID`, adds nothing to the
/// message, which every response has: so messages are what explanations use.
#[derive(serde::Deserialize)]
struct ListedError {
    internal: u64,
    code: String,
    message: String,
    solution: String,
    /// Whether card endpoints return it, and not only those of images or members.
    template_api: bool,
}

#[test]
fn the_products_list_of_errors_is_explained() {
    let listed: Vec<ListedError> = read(include_str!("../data/card_member/internal-codes.json"));
    let of_cards: Vec<_> = listed.iter().filter(|row| row.template_api).collect();
    assert_eq!((listed.len(), of_cards.len()), (14, 4));
    for endpoint in ALL {
        for row in &of_cards {
            let body = serde_json::json!({ "code": row.code, "message": row.message }).to_string();
            let status = if row.code == "RATELIMIT_EXCEEDED" { 429 } else { 400 };
            let explanation = endpoint.explain_error(status, body.as_bytes(), Locale::Zh);
            let action = explanation.action.replace([' ', '。'], "");
            let solution = row.solution.replace(' ', "");
            assert!(explanation.known && action.starts_with(&solution), "{} {}", endpoint.name, row.internal);
        }
    }
}
