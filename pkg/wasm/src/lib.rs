//! The WebAssembly layer of the npm package: it turns JavaScript's values into the core's and back, and decides
//! nothing itself.
//!
//! `bridge` tells how values cross, `api` has the functions that JavaScript calls, `family` the endpoints.

pub mod api;
pub mod bridge;
mod family;
#[cfg(all(test, target_arch = "wasm32", feature = "response", feature = "form", feature = "guard"))]
mod tests;

#[cfg(feature = "small")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
