//! The signing guard.

use serde::Deserialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard as core;
use wechatpay_membercard::{
    Expectations, ExpectedCards, Host, Inspection, IssueCode, NonceMemory, Refusal, RefusalCode,
};

use crate::bridge::objects::{error, from_js, to_js};
use crate::bridge::records::options::ValidationOptions;
use crate::bridge::with_input;
use crate::family;

/// What the guard takes beside the options of a validation.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoreExpectations {
    /// The cards that may be updated; absent means any.
    #[tsify(optional)]
    card_ids: Option<Vec<String>>,
    #[tsify(optional)]
    tolerance_seconds: Option<f64>,
    #[tsify(optional)]
    min_nonce_length: Option<f64>,
    #[tsify(optional, type = "IssueCode[]")]
    allow_warnings: Option<Vec<String>>,
    #[tsify(optional, type = "IssueCode[]")]
    refuse_warnings: Option<Vec<String>>,
}

impl CoreExpectations {
    fn with(self, options: ValidationOptions<'_>, now: f64) -> Result<Expectations, JsValue> {
        let cards = self.card_ids.map_or_else(ExpectedCards::any, ExpectedCards::any_of);
        let now_seconds = (now / 1000.0).floor() as i64;
        let mut expectations = Expectations::of(options.validator(now), cards).now_seconds(now_seconds);
        if let Some(tolerance) = self.tolerance_seconds {
            expectations = expectations.tolerance_seconds(tolerance as u64);
        }
        if let Some(length) = self.min_nonce_length {
            expectations = expectations.min_nonce_length(length as usize);
        }
        // What is both allowed and refused is refused.
        let expectations = expectations.allow_warnings(issue_codes(self.allow_warnings)?);
        Ok(expectations.refuse_warnings(issue_codes(self.refuse_warnings)?))
    }
}

fn issue_codes(names: Option<Vec<String>>) -> Result<Vec<IssueCode>, JsValue> {
    names.unwrap_or_default().iter().map(|name| issue_code(name)).collect()
}

/// The code of that name. A name that is misspelt must not let a warning pass.
fn issue_code(name: &str) -> Result<IssueCode, JsValue> {
    let code = IssueCode::ALL.iter().find(|code| code.as_str() == name);
    code.copied().ok_or_else(|| error(format!("no issue has the code {name:?}")))
}

/// Decides whether a message may be signed, which stands behind the options of the validation.
#[wasm_bindgen(unchecked_return_type = "Inspection")]
pub fn inspect_message(
    input: usize,
    flags: u32,
    now: f64,
    #[wasm_bindgen(unchecked_param_type = "CoreExpectations")] expectations: JsValue,
) -> Result<JsValue, JsValue> {
    let expectations: CoreExpectations = from_js(expectations)?;
    with_input(input, |input| {
        let options = ValidationOptions::take(flags, input);
        let locale = options.locale;
        let result = core::inspect_message(input.rest(), &expectations.with(options, now)?);
        Ok(to_js(&Inspection::new(&result, locale)))
    })
}

/// A reason not to sign that the host found by itself, in words.
#[wasm_bindgen(unchecked_return_type = "Refusal")]
pub fn refusal_of(
    #[wasm_bindgen(unchecked_param_type = "RefusalCode")] code: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Locale")] locale: JsValue,
) -> Result<JsValue, JsValue> {
    let code: RefusalCode = from_js(code)?;
    Ok(to_js(&Refusal::new(code).localize(from_js(locale)?)))
}

/// What the URLs of WeChat Pay's hosts begin with.
#[wasm_bindgen]
pub fn origins() -> Vec<String> {
    Host::ALL.map(|host| host.origin().to_owned()).into()
}

/// Why a path is not that of an endpoint, in English; nothing if it is.
#[wasm_bindgen]
pub fn refuse_path(path: &str, api: Option<String>) -> Option<String> {
    let operation = family::named(api.as_deref()).operation;
    operation.card_id_in_path(path).err().map(|refusal| refusal.to_string())
}

/// The nonces of the messages that were signed.
#[wasm_bindgen]
pub struct CoreNonceMemory(NonceMemory);

#[wasm_bindgen]
impl CoreNonceMemory {
    /// An empty memory.
    #[wasm_bindgen(constructor)]
    pub fn new(capacity: u32) -> CoreNonceMemory {
        CoreNonceMemory(NonceMemory::new(capacity as usize))
    }

    /// Remembers a nonce, or tells why its message must not be signed. Times are in seconds.
    #[wasm_bindgen(unchecked_return_type = "Refusal | undefined")]
    pub fn remember(
        &mut self,
        nonce_str: &str,
        expires_at: f64,
        now_seconds: f64,
        #[wasm_bindgen(unchecked_param_type = "Locale")] locale: JsValue,
    ) -> Result<JsValue, JsValue> {
        let locale = from_js(locale)?;
        Ok(match self.0.remember(nonce_str, expires_at as i64, now_seconds as i64) {
            Ok(()) => JsValue::UNDEFINED,
            Err(refusal) => to_js(&refusal.localize(locale)),
        })
    }

    /// How many nonces are remembered.
    pub fn size(&self) -> usize {
        self.0.len()
    }
}
