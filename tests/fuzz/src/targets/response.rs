//! Responses with any status, headers and body. Two bytes are the status; then the body up to the first NUL; the rest
//! becomes headers.

use arbitrary::{Arbitrary, Unstructured};
use wechatpay_membercard::{
    DEFAULT_TOLERANCE_SECONDS, Locale, ResponseError, ResponseParts, SignatureVerdict, SuccessResponse,
    compare_sign_information, explain_error, verify_response,
};

const NOW: i64 = 1_722_850_425;

struct Response<'a> {
    status: u16,
    body: &'a [u8],
    headers: Headers<'a>,
}

#[derive(Arbitrary, Debug)]
struct Headers<'a> {
    is_signed: bool,
    timestamp: i16,
    signature: &'a [u8],
    others: Vec<(Header, &'a str)>,
    our_message: &'a str,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Header {
    Timestamp,
    Nonce,
    Signature,
    Serial,
    Type,
    RequestId,
    Other,
}

impl Header {
    fn name(self) -> &'static str {
        match self {
            Header::Timestamp => "Wechatpay-Timestamp",
            Header::Nonce => "wechatpay-nonce",
            Header::Signature => "WECHATPAY-SIGNATURE",
            Header::Serial => "Wechatpay-Serial",
            Header::Type => "Wechatpay-Signature-Type",
            Header::RequestId => "Request-ID",
            Header::Other => "Content-Type",
        }
    }
}

/// Explains and verifies a response.
pub fn run(data: &[u8]) {
    let Some((status, rest)) = data.split_first_chunk() else { return };
    let end = rest.iter().position(|byte| *byte == 0).unwrap_or(rest.len());
    let (body, headers) = rest.split_at(end);
    let Ok(headers) = Headers::arbitrary_take_rest(Unstructured::new(headers)) else { return };
    let response = Response { status: u16::from_be_bytes(*status), body, headers };
    explain(&response);
    verify(&response);
}

fn explain(response: &Response<'_>) {
    for locale in [Locale::Zh, Locale::En] {
        let explanation = explain_error(response.status, response.body, locale);
        assert!(!explanation.title.is_empty() && !explanation.action.is_empty());
        assert!(explanation.title.lines().count() == 1, "{}", explanation.title);
        let says_nothing = String::from_utf8_lossy(response.body).trim_matches(is_blank).is_empty();
        assert!(says_nothing || explanation.cause != "success");
        for field in &explanation.fields {
            assert!(field.pointer.starts_with('/') && !field.path.segments().is_empty());
        }
        if let Some(information) = &explanation.sign_information {
            let comparison = compare_sign_information(information, response.headers.our_message);
            let lengths_fit = comparison.length.is_none_or(|length| length.equal);
            assert_eq!(comparison.equal, comparison.differences.is_empty() && lengths_fit);
            if let Some(theirs) = &information.truncated_sign_message {
                let same = compare_sign_information(information, theirs);
                assert_eq!(same.differences, []);
            }
        }
    }
}

fn verify(response: &Response<'_>) {
    let mut headers = Vec::new();
    if response.headers.is_signed {
        // Complete, so that the fuzzer need not find four headers at once; others may repeat them.
        headers.push(("Wechatpay-Timestamp", (NOW + i64::from(response.headers.timestamp)).to_string()));
        headers.push(("Wechatpay-Nonce", "d824f2e086d3c1df967785d13fcd22ef".into()));
        headers.push(("Wechatpay-Serial", "4DF076AC5A7D968D4A8B0B9C599A74CB4CF8EE8A".into()));
        headers.push(("Wechatpay-Signature", base64(response.headers.signature)));
    }
    headers
        .extend(response.headers.others.iter().map(|(header, value)| (header.name(), (*value).to_owned())));
    let parts = ResponseParts::new(response.status, headers, response.body);
    let outcome = |verdict: SignatureVerdict| {
        verify_response(&parts, NOW, DEFAULT_TOLERANCE_SECONDS, |received| {
            let message = received.message();
            assert!(message.ends_with(&[response.body, b"\n"].concat()));
            assert_eq!(message.iter().filter(|byte| **byte == b'\n').count(), 3 + line_feeds(response.body));
            assert!(!received.serial().is_empty() && !received.signature().is_empty());
            Ok::<_, String>(verdict)
        })
    };
    match outcome(SignatureVerdict::Valid) {
        Ok(SuccessResponse { status, .. }) => {
            assert!(matches!(status, 200 | 204) && status == response.status && response.body.is_empty());
        }
        Err(error) => check_words(&error),
    }
    for verdict in [SignatureVerdict::Invalid, SignatureVerdict::UnknownKey] {
        match outcome(verdict) {
            Ok(_) => panic!("nothing succeeds without a verifier's word"),
            Err(error) => check_words(&error),
        }
    }
}

fn check_words(error: &ResponseError) {
    for locale in [Locale::Zh, Locale::En] {
        assert!(!error.message(locale).is_empty());
    }
    assert!(!error.code().as_str().is_empty());
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}

fn line_feeds(body: &[u8]) -> usize {
    body.iter().filter(|byte| **byte == b'\n').count()
}

/// The base64 of an RSA signature that begins with these bytes.
fn base64(bytes: &[u8]) -> String {
    let mut signature = bytes.to_vec();
    signature.resize(256, 1);
    let signature = wechatpay_membercard::Signature::from_bytes(&signature).expect("it is not empty");
    signature.to_base64()
}
