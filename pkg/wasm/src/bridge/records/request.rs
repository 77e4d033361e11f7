//! Requests and their options.

use wechatpay_membercard::{Locale, SignedRequest as CoreSignedRequest};

use crate::bridge::macros::{enumeration, record};
use crate::bridge::{BridgeType, Output, Write};

enumeration!(HOSTS: Host { Main, Backup });
enumeration!(SCHEMES: Scheme { Rsa, Sm2, BrandRsa });

record! {
    /// The options of a request. Times are in seconds.
    input impl RequestOptions {
        card_id,
        mchid,
        brand_id,
        serial_no,
        timestamp,
        nonce_str,
        host,
        wechatpay_serial,
        scheme,
    }
}

record! {
    /// A prepared request, as data for another process.
    both impl PreparedRequestData as declared {
        method as "\"PATCH\" | \"POST\" | \"GET\"",
        url,
        body,
        message,
        timestamp,
        nonce_str,
        card_id,
        mchid,
        brand_id,
        serial_no,
        host,
        scheme,
        wechatpay_serial,
    }
}

record! {
    /// A request that is ready to send: `fetch(request.url, request)` sends it.
    output pub struct SignedRequest {
        /// The HTTP method.
        method: &'static str as "\"PATCH\" | \"POST\" | \"GET\"",
        /// The URL.
        url: String,
        /// All headers, including `Authorization`.
        headers: Headers,
        /// The exact text that was signed. Absent for a request that reads a card.
        body: Option<String>,
    }
}

record! {
    /// Which card to read, besides the options of the request.
    input pub struct CardToRead<'i> {
        /// The language of issues.
        locale: Locale,
        /// The name of the endpoint, if the module has several.
        api: Option<&'i str>,
    }
}

impl From<CoreSignedRequest> for SignedRequest {
    fn from(request: CoreSignedRequest) -> SignedRequest {
        let CoreSignedRequest { method, url, headers, body, .. } = request;
        SignedRequest {
            method,
            url,
            headers: Headers(headers),
            body: Some(body).filter(|body| !body.is_empty()),
        }
    }
}

/// The headers of a request: their number, and each one's name and value.
#[derive(Debug)]
pub struct Headers(Vec<(&'static str, String)>);

impl BridgeType for Headers {}

impl Write for Headers {
    fn write(&self, output: &mut Output) {
        output.number(self.0.len());
        for (name, value) in &self.0 {
            output.text(name);
            output.text(value);
        }
    }
}

record! {
    /// A signature to add: raw bytes, or base64.
    input pub struct GivenSignature<'i> {
        /// Whether it is base64.
        is_base64: bool,
        /// The language of errors.
        locale: Locale,
        /// The raw bytes, or the base64 text.
        bytes: &'i [u8],
    }
}

record! {
    /// A signer's failure, to be described: it threw, or returned no signature.
    input pub struct SigningFailure<'i> {
        /// Whether it returned something that is not a signature.
        is_no_signature: bool,
        /// The language.
        locale: Locale,
        /// The signer's error message.
        reason: Option<&'i str>,
        /// The type of the returned value.
        type_name: Option<&'i str>,
        /// The name of its member that may be the signature.
        member: Option<&'i str>,
    }
}

record! {
    /// Why no signature was added.
    output pub struct SignatureRefusal {
        /// The stable name of the reason.
        code: &'static str as "RequestErrorCode | SignatureErrorCode",
        /// The reason, as a message.
        message: String,
    }
}

#[cfg(feature = "typescript")]
mod described {
    use fastrand::Rng;
    use serde_json::{Map, Value};

    use super::Headers;
    use crate::bridge::typescript::{Described, Shape, Types};

    impl Described for Headers {
        fn shape(_: &mut Types) -> Shape {
            Shape::Value { type_name: "Record<string, string>", read: "headers()", write: "" }
        }

        fn sample(random: &mut Rng) -> Headers {
            Headers(
                (0..random.usize(..6)).map(|_| (<&str>::sample(random), String::sample(random))).collect(),
            )
        }

        fn json(&self) -> Value {
            let headers = self.0.iter().map(|(name, value)| ((*name).to_owned(), value.json()));
            headers.collect::<Map<_, _>>().into()
        }
    }
}
