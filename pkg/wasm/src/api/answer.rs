//! Answers: verified and explained.

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard as core;
use wechatpay_membercard::{
    AnswerError, AnswerErrorCode, ApiErrorExplanation, Locale, ResponseParts, ResponseToVerify, Retry,
    SendErrorCode, SerialKind, SignInformation, SignatureType, SignatureVerdict,
};

use crate::bridge::objects::{from_js, to_js};
use crate::family;

/// How an answer is to be judged.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoreAnswerOptions {
    /// The present, in seconds since the epoch.
    now_seconds: f64,
    /// The difference of clocks from which on answers are rejected, in seconds.
    tolerance_seconds: f64,
    locale: Locale,
    /// The name of the endpoint, where the module has several.
    #[tsify(optional)]
    api: Option<String>,
}

/// An answer whose signature is still to be verified.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoreToVerify {
    /// The signed message: timestamp, nonce and raw body, each ended by one line feed.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    message: js_sys::Uint8Array,
    /// The bytes of the signature.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    signature: js_sys::Uint8Array,
    /// The signature in base64, as the answer has it.
    signature_base64: String,
    /// Which key the signature belongs to.
    serial: String,
    serial_kind: SerialKind,
    signature_type: SignatureType,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    request_id: Option<String>,
}

/// What is thrown for an answer that is no verified success.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoreAnswerRejection {
    /// The stable name of the reason.
    code: AnswerErrorCode,
    /// What to tell a person, in the asked language.
    message: String,
    retry: Retry,
    /// Whether the card may be updated nevertheless.
    may_have_updated: bool,
    /// The explanation of an error answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    explanation: Option<ApiErrorExplanation>,
}

fn rejection(error: &AnswerError, locale: Locale) -> JsValue {
    let explanation = match error {
        AnswerError::ErrorAnswer(answer) => Some(answer.explain(locale)),
        _ => None,
    };
    to_js(&CoreAnswerRejection {
        code: error.code(),
        message: error.message(locale),
        retry: error.retry(),
        may_have_updated: error.may_have_updated(),
        explanation,
    })
}

fn open(
    status: u16,
    headers: JsValue,
    body: &[u8],
    options: &CoreAnswerOptions,
) -> Result<ResponseToVerify, JsValue> {
    let headers: Vec<(String, String)> = from_js(headers)?;
    let parts = ResponseParts::new(status, headers, body);
    let endpoint = family::named(options.api.as_deref());
    ResponseToVerify::of(endpoint, &parts, options.now_seconds as i64, options.tolerance_seconds as u64)
        .map_err(|error| rejection(&error, options.locale))
}

/// Reads an answer; throws a `CoreAnswerRejection` for what cannot be verified.
#[wasm_bindgen(unchecked_return_type = "CoreToVerify")]
pub fn open_answer(
    status: u16,
    #[wasm_bindgen(unchecked_param_type = "[string, string][]")] headers: JsValue,
    body: &[u8],
    #[wasm_bindgen(unchecked_param_type = "CoreAnswerOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let answer = open(status, headers, body, &from_js(options)?)?;
    Ok(to_js(&CoreToVerify {
        message: js_sys::Uint8Array::from(answer.message()),
        signature: js_sys::Uint8Array::from(answer.signature()),
        signature_base64: answer.signature_base64().into(),
        serial: answer.serial().into(),
        serial_kind: answer.serial_kind(),
        signature_type: answer.signature_type(),
        request_id: answer.request_id().map(ToString::to_string),
    }))
}

/// Concludes from the verifier's verdict; throws a `CoreAnswerRejection` unless the answer is a verified success.
#[wasm_bindgen]
pub fn conclude_answer(
    status: u16,
    #[wasm_bindgen(unchecked_param_type = "[string, string][]")] headers: JsValue,
    body: &[u8],
    #[wasm_bindgen(unchecked_param_type = "CoreAnswerOptions")] options: JsValue,
    #[wasm_bindgen(unchecked_param_type = "boolean | \"unknown_key\"")] verdict: JsValue,
) -> Result<(), JsValue> {
    let options = from_js(options)?;
    let answer = open(status, headers, body, &options)?;
    let verdict = verdict.as_bool().map_or(SignatureVerdict::UnknownKey, SignatureVerdict::from);
    answer.conclude(verdict).map(drop).map_err(|error| rejection(&error, options.locale))
}

/// What a verifier's failure amounts to.
#[wasm_bindgen(unchecked_return_type = "CoreAnswerRejection")]
pub fn verifier_failed(
    serial: &str,
    reason: &str,
    #[wasm_bindgen(unchecked_param_type = "Locale")] locale: JsValue,
) -> Result<JsValue, JsValue> {
    let error = AnswerError::VerifierFailed { serial: serial.into(), source: reason.into() };
    Ok(rejection(&error, from_js(locale)?))
}

/// Explains an error answer.
#[wasm_bindgen(unchecked_return_type = "ApiErrorExplanation")]
pub fn explain_error(
    status: u16,
    body: &[u8],
    #[wasm_bindgen(unchecked_param_type = "Locale")] locale: JsValue,
    api: Option<String>,
) -> Result<JsValue, JsValue> {
    Ok(to_js(&family::named(api.as_deref()).explain_error(status, body, from_js(locale)?)))
}

/// Compares the message that WeChat Pay built with the one that was signed.
#[wasm_bindgen(unchecked_return_type = "SignComparison")]
pub fn compare_sign_information(
    #[wasm_bindgen(unchecked_param_type = "SignInformation")] information: JsValue,
    message: &str,
) -> Result<JsValue, JsValue> {
    let information: SignInformation = from_js(information)?;
    Ok(to_js(&core::compare_sign_information(&information, message)))
}

/// Why sending brought no verified success, where no answer says it, in words.
#[wasm_bindgen]
pub fn send_error_message(
    #[wasm_bindgen(unchecked_param_type = "SendErrorCode")] code: JsValue,
    callback: Option<String>,
    #[wasm_bindgen(unchecked_param_type = "Locale")] locale: JsValue,
) -> Result<String, JsValue> {
    let code: SendErrorCode = from_js(code)?;
    Ok(code.message(callback.as_deref(), from_js(locale)?))
}
