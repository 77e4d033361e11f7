//! Responses: verified and explained.

use serde::Serialize;
use wechatpay_membercard::{
    ApiErrorExplanation, Endpoint, Locale, ResponseError, ResponseToVerify, Retry, SerialKind,
    SignInformation, SignatureType,
};

use crate::bridge::macros::{enumeration, numbers, record};
use crate::bridge::{BridgeType, Output, Write};

enumeration!(SERIAL_KINDS: SerialKind { PublicKey, PlatformCertificate, Other });
enumeration!(SIGNATURE_TYPES: SignatureType { Rsa, Sm2, BrandRsa });

record! {
    /// A response, as an HTTP client received it, and how it is to be judged. Its body stands behind it.
    input pub struct ReceivedResponse<'i> {
        /// The HTTP status.
        status: u16,
        /// The headers that are read.
        headers: Vec<Header<'i>>,
        /// The present, in seconds since the epoch.
        now_seconds: i64,
        /// The difference of clocks from which on responses are rejected, in seconds.
        tolerance_seconds: u32,
        /// The language of what is wrong with it.
        locale: Locale,
        /// The name of the endpoint, where the module has several.
        api: Option<&'i str>,
        /// The card that the request was about, if it is known.
        card_id: Option<&'i str>,
    }
}

record! {
    /// An error response that is to be explained. Its body stands behind it.
    input pub struct ErrorResponse<'i> {
        /// The HTTP status.
        status: u16,
        /// The language.
        locale: Locale,
        /// The name of the endpoint, where the module has several.
        api: Option<&'i str>,
    }
}

record! {
    /// A message that was signed, and what WeChat Pay's server says of the one that it built.
    input pub struct SignedMessages<'i> {
        /// The message that was signed.
        ours: &'i str,
        /// The method.
        method: Option<&'i str>,
        /// The path and query.
        url: Option<&'i str>,
        /// The length of the server's message.
        sign_message_length: Option<u32>,
        /// The beginning of the server's message.
        truncated_sign_message: Option<&'i str>,
    }
}

record! {
    /// A header.
    input pub struct Header<'i> {
        /// Its name, in any case.
        name: &'i str,
        /// Its value.
        value: &'i str,
    }
}

record! {
    /// A response whose signature is still to be verified.
    output pub struct ResponseRecord<'a> {
        /// The signed message: timestamp, nonce and raw body, each ended by one line feed.
        message: &'a [u8],
        /// The bytes of the signature.
        signature: &'a [u8],
        /// The signature in base64, as the response has it.
        signature_base64: &'a str,
        /// Which key the signature belongs to.
        serial: &'a str,
        /// What kind of key that is.
        serial_kind: SerialKind,
        /// How it is signed.
        signature_type: SignatureType,
        /// WeChat Pay's name for the exchange.
        request_id: Option<String>,
    }
}

numbers! {
    /// What a verifier says of a signature.
    pub enum Verdict {
        /// It is not genuine.
        Invalid,
        /// It is genuine.
        Valid,
        /// The key is not known.
        UnknownKey,
    }
}

record! {
    /// Why a response is no verified success.
    output pub struct ResponseRejection {
        /// The stable name of the reason.
        code: &'static str as "ResponseErrorCode",
        /// What to tell a person.
        message: String,
        /// Whether to send the request again, and how.
        retry: Json<Retry> as "Retry",
        /// Whether the card may be updated nevertheless.
        may_have_updated: bool,
        /// The explanation of an error response.
        explanation: Option<Json<ApiErrorExplanation>> as "ApiErrorExplanation",
    }
}

record! {
    /// A verifier failed.
    input pub struct VerifierFailure<'i> {
        /// Which key the signature belongs to.
        serial: &'i str,
        /// Why it failed.
        reason: &'i str,
        /// The language.
        locale: Locale,
        /// The name of the endpoint, where the module has several.
        api: Option<&'i str>,
    }
}

record! {
    /// Sending brought no verified success, and no response says why.
    input pub struct SendFailure<'i> {
        /// The stable name of the reason.
        code: &'i str,
        /// The option that failed, if one did.
        callback: Option<&'i str>,
        /// The language.
        locale: Locale,
    }
}

impl<'a> ResponseRecord<'a> {
    /// What a verifier is given of a response.
    pub fn new(response: &'a ResponseToVerify) -> ResponseRecord<'a> {
        ResponseRecord {
            message: response.message(),
            signature: response.signature(),
            signature_base64: response.signature_base64(),
            serial: response.serial(),
            serial_kind: response.serial_kind(),
            signature_type: response.signature_type(),
            request_id: response.request_id().map(ToString::to_string),
        }
    }
}

impl SignedMessages<'_> {
    /// What the server says.
    pub fn theirs(&self) -> SignInformation {
        let mut theirs = SignInformation::default();
        theirs.method = self.method.map(Into::into);
        theirs.url = self.url.map(Into::into);
        theirs.sign_message_length = self.sign_message_length;
        theirs.truncated_sign_message = self.truncated_sign_message.map(Into::into);
        theirs
    }
}

impl ResponseRejection {
    /// Why an endpoint's response is none, in a language.
    pub fn new(error: &ResponseError, endpoint: &Endpoint, locale: Locale) -> ResponseRejection {
        let explanation = match error {
            ResponseError::ErrorResponse(response) => Some(Json(response.explain(locale))),
            _ => None,
        };
        ResponseRejection {
            code: error.code().as_str(),
            message: error.message(locale),
            retry: Json(error.retry()),
            // A request without a body reads.
            may_have_updated: endpoint.operation.takes_body() && error.may_have_updated(),
            explanation,
        }
    }
}

/// What is deep and rare: as JSON text.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T> BridgeType for Json<T> {}

impl<T: Serialize> Write for Json<T> {
    fn write(&self, output: &mut Output) {
        // Only types of the core are written, none of which can fail.
        output.text(&serde_json::to_string(&self.0).unwrap_or_default());
    }
}

#[cfg(feature = "typescript")]
mod described {
    use fastrand::Rng;
    use serde::Serialize;
    use serde_json::{Value, json};
    use wechatpay_membercard::{ApiErrorExplanation, Locale, Retry, explain_error};

    use super::Json;
    use crate::bridge::typescript::{Described, Shape, Types};

    /// Values that only the core makes.
    trait Sample {
        fn sample(random: &mut Rng) -> Self;
    }

    impl Sample for Retry {
        fn sample(random: &mut Rng) -> Retry {
            [Retry::Never, Retry::SameParameters, Retry::BackupHost, Retry::Wait][random.usize(..4)]
        }
    }

    impl Sample for ApiErrorExplanation {
        fn sample(random: &mut Rng) -> ApiErrorExplanation {
            let body = json!({ "code": "PARAM_ERROR", "message": String::sample(random) }).to_string();
            let status = 400 + random.u16(..104);
            explain_error(status, body.as_bytes(), <Locale as Described>::sample(random))
        }
    }

    impl<T: Sample + Serialize> Described for Json<T> {
        fn shape(_: &mut Types) -> Shape {
            Shape::Value { type_name: "unknown", read: "json()", write: "" }
        }

        fn sample(random: &mut Rng) -> Json<T> {
            Json(T::sample(random))
        }

        fn json(&self) -> Value {
            json!(self.0)
        }
    }
}
