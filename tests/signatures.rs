//! Requests from the receiver's view: signed with the crate rsa, then parsed and verified by independent code.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use getrandom::SysRng;
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use rsa::{Pkcs1v15Sign, PrivateKey, PublicKey};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use wechatpay_membercard::{Host, RequestOptions, SignedRequest, Validator};

/// A merchant's key for the duration of the test.
static KEY: LazyLock<PrivateKey> = LazyLock::new(|| PrivateKey::new(&mut SysRng, 2048).expect("a key"));

fn sign(message: &[u8]) -> Vec<u8> {
    KEY.sign(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message)).expect("a signature")
}

/// The signed data of a received request.
#[derive(Clone, Debug)]
struct Arrived {
    method: String,
    path: String,
    body: String,
    /// The parameters of `Authorization`.
    parameters: BTreeMap<String, String>,
}

impl Arrived {
    fn new(request: &SignedRequest) -> Arrived {
        let (host, path) = request.url.strip_prefix("https://").unwrap().split_once('/').unwrap();
        assert!(["api.mch.weixin.qq.com", "api2.mch.weixin.qq.com"].contains(&host), "{host}");
        let authorization = request.header("authorization").unwrap();
        assert!(authorization.bytes().all(|byte| matches!(byte, b' '..=b'~')), "{authorization}");
        let parameters = authorization.strip_prefix("WECHATPAY2-SHA256-RSA2048 ").unwrap();
        let parameters = split_parameters(parameters);
        assert_eq!(parameters.len(), 5, "{authorization}");
        Arrived {
            method: request.method.to_owned(),
            path: format!("/{path}"),
            body: request.body.clone(),
            parameters: parameters.into_iter().collect(),
        }
    }

    /// Whether the key's owner signed it.
    fn is_genuine(&self) -> bool {
        let Arrived { method, path, body, parameters } = self;
        let message =
            format!("{method}\n{path}\n{}\n{}\n{body}\n", parameters["timestamp"], parameters["nonce_str"]);
        let Ok(signature) = STANDARD.decode(&parameters["signature"]) else { return false };
        let key: &PublicKey = KEY.as_public_key();
        key.verify(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message), &signature).is_ok()
    }
}

/// `key="value",key="value"`: values may contain commas and equals signs, but no quotes.
fn split_parameters(text: &str) -> Vec<(String, String)> {
    let mut quoted = text.split('"');
    let mut parameters = Vec::new();
    while let (Some(key), Some(value)) = (quoted.next(), quoted.next()) {
        let key = key.trim_start_matches(',').strip_suffix('=').expect("a key");
        parameters.push((key.to_owned(), value.to_owned()));
    }
    parameters
}

/// All small changes to a received request.
fn changes(arrived: &Arrived, at: prop::sample::Index) -> Vec<(&'static str, Arrived)> {
    let changed = |text: &str| {
        let (at, old) = text.char_indices().nth(at.index(text.chars().count())).expect("a character");
        let new = if old == '7' { '8' } else { '7' };
        [&text[..at], &new.to_string(), &text[at + old.len_utf8()..]].concat()
    };
    let parameter = |name: &'static str| {
        let mut other = arrived.clone();
        let value = changed(&arrived.parameters[name]);
        other.parameters.insert(name.to_owned(), value);
        (name, other)
    };
    vec![
        ("method", Arrived { method: "POST".into(), ..arrived.clone() }),
        ("path", Arrived { path: changed(&arrived.path), ..arrived.clone() }),
        ("body", Arrived { body: changed(&arrived.body), ..arrived.clone() }),
        ("a longer body", Arrived { body: format!("{}\n", arrived.body), ..arrived.clone() }),
        parameter("timestamp"),
        parameter("nonce_str"),
        parameter("signature"),
    ]
}

/// Any valid options.
fn options() -> impl Strategy<Value = RequestOptions> {
    let card_id = prop_oneof![
        4 => "[A-Za-z0-9_-]{28}",
        2 => "[!-~&&[^/?#]]{3,32}",
        1 => "[\\u{3400}-\\u{9fff}~%+é😀]{1,32}",
    ];
    let host = prop_oneof![Just(Host::Main), Just(Host::Backup)];
    let wechatpay_serial = prop::option::of("PUB_KEY_ID_[0-9]{34}");
    (
        card_id,
        "[0-9]{1,32}",
        "[0-9A-Fa-f]{1,64}",
        1_i64..1_000_000_000_000,
        "[!-~&&[^\"\\\\]]{1,40}",
        host,
        wechatpay_serial,
    )
        .prop_map(|(card_id, mchid, serial_no, timestamp, nonce, host, wechatpay_serial)| {
            RequestOptions {
                timestamp: Some(timestamp),
                nonce_str: Some(nonce),
                host,
                wechatpay_serial,
                ..RequestOptions::new(card_id, mchid, serial_no)
            }
        })
}

/// Updates whose texts hold whatever JSON escapes, and whatever a careless writer would escape.
fn updates() -> impl Strategy<Value = Value> {
    let text = |most: usize| {
        prop_oneof![
            proptest::string::string_regex(&format!("[一-龥a-z0-9 ，。]{{1,{most}}}")).unwrap(),
            proptest::string::string_regex(&format!(
                "[\\u{{0}}-\\u{{ff}}\\u{{2028}}-\\u{{202e}}/\\\\\"<>&'\\u{{e000}}-\\u{{ffff}}]{{1,{most}}}"
            ))
            .unwrap(),
        ]
    };
    (
        prop::option::of(text(10)),
        prop::option::of(text(40)),
        prop::option::of(0_u32..10_000_000),
        prop::option::of(any::<bool>()),
    )
        .prop_map(|(title, description, total, dynamic)| {
            let members = [
                ("title", title.map(Value::from)),
                ("description", description.map(Value::from)),
                ("total_quantity", total.map(Value::from)),
                ("need_dynamic_code", dynamic.map(Value::from)),
            ];
            let present = members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
            Value::Object(present.collect::<Map<_, _>>())
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_request_is_verified_and_no_change_of_it(
        options in options(),
        update in updates(),
        at in any::<prop::sample::Index>(),
    ) {
        let report = Validator::new().now(1_700_000_000_000).validate_json(update.to_string().as_bytes());
        let prepared = report.prepare(&options).expect("the request can be prepared");
        let signed = prepared.sign_with(|message, _| Ok::<_, Infallible>(sign(message))).expect("it is signed");

        let arrived = Arrived::new(&signed);
        prop_assert!(arrived.is_genuine(), "{:?}", signed);
        let (_, segment) = arrived.path.rsplit_once('/').unwrap();
        prop_assert_eq!(percent_decode_str(segment).decode_utf8_lossy(), options.card_id.as_str());
        prop_assert_eq!(&arrived.parameters["mchid"], &options.mchid);
        prop_assert_eq!(&arrived.parameters["serial_no"], &options.serial_no);
        prop_assert_eq!(serde_json::from_str::<Value>(&arrived.body).unwrap(), update);
        for (what, changed) in changes(&arrived, at) {
            prop_assert!(!changed.is_genuine(), "{}: {:?}", what, changed);
        }
    }
}
