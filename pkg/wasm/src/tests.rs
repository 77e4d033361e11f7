//! What crosses the boundary has the shape that the package's TypeScript expects.

use js_sys::{Array, Error, JSON, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answer::{open_answer, verifier_failed};
use crate::guard::{CoreNonceMemory, inspect_message};
use crate::request::{complete, prepare, restore};
use crate::validate::{CoreVerdict, issues, validate};

const REQUEST: &str = r#"{
    "cardId": "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
    "mchid": "1900000109",
    "serialNo": "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
    "timestamp": 1554208460,
    "nonceStr": "593BEC0C930BF1AFEB40B4A08C8FB242"
}"#;

fn object(json: &str) -> JsValue {
    JSON::parse(json).expect("the test's JSON is well-formed")
}

fn options() -> JsValue {
    object(r#"{"locale": "en", "now": 0}"#)
}

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).expect("the value is an object")
}

fn code(issues: &JsValue, index: u32) -> Option<String> {
    get(&issues.unchecked_ref::<Array>().get(index), "code").as_string()
}

fn signature_of_zeros() -> JsValue {
    Uint8Array::new_with_length(256).into()
}

/// What `validate` says: its verdict, and what stands before it.
fn judged(text: &str, host: bool, options: JsValue) -> (u8, Vec<u8>) {
    let mut bytes = validate(text.as_bytes(), host, true, 0.0, options).expect("validating throws nothing");
    let verdict = bytes.pop().expect("there is a verdict");
    (verdict, bytes)
}

/// The rows and the messages of issues.
fn rows_and_messages(told: &[u8]) -> (Array, Array) {
    let (texts, length) = told.split_last_chunk::<4>().expect("there is a length");
    let (rows, messages) = texts.split_at(u32::from_le_bytes(*length) as usize);
    let array = |text| object(str::from_utf8(text).expect("it is text")).unchecked_into();
    (array(rows), array(messages))
}

#[wasm_bindgen_test]
fn a_valid_update_has_a_body() {
    let text = r#"{ "service_phone": "0755-12345677" }"#;
    let body = br#"{"service_phone":"0755-12345677"}"#;
    for options in [JsValue::UNDEFINED, options()] {
        assert_eq!(judged(text, false, options), (CoreVerdict::Valid as u8, body.to_vec()));
    }
}

#[wasm_bindgen_test]
fn warnings_are_told_when_asked_for() {
    assert_eq!(judged("{}", false, JsValue::UNDEFINED), (CoreVerdict::Warned as u8, b"{}".to_vec()));
    for (english, message) in [(true, "There is nothing to update"), (false, "没有要修改的字段")] {
        let told = issues(b"{}", false, english, 0.0, JsValue::UNDEFINED).expect("it throws nothing");
        assert_eq!(rows_and_messages(&told).1.get(0), message);
    }
}

#[wasm_bindgen_test]
fn an_issue_is_a_row_and_a_message() {
    let (verdict, told) = judged("{\"total_quantity\":\u{1}bigint\u{1}}", true, JsValue::UNDEFINED);
    assert_eq!(verdict, CoreVerdict::Invalid as u8);
    let (rows, messages) = rows_and_messages(&told);
    let row = r#"["error","unsupported_value","body",["total_quantity"],{"actual":"bigint"}]"#;
    assert_eq!(JSON::stringify(&rows.get(0)).expect("it is JSON"), row);
    assert_eq!(messages.get(0), "Stock is bigint, which JSON cannot express");
    assert_eq!((rows.length(), messages.length()), (1, 1));
}

