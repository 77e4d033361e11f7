//! From a body to a request that is ready to send: the values around the body are checked, the message to sign is
//! built once, and a signature from elsewhere completes it.
//!
//! No private key ever enters this module.

mod check;
mod der;
mod error;
mod fields;
mod options;
mod signature;
#[cfg(test)]
mod tests;

pub use error::SignatureError;
pub(crate) use fields::label;
pub use options::{Host, RequestOptions, Scheme};
pub use signature::Signature;
