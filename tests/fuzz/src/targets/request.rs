//! Request options: valid ones are safe in headers and in the message.

use arbitrary::{Arbitrary, Unstructured};
use wechatpay_membercard::{
    Authorization, Host, Issue, PreparedRequest, PreparedRequestData, RequestError, RequestOptions, Scheme,
    Signature, SignedRequest, Validator, inspect_message,
};

use crate::options::NOW;
use crate::promises::lenient;

const CARDS: &str = "/v3/marketing/membercard-open/cards/";

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    card_id: Value<'a>,
    mchid: Value<'a>,
    serial_no: Value<'a>,
    timestamp: Option<i64>,
    nonce_str: Option<Value<'a>>,
    is_backup: bool,
    is_sm2: bool,
    wechatpay_serial: Option<Value<'a>>,
    signature: &'a str,
    /// A change to the prepared request's JSON in transit.
    change: Option<(u16, u8)>,
    body: &'a [u8],
}

#[derive(Arbitrary, Debug)]
enum Value<'a> {
    Usual,
    Any(&'a str),
}

impl Value<'_> {
    fn or(&self, usual: &str) -> String {
        match self {
            Value::Usual => usual.to_owned(),
            Value::Any(text) => (*text).to_owned(),
        }
    }
}

/// Prepares and completes a request.
pub fn run(data: &[u8]) {
    let Ok(input) = Input::arbitrary_take_rest(Unstructured::new(data)) else { return };
    // An invalid signature is an error and not a panic; a valid one is unchanged.
    if let Ok(signature) = Signature::from_base64(input.signature) {
        assert_eq!(signature.to_base64(), input.signature);
    }
    let options =
        RequestOptions {
            timestamp: Some(input.timestamp.unwrap_or(1_554_208_460)),
            nonce_str: Some(input.nonce_str.as_ref().map_or_else(
                || "593BEC0C930BF1AFEB40B4A08C8FB242".into(),
                |nonce| nonce.or("593BEC0C930BF1AF"),
            )),
            host: if input.is_backup { Host::Backup } else { Host::Main },
            scheme: if input.is_sm2 { Scheme::Sm2 } else { Scheme::Rsa },
            wechatpay_serial: input.wechatpay_serial.as_ref().map(|serial| serial.or("PUB_KEY_ID_01")),
            ..RequestOptions::new(
                input.card_id.or("pbLatjvWOibDc5-TBnbUk1pD12o0"),
                input.mchid.or("1900007291"),
                input.serial_no.or("408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB"),
            )
        };
    let validator = Validator::new().now(NOW);
    let report = validator.validate_json(input.body);
    let is_good = report.is_valid() && !options.check().iter().any(Issue::is_error);
    match report.prepare(&options) {
        Ok(request) => {
            assert!(is_good);
            check_request(&request, &options);
            check_on_its_way(&request, input.change, &validator);
        }
        Err(RequestError::Invalid(issues)) => assert!(!is_good && issues.iter().any(Issue::is_error)),
        Err(error) => panic!("{error}"),
    }
}

fn check_request(request: &PreparedRequest, options: &RequestOptions) {
    let message = request.message().as_bytes();
    let inspected = inspect_message(message, &lenient(Validator::new().now(NOW), message));
    let inspected = inspected.expect("what is prepared is accepted");
    assert_eq!((inspected.card_id(), inspected.body()), (options.card_id.as_str(), request.body()));
    assert_eq!(request.message().matches('\n').count(), 5);

    let segment = request.path().strip_prefix(CARDS).expect("it is the path of a card");
    let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
    assert!(!segment.is_empty() && !matches!(segment, "." | "..") && segment.bytes().all(is_unreserved));
    assert_eq!(request.url(), [options.host.origin(), request.path()].concat());

    let signature = match options.scheme {
        Scheme::Rsa | Scheme::BrandRsa => Signature::from_bytes(&[1; 256]),
        Scheme::Sm2 => Signature::from_bytes(&[0x30, 6, 2, 1, 1, 2, 1, 1]),
    };
    let signed = request.complete(signature.expect("it is not empty")).expect("it fits the scheme");
    check_headers(&signed, options);
}

/// Headers contain no line breaks, control characters or characters beyond ASCII, and `Authorization` parses back.
fn check_headers(signed: &SignedRequest, options: &RequestOptions) {
    for (name, value) in &signed.headers {
        assert!(value.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()), "{name}: {value:?}");
    }
    let header = signed.header("authorization").expect("it is there");
    let read = Authorization::parse(header).expect("it can be read");
    assert_eq!(
        (read.scheme, read.id, read.serial_no, Some(read.timestamp), Some(read.nonce_str)),
        (
            options.scheme,
            options.mchid.as_str(),
            options.serial_no.as_str(),
            options.timestamp,
            options.nonce_str.as_deref()
        )
    );
    assert_eq!(signed.header("Wechatpay-Serial"), options.wechatpay_serial.as_deref());
}

/// A request that was changed in transit is refused, or is another valid one.
fn check_on_its_way(request: &PreparedRequest, change: Option<(u16, u8)>, validator: &Validator) {
    let mut json = serde_json::to_vec(request).expect("it can be written");
    let restore = |json: &[u8]| {
        serde_json::from_slice::<PreparedRequestData>(json).ok().and_then(|data| data.restore(validator).ok())
    };
    assert_eq!(
        restore(&json).map(|restored| restored.message().to_owned()),
        Some(request.message().to_owned())
    );
    let Some((at, byte)) = change else { return };
    let at = usize::from(at) % json.len();
    json[at] = byte;
    if let Some(other) = restore(&json) {
        let again = serde_json::to_vec(&other).expect("it can be written");
        assert_eq!(restore(&again).map(|again| again.message().to_owned()), Some(other.message().to_owned()));
    }
}
