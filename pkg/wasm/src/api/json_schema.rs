//! JSON Schema.

use serde::Deserialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{JsonSchemaOptions, JsonSchemaSide, JsonSchemaTarget, Locale, UnknownKeys};

use crate::bridge::objects::from_js;
use crate::family;

/// What a schema is asked for.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoreJsonSchemaOptions {
    /// The language of titles, descriptions and comments.
    locale: Locale,
    /// The dialect.
    target: JsonSchemaTarget,
    /// Which side of the validation.
    side: JsonSchemaSide,
    /// Replaces the hosts that images may have.
    #[tsify(optional)]
    image_hosts: Option<Vec<String>>,
    /// What becomes of keys that the API does not list, where that is not the endpoint's own way.
    #[tsify(optional)]
    unknown_keys: Option<UnknownKeys>,
    /// Whether members may be blank.
    omit_blank: bool,
    /// The name of the endpoint, where the module has several.
    #[tsify(optional)]
    api: Option<String>,
}

/// A payload as JSON Schema.
#[wasm_bindgen(unchecked_return_type = "object")]
pub fn json_schema(
    #[wasm_bindgen(unchecked_param_type = "CoreJsonSchemaOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let CoreJsonSchemaOptions { locale, target, side, image_hosts, unknown_keys, omit_blank, api } =
        from_js(options)?;
    let options = JsonSchemaOptions { locale, target, side, image_hosts, unknown_keys, omit_blank };
    js_sys::JSON::parse(&family::named(api.as_deref()).json_schema(&options).to_string())
}
