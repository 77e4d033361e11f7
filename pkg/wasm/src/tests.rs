//! The encoding has the form that the package's TypeScript expects.

use js_sys::{Uint8Array, WebAssembly};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use wechatpay_membercard::{IssueCode, Locale, Path, Word, membercard_open};

use crate::api::form::CoreForm;
use crate::api::guard::{CoreNonceMemory, inspect_message, refusal_of};
use crate::api::request::{complete, prepare, restore};
use crate::api::response::{open_response, verifier_failed};
use crate::api::validate::{issues, validate};
use crate::api::value::{reserve_value, validate_value, value_units, value_words};
use crate::bridge::records::issue::{KEY, ParamKind};
use crate::bridge::{Head, Outcome, head, reserve};

/// The card, the merchant, the serial number and the nonce of a request.
const REQUEST: [&str; 4] = [
    "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
    "1900000109",
    "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
    "593BEC0C930BF1AFEB40B4A08C8FB242",
];
const TIMESTAMP: u32 = 1_554_208_460;

// The flags of options, in the order of `ValidationOptions`.
const ENGLISH: u32 = 1;
const CURRENT: u32 = 1 << 7;
const IMAGE_HOSTS: u32 = 1 << 8;

/// A part of this module's memory, as JavaScript sees it.
fn memory(at: usize, length: usize) -> Uint8Array {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), at as u32, length as u32)
}

fn word_at(name: Head) -> u32 {
    u32::from_le_bytes(
        memory(head() as usize + 4 * name as usize, 4).to_vec().try_into().expect("there are four"),
    )
}

/// Writes an input, and returns its length.
fn write_input(bytes: impl AsRef<[u8]>) -> usize {
    let bytes = bytes.as_ref();
    reserve(bytes.len());
    memory(word_at(Head::Input) as usize, bytes.len()).copy_from(bytes);
    bytes.len()
}

fn number(number: u32) -> Vec<u8> {
    number.to_le_bytes().into()
}

/// Texts, encoded as in records.
fn texts(texts: &[&str]) -> Vec<u8> {
    let text = |text: &&str| [number(text.len() as u32), text.as_bytes().into()].concat();
    texts.iter().flat_map(text).collect()
}

/// The words of an object with one member, and a text of that length.
fn object_with(key: &str, word: Word, text: &str) -> [u32; 4] {
    let (key, text) = (key.len() as u32, text.len() as u32);
    [Word::Object.unnamed(0), Word::Key.unnamed(key), word.keyed(text), Word::End.unnamed(0)]
}

/// A value, encoded as in an input.
fn value(words: &[u32], text: &str) -> Vec<u8> {
    let words = [&[words.len() as u32], words].concat();
    words
        .into_iter()
        .flat_map(u32::to_le_bytes)
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect()
}

/// A path of keys.
fn path(keys: &[&str]) -> Vec<u8> {
    let steps = keys.iter().flat_map(|key| [number(KEY), texts(&[key])].concat());
    number(keys.len() as u32).into_iter().chain(steps).collect()
}

fn is(returned: usize, outcome: Outcome) -> bool {
    returned & 3 == outcome as usize
}

