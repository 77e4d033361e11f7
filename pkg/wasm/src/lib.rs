//! The WebAssembly layer: it turns JavaScript's values into the core's and back, and decides nothing itself.
//!
//! Payloads cross as text, in JSON or in host notation; options and results cross as plain objects.

mod convert;
mod issues;
mod options;
mod rejection;

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wechatpay_membercard::{PreparedRequest, PreparedRequestData, Report, RequestOptions, Signature};

use convert::{from_js, to_js};
use issues::{JsIssue, js_issues};
use options::Options;
use rejection::{rejection, signature_error};

/// What crosses, or is thrown.
type Crossing = Result<JsValue, JsValue>;

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

/// Validates a text: JSON, or a value in host notation.
#[wasm_bindgen]
pub fn validate(text: &str, host: bool, options: JsValue) -> Crossing {
    let options: Options = from_js(options)?;
    validation(&options.judge(text, host), &options)
}

/// Validates the bytes of JSON text.
#[wasm_bindgen]
pub fn validate_bytes(bytes: &[u8], options: JsValue) -> Crossing {
    let options: Options = from_js(options)?;
    validation(&options.validator().validate_json(bytes), &options)
}

/// Validates a text and builds the request that carries it.
#[wasm_bindgen]
pub fn prepare(text: &str, host: bool, options: JsValue, request: JsValue) -> Crossing {
    let options: Options = from_js(options)?;
    let request: RequestOptions = from_js(request)?;
    match options.judge(text, host).prepare(&request) {
        Ok(prepared) => to_js(&PreparedRequestData::from(&prepared)),
        Err(error) => Err(rejection(&error, options.locale)),
    }
}

/// Checks a prepared request that comes from elsewhere.
#[wasm_bindgen]
pub fn restore(data: JsValue, options: JsValue) -> Crossing {
    let prepared = restored(data, &from_js(options)?)?;
    to_js(&PreparedRequestData::from(&prepared))
}

/// Adds the signature, in base64 or as bytes, to a prepared request.
#[wasm_bindgen]
pub fn complete(data: JsValue, options: JsValue, signature: JsValue) -> Crossing {
    let prepared = restored(data, &from_js(options)?)?;
    let signature = match signature.as_string() {
        Some(text) => Signature::from_base64(&text),
        None => Signature::from_bytes(&Uint8Array::new(&signature).to_vec()),
    };
    let signed = signature.and_then(|signature| prepared.complete(signature));
    to_js(&signed.map_err(|error| signature_error(&error))?)
}

fn restored(data: JsValue, options: &Options) -> Result<PreparedRequest, JsValue> {
    let data: PreparedRequestData = from_js(data)?;
    data.restore(&options.validator()).map_err(|error| rejection(&error, options.locale))
}

/// A validation as JavaScript sees it.
#[derive(Serialize)]
struct Validation<'a> {
    valid: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a str>,
    issues: Vec<JsIssue<'a>>,
}

fn validation(report: &Report, options: &Options) -> Crossing {
    to_js(&Validation {
        valid: report.is_valid(),
        body: report.body(),
        issues: js_issues(report.issues(), options.locale),
    })
}
