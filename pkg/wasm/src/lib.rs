//! The WebAssembly layer of the npm package: it turns JavaScript's values into the core's and back, and decides
//! nothing itself.
//!
//! What is asked for often crosses through the `mailbox`, everything else as plain objects. What the core refuses is
//! thrown: `{ issues }` for an input that is not valid, an `Error` otherwise.

#[cfg(feature = "answer")]
mod answer;
#[cfg(feature = "form")]
mod form;
#[cfg(feature = "guard")]
mod guard;
mod issue;
#[cfg(feature = "json-schema")]
mod json_schema;
mod mailbox;
mod options;
mod request;
#[cfg(all(test, target_arch = "wasm32", feature = "answer", feature = "form", feature = "guard"))]
mod tests;
mod told;
mod utf16;
mod validate;
mod value;

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}
