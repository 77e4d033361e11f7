//! What a verifier says.

/// What a verifier says about a response's signature. `true` is [`Valid`](SignatureVerdict::Valid), `false`
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
    /// The signature belongs to the response.
    Valid,
    /// It does not.
    Invalid,
    /// Nobody can tell: the verifier does not have the key that the response names.
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
