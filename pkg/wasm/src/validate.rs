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

/// What a validation found: the canonical body, unless there is an error, and the issues as JSON text, unless there is
/// none. Strings cross faster than an object's many parts, and a body is no part of another text.
pub(crate) fn report(report: Report, locale: Locale) -> Array {
    let body = report.body().map_or(JsValue::UNDEFINED, JsValue::from_str);
    let issues = match report.issues() {
        [] => JsValue::UNDEFINED,
        issues => to_json(&in_words(issues, locale)).into(),
    };
    Array::of2(&body, &issues)
}

/// Judges JSON text, or host notation.
pub(crate) fn judge(validator: &Validator, text: &str, host: bool) -> Report {
    if host { validator.validate_host(text) } else { validator.validate_json(text.as_bytes()) }
}

/// Validates JSON text, or host notation when `host` is true.
#[wasm_bindgen(unchecked_return_type = "CoreReport")]
pub fn validate(
    text: &str,
    host: bool,
    #[wasm_bindgen(unchecked_param_type = "CoreOptions")] options: JsValue,
) -> Result<Array, JsValue> {
    let options = CoreOptions::read(options)?;
    let locale = options.locale;
    Ok(report(judge(&options.validator(), text, host), locale))
}

/// Validates the bytes of JSON text.
#[wasm_bindgen(unchecked_return_type = "CoreReport")]
pub fn validate_bytes(
    bytes: &[u8],
    #[wasm_bindgen(unchecked_param_type = "CoreOptions")] options: JsValue,
) -> Result<Array, JsValue> {
    let options = CoreOptions::read(options)?;
    let locale = options.locale;
    Ok(report(options.validator().validate_json(bytes), locale))
}