#[wasm_bindgen_test]
fn what_is_not_valid_is_thrown_as_issues() {
    let thrown =
        prepare(br#"{"title": 1}"#, false, options(), object(REQUEST)).expect_err("a number is no title");
    assert_eq!(code(&get(&thrown, "issues"), 0).as_deref(), Some("wrong_type"));
    assert!(!thrown.is_instance_of::<Error>());
}

#[wasm_bindgen_test]
fn a_request_is_completed_from_its_data() {
    let prepared = prepare(b"{}", false, options(), object(REQUEST)).expect("the request is valid");
    let issues = get(&prepared, "issues");
    assert_eq!(code(&issues, 0).as_deref(), Some("nothing_to_update"));
    let data = get(&prepared, "data");
    assert_eq!(get(&data, "timestamp").as_f64(), Some(1_554_208_460.0));
    let restored = restore(data.clone(), options()).expect("nothing was changed");
    assert_eq!(JSON::stringify(&restored), JSON::stringify(&prepared));
    let signed = complete(data.clone(), signature_of_zeros()).expect("it is as long as a signature");
    let authorization = get(&get(&signed, "headers"), "Authorization").as_string().unwrap_or_default();
    assert!(authorization.starts_with("WECHATPAY2-SHA256-RSA2048 mchid=\"1900000109\","), "{authorization}");
    assert!(
        complete(data.clone(), "no signature".into()).is_err_and(|error| error.is_instance_of::<Error>())
    );
    Reflect::set(&data, &"url".into(), &"https://example.com/".into()).expect("the data is plain");
    assert!(complete(data.clone(), signature_of_zeros()).is_err_and(|error| error.is_instance_of::<Error>()));
    assert!(restore(data, options()).is_err_and(|error| error.is_instance_of::<Error>()));
}

#[wasm_bindgen_test]
fn an_inspection_is_a_plain_object() {
    let message =
        "PATCH\n/v3/marketing/membercard-open/cards/p1\n100\n593BEC0C930BF1AFEB40B4A08C8FB242\n{}\n";
    let inspect = |expectations: &str| inspect_message(message.as_bytes(), object(expectations), options());
    let expectations = r#"{"cardIds": ["p1"], "toleranceSeconds": 200, "refuseWarnings": []}"#;
    let accepted = inspect(expectations).expect("inspecting throws nothing");
    assert_eq!(get(&accepted, "accepted"), true);
    assert_eq!(get(&accepted, "message"), message);
    assert_eq!(get(&accepted, "expiresAt").as_f64(), Some(300.0));
    assert_eq!(get(&inspect("{}").expect("inspecting throws nothing"), "accepted"), true);
    let refused = inspect(r#"{"cardIds": []}"#).expect("inspecting throws nothing");
    assert_eq!(get(&refused, "accepted"), false);
    assert_eq!(code(&get(&refused, "refusals"), 0).as_deref(), Some("unexpected_card"));
    let misspelt = inspect(r#"{"refuseWarnings": ["unknwon_key"]}"#);
    assert!(misspelt.is_err_and(|error| error.is_instance_of::<Error>()));
}

#[wasm_bindgen_test]
fn a_nonce_is_remembered_once() {
    let mut memory = CoreNonceMemory::new(1);
    let mut remember =
        |nonce: &str| memory.remember(nonce, 300.0, 0.0, "en".into()).expect("it throws nothing");
    assert!(remember("A").is_undefined());
    assert_eq!(get(&remember("A"), "code"), "replayed_nonce");
    assert_eq!(get(&remember("B"), "code"), "nonce_memory_full");
    assert_eq!(memory.size(), 1);
}

#[wasm_bindgen_test]
fn what_is_no_verified_success_is_thrown_as_a_plain_object() {
    let options = || object(r#"{"nowSeconds": 0, "toleranceSeconds": 300, "locale": "en"}"#);
    let thrown = open_answer(204, object("[]"), b"", options()).expect_err("it is not signed");
    assert_eq!(get(&thrown, "code"), "missing_header");
    assert_eq!(get(&get(&thrown, "retry"), "kind"), "never");
    assert!(get(&thrown, "explanation").is_undefined());
    let thrown = open_answer(500, object("[]"), b"{}", options()).expect_err("it is an error");
    assert_eq!(get(&thrown, "code"), "unverified_error_answer");
    assert_eq!(get(&get(&thrown, "explanation"), "status").as_f64(), Some(500.0));
    let failed = verifier_failed("PUB_KEY_ID_1", "no such key", "en".into()).expect("it throws nothing");
    assert_eq!(get(&failed, "message"), "the verifier failed (key \"PUB_KEY_ID_1\"): no such key");
}
