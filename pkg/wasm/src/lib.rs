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
#[cfg(feature = "objects")]
mod issue;
#[cfg(feature = "json-schema")]
mod json_schema;
mod mailbox;
mod options;
#[cfg(feature = "request")]
mod request;
#[cfg(all(test, target_arch = "wasm32", feature = "answer", feature = "guard"))]
mod tests;
mod told;
mod utf16;
mod validate;
#[cfg(feature = "objects")]
mod value;

use mailbox::answer;
use wasm_bindgen::prelude::wasm_bindgen;

/// Answers the version of the package. Returns its length.
#[wasm_bindgen]
pub fn version() -> usize {
    answer(|output| output.add(env!("CARGO_PKG_VERSION")))
}
