//! Responses, verification and explanation.

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
    /// A received response with the parameters of its verification. Its body follows.
    input pub struct ReceivedResponse<'i> {
        /// The HTTP status.
        status: u16,
        /// The headers that are needed.
        headers: Vec<Header<'i>>,
        /// The current time, in seconds since the epoch.
        now_seconds: i64,
        /// The tolerance in seconds: this difference or more is rejected.
        tolerance_seconds: u32,
        /// The language of errors.
        locale: Locale,
        /// The name of the endpoint, if the module has several.
        api: Option<&'i str>,
        /// The card of the request, if known.
        card_id: Option<&'i str>,
    }
}

record! {
    /// An error response to explain. Its body follows.
    input pub struct ErrorResponse<'i> {
        /// The HTTP status.
        status: u16,
        /// The language.
        locale: Locale,
        /// The name of the endpoint, if the module has several.
        api: Option<&'i str>,
    }
}

record! {
    /// A signed message, and what WeChat Pay's server reports about the message that it signed.
    input pub struct SignedMessages<'i> {
        /// Our message.
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
    /// A response to verify.
    output pub struct ResponseRecord<'a> {
        /// The signed message: timestamp, nonce and raw body, each ended by one line feed.
        message: &'a [u8],
        /// The bytes of the signature.
        signature: &'a [u8],
        /// The signature in base64, as the response has it.
        signature_base64: &'a str,
        /// The id of the key.
        serial: &'a str,
        /// The kind of that key.
        serial_kind: SerialKind,
        /// The signature scheme.
        signature_type: SignatureType,
        /// WeChat Pay's id of the exchange.
        request_id: Option<String>,
    }
}

numbers! {
    /// A verifier's result.
    pub enum Verdict {
        /// The signature does not match.
        Invalid,
        /// The signature matches.
        Valid,
        /// The key is unknown.
        UnknownKey,
    }
}

record! {
    /// Why a response is not a verified success.
    output pub struct ResponseRejection {
        /// The stable name of the reason.
        code: &'static str as "ResponseErrorCode",
        /// The message for people.
        message: String,
        /// Whether and how to retry.
        retry: Json<Retry> as "Retry",
        /// Whether the card may have been updated nevertheless.
        may_have_updated: bool,
        /// The explanation of an error response.
        explanation: Option<Json<ApiErrorExplanation>> as "ApiErrorExplanation",
    }
}

record! {
    /// A verifier's failure.
    input pub struct VerifierFailure<'i> {
        /// The id of the key.
        serial: &'i str,
        /// The verifier's error message.
        reason: &'i str,
        /// The language.
        locale: Locale,
        /// The name of the endpoint, if the module has several.
        api: Option<&'i str>,
    }
}

record! {
    /// A failure of sending without a response that explains it.
    input pub struct SendFailure<'i> {
        /// The stable name of the reason.
        code: &'i str,
        /// The option whose function failed, if any.
        callback: Option<&'i str>,
        /// The language.
        locale: Locale,
    }
}

impl<'a> ResponseRecord<'a> {
    /// The data of a response that a verifier needs.
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
    /// The data that the server reports.
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
    /// The reason, in one language.
    pub fn new(error: &ResponseError, endpoint: &Endpoint, locale: Locale) -> ResponseRejection {
        let explanation = match error {
            ResponseError::ErrorResponse(response) => Some(Json(response.explain(locale))),
            _ => None,
        };
        ResponseRejection {
            code: error.code().as_str(),
            message: error.message(locale),
            retry: Json(error.retry()),
            // Requests without a body only read.
            may_have_updated: endpoint.operation.takes_body() && error.may_have_updated(),
            explanation,
        }
    }
}

/// Complex and rare data, as JSON text.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T> BridgeType for Json<T> {}

impl<T: Serialize> Write for Json<T> {
    fn write(&self, output: &mut Output) {
        // Types of the core always serialize.
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

    /// Types whose values only the core creates.
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
