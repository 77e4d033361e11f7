//! Prepares requests.

use super::error::RequestError;
use super::options::RequestOptions;
use super::prepared::PreparedRequest;
use crate::endpoint::Endpoint;
use crate::validate::Report;

impl Report {
    /// Builds the request that carries the body.
    ///
    /// ```
    /// use wechatpay_membercard::{RequestOptions, Validator};
    ///
    /// let options = RequestOptions {
    ///     timestamp: Some(1_554_208_460),
    ///     nonce_str: Some("593BEC0C930BF1AFEB40B4A08C8FB242".into()),
    ///     ..RequestOptions::new("pbLatjvWOibDc5-TBnbUk1pD12o0", "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
    /// };
    /// let report = Validator::new().validate_json(br#"{ "service_phone": "0755-12345677" }"#);
    /// let request = report.prepare(&options)?;
    /// assert_eq!(request.body(), r#"{"service_phone":"0755-12345677"}"#);
    /// # Ok::<(), wechatpay_membercard::RequestError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RequestError::Invalid`] with all issues of body and options, if one is an error;
    /// [`RequestError::TimestampRequired`] or [`RequestError::NonceStrRequired`] if the value is neither given nor
    /// available from the system.
    pub fn prepare(self, options: &RequestOptions) -> Result<PreparedRequest, RequestError> {
        let operation = self.endpoint().operation;
        match self.into_result() {
            Ok((body, warnings)) => match PreparedRequest::new(operation, &body, options) {
                Ok(request) => Ok(request.with_body_warnings(warnings)),
                Err(RequestError::Invalid(issues)) => Err(RequestError::Invalid([warnings, issues].concat())),
                Err(error) => Err(error),
            },
            Err(issues) => Err(RequestError::Invalid([issues, options.check_for(operation)].concat())),
        }
    }
}

impl Endpoint {
    /// Builds the request that reads a card; its response is the card's current state. The request is this endpoint's
    /// own, if it reads cards, otherwise that of its [`get`](Endpoint::get) endpoint.
    ///
    /// ```
    /// use wechatpay_membercard::{RequestOptions, membercard_open};
    ///
    /// let options = RequestOptions {
    ///     timestamp: Some(1_554_208_460),
    ///     nonce_str: Some("593BEC0C930BF1AFEB40B4A08C8FB242".into()),
    ///     ..RequestOptions::new("pbLatjvWOibDc5-TBnbUk1pD12o0", "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
    /// };
    /// let request = membercard_open::UPDATE.prepare_get(&options)?;
    /// assert_eq!(
    ///     request.message(),
    ///     "GET\n/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0\n1554208460\n\
    ///      593BEC0C930BF1AFEB40B4A08C8FB242\n\n",
    /// );
    /// # Ok::<(), wechatpay_membercard::RequestError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Like [`Report::prepare`], about the options; [`RequestError::Mismatch`] of the method, if no endpoint reads
    /// these cards.
    pub fn prepare_get(&self, options: &RequestOptions) -> Result<PreparedRequest, RequestError> {
        let operation = self.get.unwrap_or(self).operation;
        if operation.takes_body() {
            return Err(RequestError::Mismatch { field: "method" });
        }
        PreparedRequest::new(operation, "", options)
    }
}
