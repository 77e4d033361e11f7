//! Requests: prepared, carried to another process, completed.

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wechatpay_membercard as core;
use wechatpay_membercard::{
    Host, Locale, LocalizedIssue, PreparedRequest, PreparedRequestData, RequestError, RequestOptions, Scheme,
    Signature,
};

use crate::issue::{CoreRejection, in_words};
use crate::mailbox::received;
use crate::options::CoreOptions;
use crate::validate::judge;
use crate::value::{error, from_js, to_js};

/// What a request takes beside the payload.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoreRequestOptions {
    card_id: String,
    mchid: String,
    serial_no: String,
    /// In seconds.
    timestamp: f64,
    nonce_str: String,
    #[tsify(optional)]
    host: Option<Host>,
    #[tsify(optional)]
    wechatpay_serial: Option<String>,
    #[tsify(optional)]
    scheme: Option<Scheme>,
}

impl From<CoreRequestOptions> for RequestOptions {
    fn from(options: CoreRequestOptions) -> RequestOptions {
        RequestOptions {
            timestamp: Some(options.timestamp as i64),
            nonce_str: Some(options.nonce_str),
            host: options.host.unwrap_or_default(),
            wechatpay_serial: options.wechatpay_serial,
            scheme: options.scheme.unwrap_or_default(),
            ..RequestOptions::new(options.card_id, options.mchid, options.serial_no)
        }
    }
}

/// A prepared request and its warnings.
#[derive(Serialize, Tsify)]
pub(crate) struct CorePrepared {
    data: PreparedRequestData,
    /// Warnings only.
    #[tsify(type = "Issue[]")]
    issues: Vec<LocalizedIssue>,
}

/// A request that is ready to send: `fetch(request.url, request)` sends it.
#[derive(Serialize, Tsify)]
#[allow(dead_code, reason = "the declaration of what the core's type becomes in JavaScript")]
pub(crate) struct SignedRequest {
    /// The HTTP method.
    #[tsify(type = "\"PATCH\"")]
    method: String,
    /// Where the request goes.
    url: String,
    /// All headers, `Authorization` among them.
    #[tsify(type = "Record<string, string>")]
    headers: Vec<(String, String)>,
    /// The exact text that was signed.
    body: String,
}

pub(crate) fn outcome(
    request: Result<PreparedRequest, RequestError>,
    locale: Locale,
) -> Result<JsValue, JsValue> {
    match request {
        Ok(request) => Ok(to_js(&CorePrepared {
            data: PreparedRequestData::from(&request),
            issues: in_words(request.warnings().iter().cloned(), locale),
        })),
        Err(RequestError::Invalid(issues)) => Err(to_js(&CoreRejection { issues: in_words(issues, locale) })),
        Err(refused) => Err(error(refused)),
    }
}

/// Validates a payload and builds the request and the message to sign.
#[wasm_bindgen(unchecked_return_type = "CorePrepared")]
pub fn prepare(
    text: usize,
    extras: usize,
    flags: u32,
    now: f64,
    #[wasm_bindgen(unchecked_param_type = "CoreRequestOptions")] request: JsValue,
) -> Result<JsValue, JsValue> {
    let request: CoreRequestOptions = from_js(request)?;
    received([text, extras], |[text, extras]| {
        let options = CoreOptions::new(flags, now, extras);
        outcome(judge(text, &options).prepare(&request.into()), options.locale())
    })
}

/// Checks everything in a prepared request again.
#[wasm_bindgen(unchecked_return_type = "CorePrepared")]
pub fn restore(
    #[wasm_bindgen(unchecked_param_type = "PreparedRequestData")] data: JsValue,
    extras: usize,
    flags: u32,
    now: f64,
) -> Result<JsValue, JsValue> {
    let data: PreparedRequestData = from_js(data)?;
    received([extras], |[extras]| {
        let options = CoreOptions::new(flags, now, extras);
        outcome(data.restore(&options.validator()), options.locale())
    })
}

/// Adds the signature to a request, which must be as `prepare` or `restore` made it.
#[wasm_bindgen(unchecked_return_type = "SignedRequest")]
pub fn complete(
    #[wasm_bindgen(unchecked_param_type = "PreparedRequestData")] data: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] signature: JsValue,
) -> Result<JsValue, JsValue> {
    let data: PreparedRequestData = from_js(data)?;
    let request = data.rebuild().map_err(error)?;
    let signature = match signature.dyn_ref::<js_sys::Uint8Array>() {
        Some(bytes) => Signature::from_bytes(&bytes.to_vec()),
        None => Signature::from_base64(&signature.as_string().unwrap_or_default()),
    };
    let signed: core::SignedRequest =
        signature.and_then(|signature| request.complete(signature)).map_err(error)?;
    Ok(to_js(&signed))
}
