//! Verifies and explains responses.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard as core;
use wechatpay_membercard::{
    Endpoint, Locale, ResponseError, ResponseParts, ResponseToVerify, SendErrorCode, SignatureVerdict,
};

use crate::bridge::records::response::{
    ErrorResponse, ReceivedResponse, ResponseRecord, ResponseRejection, SendFailure, SignedMessages, Verdict,
    VerifierFailure,
};
use crate::bridge::{Input, Outcome, Output, Read, Write, respond, with_input};
use crate::family;

/// A parsed response, and the parameters of its verification.
struct ParsedResponse<'i> {
    response: Result<ResponseToVerify, ResponseError>,
    endpoint: &'static Endpoint,
    card_id: Option<&'i str>,
    locale: Locale,
}

/// Parses the parameters of the verification and the response.
fn parse<'i>(input: &mut Input<'i>) -> ParsedResponse<'i> {
    let response = ReceivedResponse::read(0, input);
    let headers = response.headers.iter().map(|header| (header.name, header.value));
    let parts = ResponseParts::new(response.status, headers, input.rest());
    let endpoint = family::named(response.api);
    let parsed =
        ResponseToVerify::of(endpoint, &parts, response.now_seconds, response.tolerance_seconds.into());
    ParsedResponse { response: parsed, endpoint, card_id: response.card_id, locale: response.locale }
}

fn reject(error: &ResponseError, endpoint: &Endpoint, locale: Locale, output: &mut Output) -> Outcome {
    ResponseRejection::new(error, endpoint, locale).write(output);
    Outcome::Refused
}

/// Parses a response. Returns what the verifier needs, or the reason why the response cannot be verified.
#[wasm_bindgen]
pub fn open_response(input: usize) -> usize {
    with_input(input, |input| {
        let ParsedResponse { response, endpoint, locale, .. } = parse(input);
        respond(|output| match &response {
            Ok(response) => {
                ResponseRecord::new(response).write(output);
                Outcome::Done
            }
            Err(error) => reject(error, endpoint, locale, output),
        })
    })
}

/// Concludes with the verifier's result, one of `Verdict`. Returns the card in a verified success (empty if it has
/// none), or the reason why the response is not a verified success.
#[wasm_bindgen]
pub fn conclude_response(input: usize, verdict: u32) -> usize {
    let verdict = match verdict {
        verdict if verdict == Verdict::Valid as u32 => SignatureVerdict::Valid,
        verdict if verdict == Verdict::UnknownKey as u32 => SignatureVerdict::UnknownKey,
        _ => SignatureVerdict::Invalid,
    };
    with_input(input, |input| {
        let ParsedResponse { response, endpoint, card_id, locale } = parse(input);
        let concluded =
            response.and_then(|response| response.conclude(verdict)).and_then(|success| match card_id {
                Some(card_id) => success.of_card(card_id),
                None => Ok(success),
            });
        respond(|output| match concluded {
            Ok(success) => {
                output.add(success.card().unwrap_or_default());
                Outcome::Done
            }
            Err(error) => reject(&error, endpoint, locale, output),
        })
    })
}

/// Returns the error for a verifier that failed.
#[wasm_bindgen]
pub fn verifier_failed(input: usize) -> usize {
    with_input(input, |input| {
        let VerifierFailure { serial, reason, locale, api } = VerifierFailure::read(0, input);
        let error = ResponseError::VerifierFailed { serial: serial.into(), source: reason.into() };
        respond(|output| reject(&error, family::named(api), locale, output))
    })
}

/// Returns the explanation of an error response, as JSON text.
#[wasm_bindgen]
pub fn explain_error(input: usize) -> usize {
    let explanation = with_input(input, |input| {
        let ErrorResponse { status, locale, api } = ErrorResponse::read(0, input);
        family::named(api).explain_error(status, input.rest(), locale)
    });
    respond(|output| {
        // Types of the core always serialize.
        output.add(&serde_json::to_string(&explanation).unwrap_or_default());
        Outcome::Done
    })
}

/// Compares the message that WeChat Pay signed with ours.
#[wasm_bindgen(unchecked_return_type = "SignComparison")]
pub fn compare_sign_information(input: usize) -> JsValue {
    let comparison = with_input(input, |input| {
        let messages = SignedMessages::read(0, input);
        core::compare_sign_information(&messages.theirs(), messages.ours)
    });
    // Numbers and texts always serialize.
    comparison.serialize(&Serializer::json_compatible()).unwrap_or_default()
}

/// Returns the message for a failure of sending without a response.
#[wasm_bindgen]
pub fn send_failed(input: usize) -> usize {
    with_input(input, |input| {
        let SendFailure { code, callback, locale } = SendFailure::read(0, input);
        let known = SendErrorCode::ALL.iter().find(|known| known.as_str() == code);
        respond(|output| {
            match known {
                Some(known) => output.add(&known.message(callback, locale)),
                None => output.add(code),
            };
            Outcome::Done
        })
    })
}
