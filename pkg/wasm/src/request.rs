//! Requests: prepared, carried to another process, completed.

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{
    Host, Locale, PreparedRequest, PreparedRequestData, RequestError, RequestOptions, Scheme, Signature,
    SignedRequest, membercard_open,
};

use crate::mailbox::{Output, Parts, answer, received};
use crate::options::CoreOptions;
use crate::told::tell;
use crate::validate::judge;

/// What is said of a request in one bit each; the sum of them is passed, and answered.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub enum CoreRequestFlag {
    /// It goes to the backup host.
    Backup = 1,
    /// It is signed with SM2.
    Sm2 = 2,
    /// Among its parts is the value of the header `Wechatpay-Serial`.
    WechatpaySerial = 4,
}

/// What came of what was asked.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub enum CoreOutcome {
    /// The answer is what was asked for.
    Made = 0,
    /// The answer is the issues, an error among them.
    Invalid = 1,
    /// The answer says why not.
    Refused = 2,
}

/// A request as it is received: the card's id, the merchant's number, the serial number of its certificate, the nonce,
/// the value of `Wechatpay-Serial` if there is one; of one that was prepared, then its method, URL, body and message.
#[derive(Clone, Copy)]
pub(crate) struct Received {
    flags: u32,
    /// In seconds.
    timestamp: f64,
}

impl Received {
    pub(crate) fn new(flags: u32, timestamp: f64) -> Received {
        Received { flags, timestamp }
    }

    fn has(self, flag: CoreRequestFlag) -> bool {
        self.flags & flag as u32 != 0
    }

    pub(crate) fn options(self, parts: &[u8]) -> RequestOptions {
        self.read(&mut Parts(parts))
    }

    fn read(self, parts: &mut Parts<'_>) -> RequestOptions {
        let mut part = || parts.next().unwrap_or_default().to_owned();
        let (card_id, mchid, serial_no) = (part(), part(), part());
        RequestOptions {
            timestamp: Some(self.timestamp as i64),
            nonce_str: Some(part()),
            host: if self.has(CoreRequestFlag::Backup) { Host::Backup } else { Host::Main },
            wechatpay_serial: self.has(CoreRequestFlag::WechatpaySerial).then(&mut part),
            scheme: if self.has(CoreRequestFlag::Sm2) { Scheme::Sm2 } else { Scheme::Rsa },
            ..RequestOptions::new(card_id, mchid, serial_no)
        }
    }

    fn data(self, parts: &[u8]) -> PreparedRequestData {
        let mut parts = Parts(parts);
        let options = self.read(&mut parts);
        let mut part = || parts.next().unwrap_or_default().to_owned();
        PreparedRequestData {
            method: part(),
            url: part(),
            body: part(),
            message: part(),
            timestamp: self.timestamp as i64,
            nonce_str: options.nonce_str.unwrap_or_default(),
            card_id: options.card_id,
            mchid: options.mchid,
            brand_id: options.brand_id,
            serial_no: options.serial_no,
            host: options.host,
            scheme: options.scheme,
            wechatpay_serial: options.wechatpay_serial,
        }
    }
}

/// Answers a prepared request and its warnings, or why there is none.
pub(crate) fn told(request: Result<PreparedRequest, RequestError>, locale: Locale) -> usize {
    answer(|output| {
        let outcome = match request {
            Ok(request) => {
                output.prepared(&request);
                tell(request.warnings().to_vec(), locale, output);
                CoreOutcome::Made
            }
            Err(RequestError::Invalid(issues)) => {
                tell(issues, locale, output);
                CoreOutcome::Invalid
            }
            Err(refused) => {
                output.add(&refused.message(locale));
                CoreOutcome::Refused
            }
        };
        output.ended(outcome as usize)
    })
}

impl Output {
    /// Adds a prepared request: its texts in the order of `PreparedRequestData`, the sum of its flags, the lower and the
    /// upper half of its timestamp.
    fn prepared(&mut self, request: &PreparedRequest) {
        self.text(request.method());
        self.text(&request.url());
        self.text(request.body());
        self.text(request.message());
        self.text(request.nonce_str());
        self.text(request.card_id());
        self.text(request.mchid());
        self.text(request.serial_no());
        self.optional(request.wechatpay_serial());
        self.marks([
            (CoreRequestFlag::Backup as usize, request.host() == Host::Backup),
            (CoreRequestFlag::Sm2 as usize, request.scheme() == Scheme::Sm2),
        ]);
        self.integer(request.timestamp());
    }

    /// Adds a request that is ready to send: its method, URL and body; the number of its headers, and their names and
    /// values.
    fn signed(&mut self, request: &SignedRequest) {
        self.text(request.method);
        self.text(&request.url);
        self.text(&request.body);
        self.number(request.headers.len());
        for (name, value) in &request.headers {
            self.text(name);
            self.text(value);
        }
    }
}

/// Validates a text and builds the request and the message to sign. Behind the text and the extras of its options are the
/// parts of the request.
#[wasm_bindgen]
pub fn prepare(
    text: usize,
    extras: usize,
    flags: u32,
    now: f64,
    request: usize,
    request_flags: u32,
    timestamp: f64,
) -> usize {
    received([text, extras, request], |[text, extras, request]| {
        let options = CoreOptions::new(flags, now, extras);
        let request = Received::new(request_flags, timestamp).options(request);
        told(judge(text, &options).prepare(&request), options.locale())
    })
}

/// Checks everything in a prepared request again. Behind its parts are the extras of the validation's options.
#[wasm_bindgen]
pub fn restore(
    request: usize,
    request_flags: u32,
    timestamp: f64,
    extras: usize,
    flags: u32,
    now: f64,
) -> usize {
    received([request, extras], |[request, extras]| {
        let options = CoreOptions::new(flags, now, extras);
        let data = Received::new(request_flags, timestamp).data(request);
        told(data.restore(&options.validator()), options.locale())
    })
}

/// Adds the signature to a request, which must be as `prepare` or `restore` made it. Behind its parts are the bytes of the
/// signature, or its base64. A refusal is a code and a message.
#[wasm_bindgen]
pub fn complete(
    request: usize,
    request_flags: u32,
    timestamp: f64,
    signature: usize,
    is_base64: bool,
) -> usize {
    let signed = received([request, signature], |[request, signature]| {
        let data = Received::new(request_flags, timestamp).data(request);
        let request = data
            .rebuild(&membercard_open::UPDATE)
            .map_err(|error| (error.code().as_str(), error.to_string()))?;
        let signature = match is_base64 {
            true => Signature::from_base64(str::from_utf8(signature).unwrap_or_default()),
            false => Signature::from_bytes(signature),
        };
        let signed = signature.and_then(|signature| request.complete(signature));
        signed.map_err(|error| (error.code().as_str(), error.to_string()))
    });
    answer(|output| {
        let outcome = match signed {
            Ok(signed) => {
                output.signed(&signed);
                CoreOutcome::Made
            }
            Err((code, message)) => {
                output.text(code);
                output.text(&message);
                CoreOutcome::Refused
            }
        };
        output.ended(outcome as usize)
    })
}
