//! The WebAssembly layer of the npm package: it turns JavaScript's values into the core's and back, and decides
//! nothing itself.
//!
//! Payloads cross as text or bytes, everything else as plain objects. What the core refuses is thrown: `{ issues }` for
//! an input that is not valid, an `Error` otherwise.

mod answer;
mod form;
mod guard;
mod issue;
mod json_schema;
mod options;
mod request;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod validate;
mod value;

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}
