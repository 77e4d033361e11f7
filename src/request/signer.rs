//! Signers: holders of the private key.

use super::error::SignatureError;
use super::prepared::PreparedRequest;
use super::signature::Signature;

/// Signs messages with the merchant's private key: a key in memory, a hardware module, a service.
///
/// Closures are signers; [`PreparedRequest::sign_with`] accepts one directly. The signature may be raw bytes
/// (`Vec<u8>`), base64 (`String`) or a [`Signature`]:
///
/// ```
/// # use wechatpay_membercard::{RequestOptions, Validator};
/// # let options = RequestOptions {
/// #     timestamp: Some(1_554_208_460),
/// #     nonce_str: Some("593BEC0C930BF1AFEB40B4A08C8FB242".into()),
/// #     ..RequestOptions::new("pbLatjvWOibDc5-TBnbUk1pD12o0", "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
/// # };
/// # let request = Validator::new().validate_json("{}".as_bytes()).prepare(&options)?;
/// # fn rsa_sha256(message: &[u8]) -> Result<Vec<u8>, std::io::Error> { Ok(vec![1; 256]) }
/// let signed = request.sign_with(|message, _| rsa_sha256(message))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Asynchronous signers do not implement this trait. They sign [`PreparedRequest::message`], and
/// [`PreparedRequest::complete`] takes the signature:
///
/// ```
/// # use wechatpay_membercard::{PreparedRequest, Signature, SignedRequest};
/// # struct KeyService;
/// # impl KeyService { async fn sign(&self, message: &[u8]) -> Result<String, std::io::Error> { Ok(String::new()) } }
/// async fn sign(request: &PreparedRequest, keys: &KeyService) -> Result<SignedRequest, Box<dyn std::error::Error>> {
///     let base64 = keys.sign(request.message().as_bytes()).await?;
///     Ok(request.complete(Signature::from_base64(&base64)?)?)
/// }
/// ```
pub trait Signer {
    /// The type of its signatures.
    type Signature: TryInto<Signature, Error: Into<SignatureError>>;
    /// Its error type.
    type Error;

    /// Signs the message of a request, with the request's [scheme](PreparedRequest::scheme).
    fn sign(&self, message: &[u8], request: &PreparedRequest) -> Result<Self::Signature, Self::Error>;
}

impl<F, S, E> Signer for F
where
    F: Fn(&[u8], &PreparedRequest) -> Result<S, E>,
    S: TryInto<Signature, Error: Into<SignatureError>>,
{
    type Signature = S;
    type Error = E;

    fn sign(&self, message: &[u8], request: &PreparedRequest) -> Result<S, E> {
        self(message, request)
    }
}
