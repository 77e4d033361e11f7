//! Results of signature verification.

/// A verifier's result for a response's signature. `true` converts to [`Valid`](SignatureVerdict::Valid), `false` to
/// [`Invalid`](SignatureVerdict::Invalid).
///
/// ```
/// use std::collections::HashMap;
/// use wechatpay_membercard::{ResponseToVerify, SignatureVerdict};
/// # struct Key;
/// # impl Key { fn verifies(&self, _: &[u8], _: &[u8]) -> bool { true } }
/// fn verify(keys: &HashMap<String, Key>, response: &ResponseToVerify) -> SignatureVerdict {
///     match keys.get(response.serial()) {
///         Some(key) => key.verifies(response.message(), response.signature()).into(),
///         None => SignatureVerdict::UnknownKey,
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignatureVerdict {
    /// The signature matches the response.
    Valid,
    /// The signature does not match.
    Invalid,
    /// Unknown: the verifier lacks the key that the response names.
    UnknownKey,
}

impl From<bool> for SignatureVerdict {
    fn from(valid: bool) -> SignatureVerdict {
        match valid {
            true => SignatureVerdict::Valid,
            false => SignatureVerdict::Invalid,
        }
    }
}
