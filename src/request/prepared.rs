//! Requests that lack only their signature.

use super::defaults;
use super::error::RequestError;
use super::message::Message;
use super::options::{Host, RequestOptions};
use super::path::path_of;
use crate::endpoint::{Identity, Operation, Scheme};
use crate::issue::Issue;

/// A checked request and its message to sign.
///
/// ```
/// use wechatpay_membercard::{RequestOptions, Signature, Validator};
/// let options = RequestOptions {
///     timestamp: Some(1_554_208_460),
///     nonce_str: Some("593BEC0C930BF1AFEB40B4A08C8FB242".into()),
///     ..RequestOptions::new("pbLatjvWOibDc5-TBnbUk1pD12o0", "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
/// };
/// let request = Validator::new().validate_json(r#"{"title":"会员卡"}"#.as_bytes()).prepare(&options)?;
/// assert_eq!(
///     request.message(),
///     "PATCH\n\
///      /v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0\n\
///      1554208460\n\
///      593BEC0C930BF1AFEB40B4A08C8FB242\n\
///      {\"title\":\"会员卡\"}\n",
/// );
/// // A key service signs `request.message()`, perhaps asynchronously, and answers with 256 bytes:
/// let signature = Signature::from_bytes(&[1; 256])?;
/// let signed = request.complete(signature)?;
/// assert_eq!(signed.url, "https://api.mch.weixin.qq.com/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It can be serialized and completed in another process: see [`PreparedRequestData`](super::PreparedRequestData).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedRequest {
    operation: &'static Operation,
    card_id: String,
    mchid: String,
    brand_id: Option<String>,
    serial_no: String,
    timestamp: i64,
    nonce_str: String,
    host: Host,
    wechatpay_serial: Option<String>,
    scheme: Scheme,
    warnings: Vec<Issue>,
    message: Message,
}

impl PreparedRequest {
    /// Prepares a request for a body, which is signed and sent unchanged.
    pub(crate) fn new(
        operation: &'static Operation,
        body: &str,
        options: &RequestOptions,
    ) -> Result<PreparedRequest, RequestError> {
        let timestamp = options.timestamp.map_or_else(defaults::timestamp, Ok)?;
        let nonce_str = options.nonce_str.clone().map_or_else(defaults::nonce_str, Ok)?;
        let options = RequestOptions {
            timestamp: Some(timestamp),
            nonce_str: Some(nonce_str.clone()),
            ..options.clone()
        };
        let issues = options.check_for(operation);
        if issues.iter().any(Issue::is_error) {
            return Err(RequestError::Invalid(issues));
        }
        let brand_id = options.brand_id.filter(|_| operation.names_brand());
        let mchid = match operation.identity {
            Identity::Mchid => options.mchid,
            Identity::BrandId => String::new(),
        };
        let path = path_of(operation, &options.card_id, brand_id.as_deref());
        Ok(PreparedRequest {
            operation,
            message: Message::new(operation.method, &path, timestamp, &nonce_str, body),
            card_id: options.card_id,
            mchid,
            brand_id,
            serial_no: options.serial_no,
            timestamp,
            nonce_str,
            host: options.host,
            wechatpay_serial: options.wechatpay_serial,
            scheme: options.scheme,
            warnings: issues,
        })
    }

    /// Adds the body's warnings before those of the options.
    pub(crate) fn with_body_warnings(mut self, mut warnings: Vec<Issue>) -> PreparedRequest {
        warnings.append(&mut self.warnings);
        self.warnings = warnings;
        self
    }

    /// The HTTP method.
    pub fn method(&self) -> &'static str {
        self.operation.method
    }

    /// The operation.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The URL. The card id in it is percent-encoded.
    pub fn url(&self) -> String {
        [self.host.origin(), self.path()].concat()
    }

    /// The path, exactly as it is signed and sent.
    pub fn path(&self) -> &str {
        self.message.path()
    }

    /// The body, exactly as it is signed and sent; empty if the operation has none.
    pub fn body(&self) -> &str {
        self.message.body()
    }

    /// The message to sign, in UTF-8: method, path, timestamp, nonce and body, each ended by one line feed.
    pub fn message(&self) -> &str {
        self.message.as_str()
    }

    /// The Unix time in seconds.
    pub fn timestamp(&self) -> i64 {
        self.timestamp
    }

    /// The nonce.
    pub fn nonce_str(&self) -> &str {
        &self.nonce_str
    }

    /// The card that is changed or read; empty for a creation.
    pub fn card_id(&self) -> &str {
        &self.card_id
    }

    /// The number of the signing merchant; empty if a brand signs.
    pub fn mchid(&self) -> &str {
        &self.mchid
    }

    /// The brand that signs, or that the query names.
    pub fn brand_id(&self) -> Option<&str> {
        self.brand_id.as_deref()
    }

    /// The signer's merchant number or brand id.
    pub(super) fn signer_id(&self) -> &str {
        match self.operation.identity {
            Identity::Mchid => &self.mchid,
            Identity::BrandId => self.brand_id.as_deref().unwrap_or_default(),
        }
    }

    /// The serial number of the merchant's API certificate.
    pub fn serial_no(&self) -> &str {
        &self.serial_no
    }

    /// The host that receives the request.
    pub fn host(&self) -> Host {
        self.host
    }

    /// The header `Wechatpay-Serial`, if it is sent.
    pub fn wechatpay_serial(&self) -> Option<&str> {
        self.wechatpay_serial.as_deref()
    }

    /// The signature scheme.
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The warnings about the body and the options.
    pub fn warnings(&self) -> &[Issue] {
        &self.warnings
    }
}
