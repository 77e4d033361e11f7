//! Plain JavaScript objects to Rust's and back.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// A plain object: maps become objects, and what is absent becomes no key.
pub(crate) fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // Only types of this crate and the core are written, none of which can fail.
    value.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

/// Reads a plain object, or throws an `Error` that names what is wrong in it.
pub(crate) fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| error.into())
}
