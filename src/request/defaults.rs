//! Default timestamp and nonce.
//!
//! Both come from the host's system, and only with the feature `host`. On `wasm32-unknown-unknown` there is no random
//! number generator, and reading the clock panics, so they must not be compiled there.

use super::error::RequestError;

/// Formats 16 random bytes as a nonce: 32 upper-case hexadecimal digits, as in WeChat Pay's signing tutorial.
///
/// For hosts with their own random number generator. The bytes must be cryptographically secure, and used once.
///
/// ```
/// let nonce = wechatpay_membercard::nonce_from_bytes([0xA5; 16]);
/// assert_eq!(nonce, "A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5");
/// ```
pub fn nonce_from_bytes(bytes: [u8; 16]) -> String {
    format!("{:032X}", u128::from_be_bytes(bytes))
}

#[cfg(feature = "host")]
pub(crate) fn timestamp() -> Result<i64, RequestError> {
    use std::time::{SystemTime, UNIX_EPOCH};
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    elapsed.and_then(|elapsed| elapsed.as_secs().try_into().ok()).ok_or(RequestError::TimestampRequired)
}

#[cfg(feature = "host")]
pub(super) fn random<const N: usize>() -> Result<[u8; N], RequestError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| RequestError::NonceStrRequired)?;
    Ok(bytes)
}

pub(super) fn nonce_str() -> Result<String, RequestError> {
    random().map(nonce_from_bytes)
}

#[cfg(not(feature = "host"))]
pub(crate) fn timestamp() -> Result<i64, RequestError> {
    Err(RequestError::TimestampRequired)
}

#[cfg(not(feature = "host"))]
pub(super) fn random<const N: usize>() -> Result<[u8; N], RequestError> {
    Err(RequestError::NonceStrRequired)
}
