//! Validation.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{Locale, Report, Validator};

use crate::issue::{in_words, told};
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
    /// There is an error. Before the verdict stand the issues, as `issues` tells them.
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
    let issues = match report.issues() {
        [] => JsValue::UNDEFINED,
        issues => to_json(&in_words(issues.iter().cloned(), locale)).into(),
    };
    Array::of2(&body, &issues)
}

/// Judges the bytes of JSON text, or of host notation.
pub(crate) fn judge(validator: &Validator, text: &[u8], host: bool) -> Report {
    if host { validator.validate_host(text) } else { validator.validate_json(text) }
}

/// Validates JSON text, or host notation when `host` is true. Returns the body or the issues, and then the `CoreVerdict`.
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
    let (verdict, mut bytes) = match report.into_result() {
        Ok((body, issues)) if issues.is_empty() => (CoreVerdict::Valid, body.into_bytes()),
        Ok((body, _)) => (CoreVerdict::Warned, body.into_bytes()),
        Err(issues) => (CoreVerdict::Invalid, told(issues, locale)),
    };
    bytes.push(verdict as u8);
    Ok(bytes)
}

/// Validates as `validate` does, and returns the issues: their rows and their messages, both as JSON text in UTF-8, and
/// the length of the rows in four bytes.
#[wasm_bindgen]
pub fn issues(
    text: &[u8],
    host: bool,
    english: bool,
    now: f64,
    #[wasm_bindgen(unchecked_param_type = "CoreOptions | undefined")] options: JsValue,
) -> Result<Vec<u8>, JsValue> {
    let options = CoreOptions::of_call(english, now, options)?;
    let locale = options.locale;
    let (Ok((_, issues)) | Err(issues)) = judge(&options.validator(), text, host).into_result();
    Ok(told(issues, locale))
}
