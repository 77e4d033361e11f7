//! What crosses the boundary has the shape that the package's TypeScript expects.

use js_sys::{Array, Error, JSON, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use wechatpay_membercard::{IssueCode, Path, membercard_open};

use crate::answer::{open_answer, verifier_failed};
use crate::form::CoreForm;
use crate::form::state::CoreMark;
use crate::guard::{CoreNonceMemory, inspect_message, refusal_of};
use crate::mailbox::{input, output_numbers, output_text};
use crate::options::CoreFlag;
use crate::request::{CoreOutcome, complete, prepare, restore};
use crate::told::CoreParam;
use crate::validate::{CoreVerdict, issues, validate};

/// The parts of a request: the card, the merchant, the serial number, the nonce.
const REQUEST: &[&str] = &[
    "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
    "1900000109",
    "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
    "593BEC0C930BF1AFEB40B4A08C8FB242",
];
const TIMESTAMP: f64 = 1_554_208_460.0;

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

/// A part of this module's own memory, as JavaScript sees it.
fn memory(at: usize, length: usize) -> Uint8Array {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), at as u32, length as u32)
}

/// Leaves bytes in the mailbox, and says how many there are.
fn post(bytes: impl AsRef<[u8]>) -> usize {
    let bytes = bytes.as_ref();
    memory(input(bytes.len()) as usize, bytes.len()).copy_from(bytes);
    bytes.len()
}

/// Texts in parts.
fn parts(texts: &[&str]) -> Vec<u8> {
    let part = |text: &&str| [&(text.len() as u32).to_le_bytes(), text.as_bytes()].concat();
    texts.iter().flat_map(part).collect()
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
    let message = "Stock is bigint, which JSON cannot express: give a value of the type integer";
    assert_eq!(text, ["bigint", "integer", message].concat());
    let code = IssueCode::UnsupportedValue as u32;
    let place = membercard_open::UPDATE.body.paths().position(|path| path == Path::from(["total_quantity"]));
    let path = [place.expect("it is fixed") as u32 + 1, 0];
    let text = CoreParam::Text as u32;
    let params = [2, text, "bigint".len() as u32, 8 + text, "integer".len() as u32];
    let issue = [&[1, code, 0, 0], &path[..], &params, &[message.len() as u32]].concat();
    assert_eq!(answered_numbers(issue.len()), issue);
}

