//! Prepares requests: validates the options, builds the message to sign, and completes the request with a signature
//! from elsewhere.
//!
//! Private keys never enter this module.

mod authorization;
pub(crate) mod check;
mod code;
mod data;
pub(crate) mod defaults;
mod der;
mod error;
pub(crate) mod fields;
pub(crate) mod message;
mod options;
pub(crate) mod path;
mod prepare;
mod prepared;
mod request_no;
mod signature;
mod signed;
mod signer;
mod signing;
#[cfg(test)]
mod tests;

pub use authorization::Authorization;
pub use code::{RequestErrorCode, SendErrorCode, SignatureErrorCode, SigningErrorCode};
pub use data::PreparedRequestData;
pub use defaults::nonce_from_bytes;
pub use error::{RequestError, SignatureError, SigningError};
pub use options::{Host, RequestOptions};
pub use prepared::PreparedRequest;
pub use request_no::{new_out_request_no, out_request_no_from_bytes};
pub use signature::Signature;
pub use signed::SignedRequest;
pub use signer::Signer;