/// The text of the last response; `returned` is the call's return value.
fn text_of(returned: usize) -> String {
    let bytes = memory(word_at(Head::Text) as usize, 2 * (returned >> 2)).to_vec();
    let units: Vec<u16> = bytes.chunks(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    String::from_utf16(&units).expect("it is text")
}

/// The first numbers of the response.
fn numbers(count: usize) -> Vec<u32> {
    let bytes = memory(word_at(Head::Numbers) as usize, 4 * count).to_vec();
    bytes.chunks(4).map(|bytes| u32::from_le_bytes(bytes.try_into().expect("there are four"))).collect()
}

#[wasm_bindgen_test]
fn a_valid_update_has_a_body() {
    let returned = validate(write_input(r#"{ "service_phone": "0755-12345677" }"#), ENGLISH, 0.0);
    assert!(is(returned, Outcome::Done));
    assert_eq!(text_of(returned), r#"{"service_phone":"0755-12345677"}"#);
}

#[wasm_bindgen_test]
fn warnings_are_returned_on_request() {
    let returned = validate(write_input("{}"), ENGLISH, 0.0);
    assert!(is(returned, Outcome::Warned));
    assert_eq!(text_of(returned), "{}");
    for (flags, message) in [(ENGLISH, "There is nothing to update"), (0, "没有要修改的字段")] {
        assert_eq!(text_of(issues(write_input("{}"), flags, 0.0)), message);
    }
}

#[wasm_bindgen_test]
fn an_issue_is_numbers_and_texts() {
    let words = object_with("total_quantity", Word::NonJson, "bigint");
    let text = "total_quantitybigint";
    reserve_value(words.len(), text.len());
    memory(value_words() as usize, 16).copy_from(&words.map(u32::to_le_bytes).concat());
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memory(value_units() as usize, units.len()).copy_from(&units);
    let returned = validate_value(words.len(), text.len(), 0, ENGLISH, 0.0);
    assert!(is(returned, Outcome::Invalid));
    let message = "Stock is bigint, which JSON cannot express: use a value of type integer";
    assert_eq!(text_of(returned), ["bigint", "integer", message].concat());
    let code = IssueCode::UnsupportedValue as u32;
    let place = membercard_open::UPDATE.body.paths().position(|path| path == Path::from(["total_quantity"]));
    let path = [place.expect("it has an id") as u32 + 1, 0];
    let text = ParamKind::Text as u32;
    let params = [2, text, "bigint".len() as u32, 8 + text, "integer".len() as u32];
    let issue = [&[1, 0, code], &path[..], &params, &[message.len() as u32]].concat();
    assert_eq!(numbers(issue.len()), issue);
}

#[wasm_bindgen_test]
fn options_may_have_a_card_and_hosts() {
    let text = r#"{"logo_url":"https://a.example/1","code_mode":"SYSTEM_ALLOCATE"}"#;
    for (mode, host, outcome) in [
        ("SYSTEM_ALLOCATE", "a.example", Outcome::Done),
        ("SYSTEM_ALLOCATE", "b.example", Outcome::Invalid),
        ("REAL_TIME", "a.example", Outcome::Invalid),
    ] {
        let card = value(&object_with("code_mode", Word::Text, mode), &["code_mode", mode].concat());
        let card = [number(card.len() as u32), card].concat();
        let input = [card, number(1), texts(&[host]), text.into()].concat();
        assert!(is(validate(write_input(input), CURRENT | IMAGE_HOSTS, 0.0), outcome), "{mode} {host}");
    }
}

/// The options of a request, with time and nonce, without a brand.
fn request_options() -> Vec<u8> {
    let [card, merchant, serial, nonce] = REQUEST;
    let time = [number(TIMESTAMP), number(0)].concat();
    [number(1 << 1 | 1 << 2), texts(&[card, merchant, serial]), time, texts(&[nonce])].concat()
}

/// Calls `prepare` with a payload.
fn prepared(text: &str) -> usize {
    prepare(write_input([request_options(), text.into()].concat()), ENGLISH, 0.0)
}

#[wasm_bindgen_test]
fn an_invalid_request_returns_issues() {
    let returned = prepared(r#"{"title": 1}"#);
    assert!(is(returned, Outcome::Invalid));
    assert!(text_of(returned).starts_with("stringnumber"));
    assert_eq!(numbers(3), [1, 0, IssueCode::WrongType as u32]);
}

#[wasm_bindgen_test]
fn a_request_is_completed_from_its_parts() {
    let [card, merchant, serial, nonce] = REQUEST;
    let path = format!("/v3/marketing/membercard-open/cards/{card}");
    let url = format!("https://api.mch.weixin.qq.com{path}");
    let message = format!("PATCH\n{path}\n{TIMESTAMP}\n{nonce}\n{{}}\n");
    let returned = prepared("{}");
    assert!(is(returned, Outcome::Done));
    let before = ["PATCH", &url, "{}", &message];
    let behind = [nonce, card, merchant, serial];
    let texts_of_it = [&before[..], &behind, &["There is nothing to update"]].concat().concat();
    assert_eq!(text_of(returned), texts_of_it);

    let changed = ["PATCH", "https://example.com/", "{}", &message];
    for (before, signature, is_base64, restored, completed) in [
        (before, &[0; 256][..], 0, Outcome::Done, Outcome::Done),
        (before, b"no signature", 1, Outcome::Done, Outcome::Refused),
        (changed, &[0; 256], 0, Outcome::Refused, Outcome::Refused),
    ] {
        let time = [number(TIMESTAMP), number(0)].concat();
        let request = [number(0), texts(&before), time, texts(&behind)].concat();
        assert!(is(restore(write_input(&request), ENGLISH, 0.0), restored));
        let signature = [&number(is_base64)[..], &number(signature.len() as u32), signature].concat();
        let returned = complete(write_input([request, signature].concat()));
        let text = text_of(returned);
        assert!(is(returned, completed), "{text}");
        let scheme = "AuthorizationWECHATPAY2-SHA256-RSA2048 mchid=\"1900000109\",";
        assert_eq!(text.contains(scheme), completed == Outcome::Done, "{text}");
    }
}

#[wasm_bindgen_test]
fn an_inspection_accepts_or_gives_reasons() {
    let message =
        "PATCH\n/v3/marketing/membercard-open/cards/p1\n100\n593BEC0C930BF1AFEB40B4A08C8FB242\n{}\n";
    // The input: cards, a tolerance of 200 seconds, codes of warnings to accept and to refuse.
    let inspect = |cards: &[&str], allowed: &[&str], refused: &[&str]| {
        let list = |items: &[&str]| [number(items.len() as u32), texts(items)].concat();
        let expected = [number(3), list(cards), number(200), list(allowed), list(refused)].concat();
        inspect_message(write_input([expected, message.into()].concat()), ENGLISH, 0.0)
    };
    let accepted = inspect(&["p1"], &["unknown_key"], &[]);
    assert!(is(accepted, Outcome::Done));
    assert!(text_of(accepted).starts_with(message));
    let refused = inspect(&[], &[], &[]);
    assert!(is(refused, Outcome::Invalid));
    assert!(text_of(refused).starts_with("unexpected_card"));
    let misspelt = inspect(&[], &[], &["unknwon_key"]);
    assert!(is(misspelt, Outcome::Refused));
    assert_eq!(text_of(misspelt), "no issue has the code \"unknwon_key\"");
}

#[wasm_bindgen_test]
fn a_nonce_is_remembered_once() {
    let mut memory = CoreNonceMemory::new(1);
    let mut remember = |nonce: &str| memory.remember(write_input(nonce), 300.0, 0.0, Locale::En as u32);
    assert!(is(remember("A"), Outcome::Done));
    for (nonce, code) in [("A", "replayed_nonce"), ("B", "nonce_memory_full")] {
        let returned = remember(nonce);
        assert!(is(returned, Outcome::Refused) && text_of(returned).starts_with(code));
    }
    assert_eq!(memory.size(), 1);
}

#[wasm_bindgen_test]
fn a_refusal_of_the_hosts_own_is_put_into_words() {
    let returned = refusal_of(write_input("replayed_nonce"), Locale::En as u32);
    assert!(is(returned, Outcome::Done));
    let text = "replayed_nonceThis nonce was used before: prepare the request again";
    assert_eq!(text_of(returned), text);
    assert!(is(refusal_of(write_input("replayed"), Locale::En as u32), Outcome::Refused));
}

/// A response with the current time, a tolerance of 300 seconds, and neither headers nor body.
fn response(status: u32) -> usize {
    write_input([ENGLISH, status, 0, 0, 0, 300].map(u32::to_le_bytes).concat())
}

#[wasm_bindgen_test]
fn what_is_no_verified_success_is_rejected() {
    let returned = open_response(response(204));
    assert!(is(returned, Outcome::Refused));
    assert!(text_of(returned).starts_with("missing_header"));
    assert!(text_of(returned).ends_with(r#"{"kind":"never"}"#));
    let returned = open_response(response(500));
    assert!(is(returned, Outcome::Refused));
    let text = text_of(returned);
    assert!(text.starts_with("unverified_error_response") && text.contains(r#"{"status":500"#), "{text}");
    let may_have_updated_and_has_explanation = 3;
    assert_eq!(numbers(1), [may_have_updated_and_has_explanation]);
    let failure = [number(ENGLISH), texts(&["PUB_KEY_ID_1", "no such key"])].concat();
    let text = text_of(verifier_failed(write_input(failure)));
    assert!(text.contains("the verifier failed (key \"PUB_KEY_ID_1\"): no such key"), "{text}");
}

#[wasm_bindgen_test]
fn an_edit_returns_its_changes() {
    let mut form = CoreForm::new(0, ENGLISH, 0.0).expect("it begins with nothing");
    let title = value(&[Word::Text.unnamed(3)], "会员卡");
    let returned = form.set(write_input([path(&["title"]), title].concat()));
    let gone = "There is nothing to update";
    assert!(is(returned, Outcome::Done));
    assert_eq!(text_of(returned), format!("{gone}title\"会员卡\""));
    let warning = 1;
    let issue = [1, warning, IssueCode::NothingToUpdate as u32, 0, 0, 0, gone.len() as u32];
    // Flags of a state that is present, relevant and dirty, with a unit and four counts.
    let flags = [0, 2, 4, 5, 7, 8, 9, 10].into_iter().map(|flag| 1 << flag).sum();
    let state = [&[1, flags, 0, 1, 2 * "title".len() as u32 + 1, 5, 0], &[3, 3, 10, 7, 0][..]].concat();
    let changes = [&[0, 0, 0], &issue[..], &state].concat();
    assert_eq!(numbers(changes.len()), changes);
}

#[wasm_bindgen_test]
fn a_failed_edit_returns_a_message() {
    let mut form = CoreForm::new(0, ENGLISH, 0.0).expect("it begins with nothing");
    let field = path(&["nothing"]);
    let refusal = "unknown_field/nothing\"/nothing\" is not a field of this API";
    let input = write_input([field, value(&[Word::True.unnamed(0)], "")].concat());
    for returned in [form.set(input), form.touch(input), form.field(input)] {
        assert!(is(returned, Outcome::Refused));
        assert_eq!(text_of(returned), refusal);
    }
    assert!(!form.touched(input) && !form.dirty(input));
    assert!(CoreForm::new(write_input("{"), ENGLISH, 0.0).is_err());
}