#[wasm_bindgen_test]
fn the_extras_are_the_card_and_the_hosts() {
    let text = r#"{"logo_url":"https://a.example/1","code_mode":"SYSTEM_ALLOCATE"}"#;
    let flags = CoreFlag::Current as u32 | CoreFlag::ImageHosts as u32;
    for (card, host, verdict) in [
        (r#"{"code_mode":"SYSTEM_ALLOCATE"}"#, "a.example", CoreVerdict::Valid),
        (r#"{"code_mode":"SYSTEM_ALLOCATE"}"#, "b.example", CoreVerdict::Invalid),
        (r#"{"code_mode":"REAL_TIME"}"#, "a.example", CoreVerdict::Invalid),
    ] {
        let extras = parts(&[card, host]);
        post([text.as_bytes(), &extras].concat());
        assert_eq!(validate(text.len(), extras.len(), flags, 0.0) & 3, verdict as usize, "{card} {host}");
    }
}

/// What `prepare` makes of a text: the outcome, and the text of its answer.
fn prepared(text: &str) -> (usize, String) {
    let request = parts(REQUEST);
    post([text.as_bytes(), &request].concat());
    let answer = prepare(text.len(), 0, ENGLISH, 0.0, request.len(), 0, TIMESTAMP);
    (answer & 3, answered_text(answer >> 2))
}

#[wasm_bindgen_test]
fn a_request_that_is_not_valid_answers_issues() {
    let (outcome, text) = prepared(r#"{"title": 1}"#);
    assert_eq!(outcome, CoreOutcome::Invalid as usize);
    assert!(text.starts_with("stringnumber"), "{text}");
    assert_eq!(answered_numbers(2), [1, IssueCode::WrongType as u32]);
}

#[wasm_bindgen_test]
fn a_request_is_completed_from_its_parts() {
    let (outcome, text) = prepared("{}");
    let path = "/v3/marketing/membercard-open/cards/pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
    let url = format!("https://api.mch.weixin.qq.com{path}");
    let message = format!("PATCH\n{path}\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n{{}}\n");
    let [card, merchant, serial, nonce] = REQUEST else { unreachable!() };
    let data = ["PATCH", &url, "{}", &message];
    let told = [&data[..], &[nonce, card, merchant, serial, "There is nothing to update"]].concat().concat();
    assert_eq!((outcome, text), (CoreOutcome::Made as usize, told));
    assert_eq!(answered_numbers(13)[8..], [0, 0, TIMESTAMP as u32, 0, 1]);

    let made = CoreOutcome::Made as usize;
    let refused = CoreOutcome::Refused as usize;
    let changed = ["PATCH", "https://example.com/", "{}", &message];
    for (data, signature, is_base64, restored, completed) in [
        (data, &[0; 256][..], false, made, made),
        (data, b"no signature", true, made, refused),
        (changed, &[0; 256], false, refused, refused),
    ] {
        let request = parts(&[REQUEST, &data].concat());
        post(&request);
        assert_eq!(restore(request.len(), 0, TIMESTAMP, 0, ENGLISH, 0.0) & 3, restored);
        post([&request, signature].concat());
        let answer = complete(request.len(), 0, TIMESTAMP, signature.len(), is_base64);
        let text = answered_text(answer >> 2);
        assert_eq!(answer & 3, completed, "{text}");
        let scheme = "AuthorizationWECHATPAY2-SHA256-RSA2048 mchid=\"1900000109\",";
        assert_eq!(text.contains(scheme), completed == made, "{text}");
    }
}

#[wasm_bindgen_test]
fn an_inspection_is_a_plain_object() {
    let message =
        "PATCH\n/v3/marketing/membercard-open/cards/p1\n100\n593BEC0C930BF1AFEB40B4A08C8FB242\n{}\n";
    let inspect = |expectations: &str| inspect_message(post(message), 0, ENGLISH, 0.0, object(expectations));
    let expectations = r#"{"cardIds": ["p1"], "toleranceSeconds": 200, "allowWarnings": ["unknown_key"]}"#;
    let accepted = inspect(expectations).expect("inspecting throws nothing");
    assert_eq!(get(&accepted, "accepted"), true);
    assert_eq!(get(&accepted, "message"), message);
    assert_eq!(get(&accepted, "expiresAt").as_f64(), Some(400.0));
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
fn a_refusal_of_the_hosts_own_is_put_into_words() {
    let refusal = refusal_of("replayed_nonce".into(), "en".into()).expect("it is a code");
    assert_eq!(get(&refusal, "code"), "replayed_nonce");
    assert_eq!(get(&refusal, "message"), "This nonce was used before: prepare the request again");
    assert!(refusal_of("replayed".into(), "en".into()).is_err());
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
    assert_eq!(get(&thrown, "mayHaveUpdated"), true);
    let failed = verifier_failed("PUB_KEY_ID_1", "no such key", "en".into()).expect("it throws nothing");
    assert_eq!(get(&failed, "message"), "the verifier failed (key \"PUB_KEY_ID_1\"): no such key");
}

/// A path of keys and the text behind it, left in the mailbox; their lengths.
fn post_field(keys: &[&str], text: &str) -> (usize, usize) {
    let path = parts(keys);
    post([&path, text.as_bytes()].concat());
    (path.len(), text.len())
}

#[wasm_bindgen_test]
fn an_edit_answers_what_it_changed() {
    let mut form = CoreForm::new(0, 0, ENGLISH, 0.0).expect("it begins with nothing");
    let (field, value) = post_field(&["title"], "\"会员卡\"");
    let answer = form.set(field, value);
    let gone = "There is nothing to update";
    assert_eq!(
        (answer & 3, answered_text(answer >> 2)),
        (CoreOutcome::Made as usize, format!("{gone}title\"会员卡\""))
    );
    let nothing = IssueCode::NothingToUpdate as u32;
    let root = [0, 0];
    let issues = [&[0, 0, 1, nothing, 1, 0], &root[..], &[0, gone.len() as u32]].concat();
    let path = [0, 1, 2 * "title".len() as u32 + 1];
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
    let refusal = "unknown_field/nothing\"/nothing\" is not a field of this API";
    for answer in [form.set(field, value), form.touch(field), form.field(field)] {
        assert_eq!(
            (answer & 3, answered_text(answer >> 2).as_str()),
            (CoreOutcome::Refused as usize, refusal)
        );
    }
    assert!(!form.touched(field) && !form.dirty(field));
    assert!(CoreForm::new(post("{"), 0, ENGLISH, 0.0).is_err());
}
