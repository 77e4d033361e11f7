//! What crosses the boundary has the shape that the package's TypeScript expects.

use js_sys::{Array, Error, JSON, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use wechatpay_membercard::IssueCode;

use crate::answer::{open_answer, verifier_failed};
use crate::form::CoreForm;
use crate::form::state::CoreMark;
use crate::guard::{CoreNonceMemory, inspect_message};
use crate::mailbox::{input, output_numbers, output_text};
use crate::options::CoreFlag;
use crate::request::{complete, prepare, restore};
use crate::told::CoreParam;
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

const ENGLISH: u32 = CoreFlag::English as u32;

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).expect("the value is an object")
}

fn code(issues: &JsValue, index: u32) -> Option<String> {
    get(&issues.unchecked_ref::<Array>().get(index), "code").as_string()
}

fn signature_of_zeros() -> JsValue {
    Uint8Array::new_with_length(256).into()
}

/// A part of this module's own memory, as JavaScript sees it.
fn memory(at: usize, length: usize) -> Uint8Array {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), at as u32, length as u32)
}

/// Leaves a text in the mailbox, and says how long it is.
fn post(text: &str) -> usize {
    memory(input(text.len()) as usize, text.len()).copy_from(text.as_bytes());
    text.len()
}

fn answered_text(length: usize) -> String {
    let bytes = memory(output_text() as usize, 2 * length).to_vec();
    let units: Vec<u16> = bytes.chunks(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    String::from_utf16(&units).expect("it is text")
}

fn answered_numbers(count: usize) -> Vec<u32> {
    let bytes = memory(output_numbers() as usize, 4 * count).to_vec();
    bytes.chunks(4).map(|bytes| u32::from_le_bytes(bytes.try_into().expect("there are four"))).collect()
}

/// What `validate` says in English: its verdict, and the text of its answer.
fn judged(text: &str, flags: u32) -> (usize, String) {
    let answer = validate(post(text), 0, flags | CoreFlag::English as u32, 0.0);
    (answer & 3, answered_text(answer >> 2))
}

#[wasm_bindgen_test]
fn a_valid_update_has_a_body() {
    let text = r#"{ "service_phone": "0755-12345677" }"#;
    let body = r#"{"service_phone":"0755-12345677"}"#;
    assert_eq!(judged(text, 0), (CoreVerdict::Valid as usize, body.to_owned()));
}

#[wasm_bindgen_test]
fn warnings_are_told_when_asked_for() {
    assert_eq!(judged("{}", 0), (CoreVerdict::Warned as usize, "{}".to_owned()));
    for (flags, message) in
        [(CoreFlag::English as u32, "There is nothing to update"), (0, "没有要修改的字段")]
    {
        assert_eq!(answered_text(issues(post("{}"), 0, flags, 0.0)), message);
    }
}

#[wasm_bindgen_test]
fn an_issue_is_numbers_and_texts() {
    let (verdict, text) = judged("{\"total_quantity\":\u{1}bigint\u{1}}", CoreFlag::Host as u32);
    assert_eq!(verdict, CoreVerdict::Invalid as usize);
    let message = "Stock is bigint, which JSON cannot express";
    assert_eq!(text, ["total_quantity", "bigint", message].concat());
    let code = IssueCode::UnsupportedValue as u32;
    let path = [1, 2 * "total_quantity".len() as u32 + 1];
    let params = [1, CoreParam::Text as u32, "bigint".len() as u32];
    let issue = [&[1, code, 0, 0], &path[..], &params, &[message.len() as u32]].concat();
    assert_eq!(answered_numbers(issue.len()), issue);
}

#[wasm_bindgen_test]
fn the_extras_are_the_card_and_the_hosts() {
    let parts = |parts: &[&str]| -> String {
        let part = |part: &&str| format!("{}\0\0\0{part}", part.len() as u8 as char);
        parts.iter().map(part).collect()
    };
    let text = r#"{"logo_url":"https://a.example/1","code_mode":"SYSTEM_ALLOCATE"}"#;
    let flags = CoreFlag::Current as u32 | CoreFlag::ImageHosts as u32;
    for (card, host, verdict) in [
        (r#"{"code_mode":"SYSTEM_ALLOCATE"}"#, "a.example", CoreVerdict::Valid),
        (r#"{"code_mode":"SYSTEM_ALLOCATE"}"#, "b.example", CoreVerdict::Invalid),
        (r#"{"code_mode":"REAL_TIME"}"#, "a.example", CoreVerdict::Invalid),
    ] {
        let extras = parts(&[card, host]);
        post(&[text, &extras].concat());
        assert_eq!(validate(text.len(), extras.len(), flags, 0.0) & 3, verdict as usize, "{extras}");
    }
}

#[wasm_bindgen_test]
fn what_is_not_valid_is_thrown_as_issues() {
    let thrown =
        prepare(post(r#"{"title": 1}"#), 0, ENGLISH, 0.0, object(REQUEST)).expect_err("a number is no title");
    assert_eq!(code(&get(&thrown, "issues"), 0).as_deref(), Some("wrong_type"));
    assert!(!thrown.is_instance_of::<Error>());
}

#[wasm_bindgen_test]
fn a_request_is_completed_from_its_data() {
    let prepared = prepare(post("{}"), 0, ENGLISH, 0.0, object(REQUEST)).expect("the request is valid");
    let issues = get(&prepared, "issues");
    assert_eq!(code(&issues, 0).as_deref(), Some("nothing_to_update"));
    let data = get(&prepared, "data");
    assert_eq!(get(&data, "timestamp").as_f64(), Some(1_554_208_460.0));
    let restored = restore(data.clone(), 0, ENGLISH, 0.0).expect("nothing was changed");
    assert_eq!(JSON::stringify(&restored), JSON::stringify(&prepared));
    let signed = complete(data.clone(), signature_of_zeros()).expect("it is as long as a signature");
    let authorization = get(&get(&signed, "headers"), "Authorization").as_string().unwrap_or_default();
    assert!(authorization.starts_with("WECHATPAY2-SHA256-RSA2048 mchid=\"1900000109\","), "{authorization}");
    assert!(
        complete(data.clone(), "no signature".into()).is_err_and(|error| error.is_instance_of::<Error>())
    );
    Reflect::set(&data, &"url".into(), &"https://example.com/".into()).expect("the data is plain");
    assert!(complete(data.clone(), signature_of_zeros()).is_err_and(|error| error.is_instance_of::<Error>()));
    assert!(restore(data, 0, ENGLISH, 0.0).is_err_and(|error| error.is_instance_of::<Error>()));
}

#[wasm_bindgen_test]
fn an_inspection_is_a_plain_object() {
    let message =
        "PATCH\n/v3/marketing/membercard-open/cards/p1\n100\n593BEC0C930BF1AFEB40B4A08C8FB242\n{}\n";
    let inspect = |expectations: &str| inspect_message(post(message), 0, ENGLISH, 0.0, object(expectations));
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

/// A path of keys and the text behind it, left in the mailbox; their lengths.
fn post_field(keys: &[&str], text: &str) -> (usize, usize) {
    let path: String = keys.iter().map(|key| format!("{}\0\0\0{key}", key.len() as u8 as char)).collect();
    post(&[&path, text].concat());
    (path.len(), text.len())
}

#[wasm_bindgen_test]
fn an_edit_answers_what_it_changed() {
    let mut form = CoreForm::new(0, 0, ENGLISH, 0.0).expect("it begins with nothing");
    let (field, value) = post_field(&["title"], "\"会员卡\"");
    let answer = form.set(field, value);
    let gone = "There is nothing to update";
    assert_eq!((answer & 1, answered_text(answer >> 1)), (0, format!("{gone}title\"会员卡\"")));
    let nothing = IssueCode::NothingToUpdate as u32;
    let issues = [0, 0, 1, nothing, 1, 0, 0, 0, gone.len() as u32];
    let path = [1, 2 * "title".len() as u32 + 1];
    let marks = [
        CoreMark::Relevant,
        CoreMark::Dirty,
        CoreMark::Characters,
        CoreMark::Count,
        CoreMark::Graphemes,
        CoreMark::Limit,
        CoreMark::Remaining,
    ];
    let marks = marks.into_iter().map(|mark| mark as u32).sum();
    let state = [&path[..], &[6, marks, 3, 3, 10, 7, 0]].concat();
    let changes = [&issues[..], &[0, 1], &state].concat();
    assert_eq!(answered_numbers(changes.len()), changes);
}

#[wasm_bindgen_test]
fn what_a_form_cannot_do_is_answered_in_words() {
    let mut form = CoreForm::new(0, 0, ENGLISH, 0.0).expect("it begins with nothing");
    let (field, value) = post_field(&["nothing"], "1");
    let refusal = "\"/nothing\" is not a field of the update";
    for answer in [form.set(field, value), form.touch(field), form.field(field)] {
        assert_eq!((answer & 1, answered_text(answer >> 1).as_str()), (1, refusal));
    }
    assert!(!form.touched(field) && !form.dirty(field));
    assert!(CoreForm::new(post("{"), 0, ENGLISH, 0.0).is_err_and(|error| error.is_instance_of::<Error>()));
}
