//! The WebAssembly layer of the npm package: it turns JavaScript's values into the core's and back, and decides
//! nothing itself.
//!
//! Validations, requests and forms cross through the `mailbox`, and answer what the core refuses; answers, the guard and
//! the JSON Schema cross as plain objects, and throw it.

#[cfg(feature = "answer")]
mod answer;
#[cfg(feature = "form")]
mod form;
#[cfg(feature = "guard")]
mod guard;
mod host_value;
#[cfg(feature = "json-schema")]
mod json_schema;
mod mailbox;
mod options;
#[cfg(feature = "request")]
mod request;
#[cfg(all(test, target_arch = "wasm32", feature = "answer", feature = "form", feature = "guard"))]
mod tests;
mod told;
mod utf16;
mod validate;
#[cfg(feature = "objects")]
mod value;

use mailbox::answer;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "small")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Answers the version of the package. Returns its length.
#[wasm_bindgen]
pub fn version() -> usize {
    answer(|output| output.add(env!("CARGO_PKG_VERSION")))
}
