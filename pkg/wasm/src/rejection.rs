//! What is thrown: an object with all issues when an input is not valid, an `Error` for anything else.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::JsError;
use wechatpay_membercard::{Locale, RequestError, SignatureError};

use crate::convert::to_js;
use crate::issues::{JsIssue, js_issues};

#[derive(Serialize)]
struct Rejection<'a> {
    issues: Vec<JsIssue<'a>>,
}

/// Why a request could not be prepared.
pub(crate) fn rejection(error: &RequestError, locale: Locale) -> JsValue {
    match error {
        RequestError::Invalid(issues) => {
            to_js(&Rejection { issues: js_issues(issues, locale) }).unwrap_or_else(|error| error)
        }
        other => JsError::new(&other.to_string()).into(),
    }
}

/// Why something cannot be the signature of a request.
pub(crate) fn signature_error(error: &SignatureError) -> JsValue {
    JsError::new(&error.to_string()).into()
}
