//! The WebAssembly layer of the npm package. It converts between JavaScript's values and the core's, and contains no
//! logic of its own.
//!
//! `bridge` defines how values are exchanged, `api` has the functions that JavaScript calls, `family` selects the
//! endpoints.

pub mod api;
pub mod bridge;
mod family;
#[cfg(all(test, target_arch = "wasm32", feature = "response", feature = "form", feature = "guard"))]
mod tests;

#[cfg(feature = "small")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
