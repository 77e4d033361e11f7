//! Validation.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{Locale, LocalizedIssue, Report, Validator};

use crate::issue::in_words;
use crate::options::CoreOptions;
use crate::value::to_js;

/// What a validation found.
#[derive(Serialize, Tsify)]
pub(crate) struct CoreReport {
    /// The canonical body; absent if there is an error.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    body: Option<String>,
    #[tsify(type = "Issue[]")]
    issues: Vec<LocalizedIssue>,
}

pub(crate) fn report(report: Report, locale: Locale) -> JsValue {
    let body = report.body().map(str::to_owned);
    let issues = match report.into_result() {
        Ok((_, warnings)) => warnings,
        Err(issues) => issues,
    };
    to_js(&CoreReport { body, issues: in_words(issues, locale) })
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
) -> Result<JsValue, JsValue> {
    let options = CoreOptions::read(options)?;
    let locale = options.locale;
    Ok(report(judge(&options.validator(), text, host), locale))
}

/// Validates the bytes of JSON text.
#[wasm_bindgen(unchecked_return_type = "CoreReport")]
pub fn validate_bytes(
    bytes: &[u8],
    #[wasm_bindgen(unchecked_param_type = "CoreOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let options = CoreOptions::read(options)?;
    let locale = options.locale;
    Ok(report(options.validator().validate_json(bytes), locale))
}
