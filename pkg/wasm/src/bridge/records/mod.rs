//! Descriptions of all records.

#[cfg(feature = "typescript")]
mod all;
#[cfg(feature = "form")]
pub mod form;
#[cfg(feature = "guard")]
pub mod guard;
pub mod issue;
#[cfg(feature = "json-schema")]
pub mod json_schema;
#[cfg(feature = "migrate")]
pub mod migrate;
pub mod options;
#[cfg(feature = "request")]
pub mod request;
#[cfg(feature = "response")]
pub mod response;

#[cfg(feature = "typescript")]
pub use all::{operations, read, samples, typescript};
