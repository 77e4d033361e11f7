//! Signs prepared requests.

use super::authorization::Authorization;
use super::error::{SignatureError, SigningError};
use super::prepared::PreparedRequest;
use super::signature::Signature;
use super::signed::SignedRequest;
use super::signer::Signer;

impl PreparedRequest {
    /// Adds the signature of [`message`](PreparedRequest::message). Use this for signers that are asynchronous or
    /// elsewhere. It can be called again after an error.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] if it cannot be a signature of the request's scheme. Only WeChat Pay can verify that it
    /// matches the merchant's key.
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
    /// The signer's own error, or the error of [`complete`](PreparedRequest::complete).
    pub fn sign<S: Signer + ?Sized>(&self, signer: &S) -> Result<SignedRequest, SigningError<S::Error>> {
        self.sign_with(|message, request| signer.sign(message, request))
    }

    /// Signs the message with a closure: [`sign`](PreparedRequest::sign) for one-time signers.
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
