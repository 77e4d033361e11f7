//! JSON Schema.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::bridge::records::json_schema::JsonSchemaRequest;
use crate::bridge::{Read, with_input};
use crate::family;

/// The JSON Schema of a payload. The host's JSON parser is faster than building the object here.
#[wasm_bindgen(unchecked_return_type = "object")]
pub fn json_schema(input: usize) -> JsValue {
    let schema = with_input(input, |input| {
        let request = JsonSchemaRequest::read(0, input);
        family::named(request.api).json_schema(&request.options())
    });
    // The core writes valid JSON.
    js_sys::JSON::parse(&schema.to_string()).unwrap_or_default()
}
