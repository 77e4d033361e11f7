//! Short forms for the default endpoint, the update of `membercard-open`.

#[cfg(feature = "response")]
use std::error::Error;

#[cfg(feature = "request")]
use serde::Deserialize;

use crate::endpoints::membercard_open::UPDATE;
#[cfg(feature = "form")]
use crate::form::FieldInfo;
#[cfg(feature = "guard")]
use crate::guard::{Expectations, ExpectedCards};
#[cfg(feature = "json-schema")]
use crate::json_schema::{JsonSchema, JsonSchemaOptions};
#[cfg(feature = "request")]
use crate::request::{PreparedRequest, PreparedRequestData, RequestError};
#[cfg(feature = "response")]
use crate::response::{
    ApiErrorExplanation, ResponseError, ResponseParts, ResponseToVerify, SignatureVerdict, SuccessResponse,
};
#[cfg(feature = "form")]
use crate::schema::Path;
#[cfg(any(feature = "response", feature = "form"))]
use crate::text::locale::Locale;
use crate::validate::Validator;

impl Validator {
    /// A [validator of](Validator::of) [`membercard_open::UPDATE`](crate::membercard_open::UPDATE).
    pub fn new() -> Validator {
        Validator::of(&UPDATE)
    }
}

impl Default for Validator {
    fn default() -> Validator {
        Validator::new()
    }
}

/// Every field of [`membercard_open::UPDATE`](crate::membercard_open::UPDATE), in the order of a form: see
/// [`Endpoint::fields`](crate::Endpoint::fields).
#[cfg(feature = "form")]
pub fn fields(locale: Locale) -> Vec<FieldInfo> {
    UPDATE.fields(locale)
}

/// The value that a text typed into the input of a field stands for: see [`Endpoint::coerce`](crate::Endpoint::coerce).
#[cfg(feature = "form")]
pub fn coerce(field: &Path, text: &str) -> Option<String> {
    UPDATE.coerce(field, text)
}

/// The body of [`membercard_open::UPDATE`](crate::membercard_open::UPDATE) as JSON Schema: see
/// [`Endpoint::json_schema`](crate::Endpoint::json_schema).
#[cfg(feature = "json-schema")]
pub fn json_schema(options: &JsonSchemaOptions) -> JsonSchema {
    UPDATE.json_schema(options)
}

#[cfg(feature = "request")]
/// [`restore`](PreparedRequestData::restore) with a default [`Validator`].
impl TryFrom<PreparedRequestData> for PreparedRequest {
    type Error = RequestError;

    fn try_from(data: PreparedRequestData) -> Result<PreparedRequest, RequestError> {
        data.restore(&Validator::new())
    }
}

#[cfg(feature = "request")]
impl<'de> Deserialize<'de> for PreparedRequest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<PreparedRequest, D::Error> {
        PreparedRequestData::deserialize(deserializer)?.try_into().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "guard")]
impl Expectations {
    /// Expects an update of one of these cards that [`Validator::new`] accepts: see [`of`](Expectations::of).
    pub fn new(cards: impl Into<ExpectedCards>) -> Expectations {
        Expectations::of(Validator::new(), cards)
    }
}

#[cfg(feature = "response")]
impl ResponseToVerify {
    /// Reads a response to [`membercard_open::UPDATE`](crate::membercard_open::UPDATE): see [`of`](ResponseToVerify::of).
    ///
    /// # Errors
    ///
    /// As those of `of`.
    pub fn new(
        parts: &ResponseParts,
        now_seconds: i64,
        tolerance_seconds: u64,
    ) -> Result<ResponseToVerify, ResponseError> {
        ResponseToVerify::of(&UPDATE, parts, now_seconds, tolerance_seconds)
    }
}

/// Decides whether the card was updated: see [`Endpoint::verify_response`](crate::Endpoint::verify_response).
///
/// # Errors
///
/// Whenever the response does not report success, or was not verified: see [`ResponseError`].
#[cfg(feature = "response")]
pub fn verify_response<V, E>(
    parts: &ResponseParts,
    now_seconds: i64,
    tolerance_seconds: u64,
    verifier: impl FnOnce(&ResponseToVerify) -> Result<V, E>,
) -> Result<SuccessResponse, ResponseError>
where
    V: Into<SignatureVerdict>,
    E: Into<Box<dyn Error + Send + Sync>>,
{
    UPDATE.verify_response(parts, now_seconds, tolerance_seconds, verifier)
}

/// Explains an error response to an update: see [`Endpoint::explain_error`](crate::Endpoint::explain_error).
#[cfg(feature = "response")]
pub fn explain_error(status: u16, body: &[u8], locale: Locale) -> ApiErrorExplanation {
    UPDATE.explain_error(status, body, locale)
}
