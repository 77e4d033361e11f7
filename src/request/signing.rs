//! From a prepared request to a signed one.

use super::authorization::Authorization;
use super::error::{SignatureError, SigningError};
use super::prepared::PreparedRequest;
use super::signature::Signature;
use super::signed::SignedRequest;
use super::signer::Signer;

impl PreparedRequest {
    /// Adds the signature of [`message`](PreparedRequest::message). This is the second half of signing, for signers
    /// that work asynchronously or elsewhere; it may be repeated after an error.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] if it cannot be a signature of the request's scheme. Whether it fits the merchant's key is
    /// for WeChat Pay to find out.
    pub fn complete(&self, signature: Signature) -> Result<SignedRequest, SignatureError> {
        signature.check(self.scheme())?;
        let authorization = Authorization {
            scheme: self.scheme(),
            identity: self.operation().identity,
            id: self.signer_id(),
            nonce_str: self.nonce_str(),
            signature: &signature.to_base64(),
            timestamp: self.timestamp(),
            serial_no: self.serial_no(),
        };
        Ok(SignedRequest::new(self, authorization.header()))
    }

    /// Signs the message with a signer and adds the signature.
    ///
    /// # Errors
    ///
    /// The signer's own error, or what [`complete`](PreparedRequest::complete) says about its signature.
    pub fn sign<S: Signer + ?Sized>(&self, signer: &S) -> Result<SignedRequest, SigningError<S::Error>> {
        self.sign_with(|message, request| signer.sign(message, request))
    }

    /// Signs the message with a closure: [`sign`](PreparedRequest::sign) for signers that are used once.
    ///
    /// # Errors
    ///
    /// As those of `sign`.
    pub fn sign_with<S, E>(
        &self,
        sign: impl FnOnce(&[u8], &PreparedRequest) -> Result<S, E>,
    ) -> Result<SignedRequest, SigningError<E>>
    where
        S: TryInto<Signature, Error: Into<SignatureError>>,
    {
        let signature = sign(self.message().as_bytes(), self).map_err(SigningError::Signer)?;
        let signature = signature.try_into().map_err(|error| SigningError::Signature(error.into()))?;
        self.complete(signature).map_err(SigningError::Signature)
    }
}
