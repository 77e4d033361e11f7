//! A prepared request as data, for another process.

use serde::{Deserialize, Serialize, Serializer};

use super::error::RequestError;
use super::options::{Host, RequestOptions};
use super::prepared::PreparedRequest;
use crate::endpoint::{Endpoint, Scheme};
use crate::validate::Validator;

/// The serialized form of [`PreparedRequest`], for completion in another process.
///
/// Deserializing checks everything again: the request is rebuilt from its parts, and `method`, `url` and `message` must
/// match it.
///
/// ```
/// use wechatpay_membercard::{PreparedRequest, RequestOptions, Validator};
/// let options = RequestOptions {
///     timestamp: Some(1_554_208_460),
///     nonce_str: Some("593BEC0C930BF1AFEB40B4A08C8FB242".into()),
///     ..RequestOptions::new("pbLatjvWOibDc5-TBnbUk1pD12o0", "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
/// };
/// let request = Validator::new().validate_json("{}".as_bytes()).prepare(&options)?;
/// let text = serde_json::to_string(&request)?;
/// let there: PreparedRequest = serde_json::from_str(&text)?;
/// assert_eq!(there, request);
///
/// let changed = text.replace("api.mch.weixin.qq.com", "example.com");
/// let error = serde_json::from_str::<PreparedRequest>(&changed).unwrap_err();
/// assert!(error.to_string().starts_with("url does not agree"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PreparedRequestData {
    /// The HTTP method.
    #[cfg_attr(feature = "typescript", tsify(type = "\"PATCH\" | \"POST\" | \"GET\""))]
    pub method: String,
    /// The URL.
    pub url: String,
    /// The body, exactly as it is signed and sent.
    pub body: String,
    /// The message to sign.
    pub message: String,
    /// The Unix time in seconds.
    pub timestamp: i64,
    /// The nonce.
    pub nonce_str: String,
    /// The card that is changed or read; empty for a creation.
    pub card_id: String,
    /// The number of the signing merchant; empty if a brand signs.
    pub mchid: String,
    /// The brand that signs, or that the query names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand_id: Option<String>,
    /// The serial number of the merchant's API certificate.
    pub serial_no: String,
    /// Where the request goes.
    pub host: Host,
    /// The signature scheme.
    pub scheme: Scheme,
    /// The header `Wechatpay-Serial`, if it is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wechatpay_serial: Option<String>,
}

impl From<&PreparedRequest> for PreparedRequestData {
    fn from(request: &PreparedRequest) -> PreparedRequestData {
        PreparedRequestData {
            method: request.method().into(),
            url: request.url(),
            body: request.body().into(),
            message: request.message().into(),
            timestamp: request.timestamp(),
            nonce_str: request.nonce_str().into(),
            card_id: request.card_id().into(),
            mchid: request.mchid().into(),
            brand_id: request.brand_id().map(Into::into),
            serial_no: request.serial_no().into(),
            host: request.host(),
            scheme: request.scheme(),
            wechatpay_serial: request.wechatpay_serial().map(Into::into),
        }
    }
}

impl PreparedRequestData {
    /// Rebuilds the request and checks everything again: the options; the body, which must be valid and canonical, or
    /// empty if the operation has none; and that `method`, `url` and `message` match the rebuilt request.
    ///
    /// # Errors
    ///
    /// [`RequestError::Invalid`] with all issues, or [`RequestError::Mismatch`] with the field that does not match.
    pub fn restore(self, validator: &Validator) -> Result<PreparedRequest, RequestError> {
        let options = self.options();
        let endpoint = validator.endpoint();
        let request = match endpoint.operation.takes_body() {
            true => validator.validate_json(self.body.as_bytes()).prepare(&options)?,
            false => endpoint.prepare_get(&options)?,
        };
        self.agrees_with(request)
    }

    /// Like [`restore`](Self::restore), but without validating the body again: for requests that this process prepared
    /// or restored.
    ///
    /// # Errors
    ///
    /// As those of `restore`.
    pub fn rebuild(self, endpoint: &Endpoint) -> Result<PreparedRequest, RequestError> {
        let options = self.options();
        self.agrees_with(PreparedRequest::new(endpoint.operation, &self.body, &options)?)
    }

    fn options(&self) -> RequestOptions {
        RequestOptions {
            brand_id: self.brand_id.clone(),
            timestamp: Some(self.timestamp),
            nonce_str: Some(self.nonce_str.clone()),
            host: self.host,
            wechatpay_serial: self.wechatpay_serial.clone(),
            scheme: self.scheme,
            ..RequestOptions::new(&self.card_id, &self.mchid, &self.serial_no)
        }
    }

    fn agrees_with(&self, request: PreparedRequest) -> Result<PreparedRequest, RequestError> {
        let agreement = [
            ("method", self.method == request.method()),
            ("url", self.url == request.url()),
            ("body", self.body == request.body()),
            ("message", self.message == request.message()),
        ];
        match agreement.into_iter().find(|(_, agrees)| !agrees) {
            Some((field, _)) => Err(RequestError::Mismatch { field }),
            None => Ok(request),
        }
    }
}

impl Serialize for PreparedRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PreparedRequestData::from(self).serialize(serializer)
    }
}
