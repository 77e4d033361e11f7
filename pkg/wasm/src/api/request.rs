//! Prepares and completes requests.

use wasm_bindgen::prelude::wasm_bindgen;
#[cfg(feature = "response")]
use wechatpay_membercard::out_request_no_from_bytes;
use wechatpay_membercard::{
    Locale, PreparedRequest, PreparedRequestData, RequestError, RequestOptions, Signature, SigningErrorCode,
};

use super::validate::validated;
use super::value::with_value;
use crate::bridge::records::issue::Issues;
use crate::bridge::records::options::ValidationOptions;
#[cfg(feature = "response")]
use crate::bridge::records::request::CardToRead;
use crate::bridge::records::request::{GivenSignature, SignatureRefusal, SignedRequest, SigningFailure};
use crate::bridge::{Outcome, Read, Write, respond, with_input};
use crate::family;

/// Returns a prepared request and its warnings, or the reason why there is none.
pub(super) fn respond_prepared(request: Result<PreparedRequest, RequestError>, locale: Locale) -> usize {
    respond(|output| match request {
        Ok(request) => {
            PreparedRequestData::from(&request).write(output);
            Issues::new(request.warnings().to_vec(), locale).write(output);
            Outcome::Done
        }
        Err(RequestError::Invalid(issues)) => {
            Issues::new(issues, locale).write(output);
            Outcome::Invalid
        }
        Err(refused) => {
            output.add(&refused.message(locale));
            Outcome::Refused
        }
    })
}

/// Validates a payload and prepares the request. The input is the options of the request, those of the validation, and
/// the payload as JSON text.
#[wasm_bindgen]
pub fn prepare(input: usize, flags: u32, now: f64) -> usize {
    with_input(input, |input| {
        let request = RequestOptions::read(0, input);
        let (report, locale) = validated(flags, now, input);
        respond_prepared(report.prepare(&request), locale)
    })
}

/// The same for the encoded value with that many words and code units.
#[wasm_bindgen]
pub fn prepare_value(words: usize, units: usize, input: usize, flags: u32, now: f64) -> usize {
    with_value(words, units, input, |value, input| {
        let request = RequestOptions::read(0, input);
        let options = ValidationOptions::take(flags, input);
        let locale = options.locale;
        respond_prepared(options.validator(now).validate_value(value).prepare(&request), locale)
    })
}

/// Prepares the request that reads a card. The input is the options of the request, and which card to read.
#[cfg(feature = "response")]
#[wasm_bindgen]
pub fn prepare_get(input: usize) -> usize {
    with_input(input, |input| {
        let request = RequestOptions::read(0, input);
        let CardToRead { locale, api } = CardToRead::read(0, input);
        respond_prepared(family::named(api).prepare_get(&request), locale)
    })
}

/// Makes the request number of a creation. The input is its random bytes and the brand id. The time is in seconds.
#[cfg(feature = "response")]
#[wasm_bindgen]
pub fn out_request_no(input: usize, timestamp: f64) -> usize {
    let number = with_input(input, |input| {
        let bytes = input.integer().to_le_bytes();
        out_request_no_from_bytes(input.rest_of_text(), timestamp as i64, bytes)
    });
    respond(|output| {
        output.add(&number);
        Outcome::Done
    })
}

/// Checks a prepared request again. The input is the request and the options of the validation.
#[wasm_bindgen]
pub fn restore(input: usize, flags: u32, now: f64) -> usize {
    with_input(input, |input| {
        let request = PreparedRequestData::read(0, input);
        let options = ValidationOptions::take(flags, input);
        let locale = options.locale;
        respond_prepared(request.restore(&options.validator(now)), locale)
    })
}

/// Adds a signature to a request, which must be unchanged since `prepare` or `restore`. The input is the request, the
/// signature, and the name of the endpoint, or nothing.
#[wasm_bindgen]
pub fn complete(input: usize) -> usize {
    let signed = with_input(input, |input| {
        let data = PreparedRequestData::read(0, input);
        let GivenSignature { is_base64, locale, bytes } = GivenSignature::read(0, input);
        let endpoint = family::named(Some(input.rest_of_text()));
        let request = data.rebuild(endpoint).map_err(|error| SignatureRefusal {
            code: error.code().as_str(),
            message: error.message(locale),
        })?;
        let signature = match is_base64 {
            true => Signature::from_base64(str::from_utf8(bytes).unwrap_or_default()),
            false => Signature::from_bytes(bytes),
        };
        signature
            .and_then(|signature| request.complete(signature))
            .map_err(|error| SignatureRefusal { code: error.code().as_str(), message: error.message(locale) })
    });
    respond(|output| match signed {
        Ok(signed) => {
            SignedRequest::from(signed).write(output);
            Outcome::Done
        }
        Err(refusal) => {
            refusal.write(output);
            Outcome::Refused
        }
    })
}

/// Returns the message for a signer's failure.
#[wasm_bindgen]
pub fn signing_failed(input: usize) -> usize {
    let message = with_input(input, |input| {
        let failure = SigningFailure::read(0, input);
        let given = [("reason", failure.reason), ("type", failure.type_name), ("member", failure.member)];
        let params = given.into_iter().filter_map(|(name, text)| Some((name, text?.to_owned().into())));
        let code = match failure.is_no_signature {
            true => SigningErrorCode::NoSignature,
            false => SigningErrorCode::SignerFailed,
        };
        code.message(&params.collect(), failure.locale)
    });
    respond(|output| {
        output.add(&message);
        Outcome::Done
    })
}
