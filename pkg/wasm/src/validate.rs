//! Validation.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{Locale, Report, Validator};

use crate::issue::in_words;
use crate::options::CoreOptions;
use crate::value::to_json;

#[wasm_bindgen(typescript_custom_section)]
const CORE_REPORT: &str =
    "/** The canonical body, unless there is an error, and the issues as JSON text, unless there is none. */
export type CoreReport = [body: string | undefined, issues: string | undefined];";

/// What a validation came to: the last byte of what `validate` returns.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoreVerdict {
    /// There is an error. Before the verdict stand the issues as JSON text.
    Invalid = 0,
    /// There is no issue. Before the verdict stands the canonical body.
    Valid = 1,
    /// There are warnings, which `issues` tells. Before the verdict stands the canonical body.
    Warned = 2,
}

/// What a validation found: the canonical body, unless there is an error, and the issues as JSON text, unless there is
/// none.
pub(crate) fn report(report: &Report, locale: Locale) -> Array {
    let body = report.body().map_or(JsValue::UNDEFINED, JsValue::from_str);
    let issues = if report.issues().is_empty() { JsValue::UNDEFINED } else { told(report, locale).into() };
    Array::of2(&body, &issues)
}

/// The issues as JSON text. Strings cross faster than an object's many parts.
fn told(report: &Report, locale: Locale) -> String {
    to_json(&in_words(report.issues().iter().cloned(), locale))
}

/// Judges the bytes of JSON text, or of host notation.
pub(crate) fn judge(validator: &Validator, text: &[u8], host: bool) -> Report {
    if host { validator.validate_host(text) } else { validator.validate_json(text) }
}

/// Validates JSON text, or host notation when `host` is true. Returns the body or the issues in UTF-8, and then the
/// `CoreVerdict`.
///
/// Warnings are only counted: to put them in words takes longer than to find them, and not everyone reads them.
#[wasm_bindgen]
pub fn validate(
    text: &[u8],
    host: bool,
    english: bool,
    now: f64,
    #[wasm_bindgen(unchecked_param_type = "CoreOptions | undefined")] options: JsValue,
) -> Result<Vec<u8>, JsValue> {
    let options = CoreOptions::of_call(english, now, options)?;
    let locale = options.locale;
    let report = judge(&options.validator(), text, host);
    let (verdict, text) = match report.into_result() {
        Ok((body, issues)) if issues.is_empty() => (CoreVerdict::Valid, body),
        Ok((body, _)) => (CoreVerdict::Warned, body),
        Err(issues) => (CoreVerdict::Invalid, to_json(&in_words(issues, locale))),
    };
    let mut bytes = text.into_bytes();
    bytes.push(verdict as u8);
    Ok(bytes)
}

/// Validates as `validate` does, and returns the issues as JSON text.
#[wasm_bindgen]
pub fn issues(
    text: &[u8],
    host: bool,
    english: bool,
    now: f64,
    #[wasm_bindgen(unchecked_param_type = "CoreOptions | undefined")] options: JsValue,
) -> Result<String, JsValue> {
    let options = CoreOptions::of_call(english, now, options)?;
    let locale = options.locale;
    Ok(told(&judge(&options.validator(), text, host), locale))
}
