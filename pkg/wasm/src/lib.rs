//! The WebAssembly layer: it turns JavaScript's values into the core's and back, and decides nothing itself.

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}
