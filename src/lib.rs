//! Checks updates of WeChat Pay membership cards before they are sent, builds the request to sign, and verifies and
//! explains the response. It never sees a private key.
//!
//! # From a payload to a verified response
//!
//! 1. [`Validator::validate`] takes anything that serde can serialize, such as [`membercard_open::CardUpdate`];
//!    [`Validator::validate_json`] takes JSON. The [`Report`] holds every problem, each an [`Issue`] with path, code,
//!    parameters, and a message in Chinese and English, and the canonical body if there is no error.
//! 2. [`Report::prepare`] makes the request and the exact message to sign. [`PreparedRequest::sign_with`] calls a
//!    signer: an RSA key, a KMS, another server.
//! 3. Any HTTP client sends the [`SignedRequest`].
//! 4. [`verify_response`] decides whether the card was updated, and explains what went wrong.
//!
//! ```
//! use wechatpay_membercard::{IssueCode, Locale, Validator};
//!
//! let report = Validator::new().validate_json("{\"title\": \"微信支付 2026 新年测试卡\"}".as_bytes());
//! let issue = &report.issues()[0];
//! assert_eq!((issue.code, issue.pointer().as_str()), (IssueCode::TooLong, "/title"));
//! assert_eq!(issue.message(Locale::Zh), "会员卡名称最多 10 个字，当前 15 个字");
//! ```
//!
//! A server that signs what others prepared checks it by [`inspect_message`]. A [`CardForm`] checks a form field by
//! field. The folder `examples` has programs for a start.
//!
//! # Endpoints
//!
//! An [`Endpoint`] is a value. [`membercard_open::UPDATE`] is the default: [`Validator::new`] means it. Other endpoints
//! are named: `Validator::of(&card_member::PARTNER_UPDATE)`. [`ENDPOINTS`] lists all.
//!
//! # Features
//!
//! | feature | what it adds | default |
//! | --- | --- | --- |
//! | `membercard-open` | the endpoints of membercard-open (会员卡2.0) | yes |
//! | `card-member` | the endpoints of card-member (商家名片会员) | |
//! | `json` | JSON text, with the position of each mistake | yes |
//! | `request` | requests: preparation, signing, transfer to another process | yes |
//! | `response` | responses: verification and explanation | yes |
//! | `guard` | the guard of a server that signs | yes |
//! | `form` | form sessions, and descriptions of fields | yes |
//! | `json-schema` | the rules as JSON Schema | yes |
//! | `host` | the system's clock and random number generator | yes |
//! | `docs` | help texts and examples of fields; `form` and `json-schema` include it | yes |
//! | `typescript` | TypeScript declarations, for the npm package | |
#![forbid(unsafe_code)]
// Lets helpers that unit tests share with integration tests use the crate's public name.
#[cfg(test)]
extern crate self as wechatpay_membercard;

#[cfg(any(feature = "response", feature = "guard"))]
mod clock;
#[cfg(feature = "membercard-open")]
mod default_endpoint;
pub mod endpoint;
mod endpoints;
#[cfg(feature = "form")]
mod form;
#[cfg(feature = "guard")]
mod guard;
mod issue;
mod json;
#[cfg(feature = "json-schema")]
mod json_schema;
#[cfg(all(feature = "card-member", feature = "json"))]
mod migrate;
#[cfg(feature = "request")]
mod request;
#[cfg(feature = "response")]
mod response;
pub mod schema;
mod text;
mod validate;
mod wording;

#[cfg(any(feature = "response", feature = "guard"))]
pub use clock::DEFAULT_TOLERANCE_SECONDS;
#[cfg(all(feature = "membercard-open", feature = "json-schema"))]
pub use default_endpoint::json_schema;
#[cfg(all(feature = "membercard-open", feature = "form"))]
pub use default_endpoint::{coerce, fields};
#[cfg(all(feature = "membercard-open", feature = "response"))]
pub use default_endpoint::{explain_error, verify_response};
pub use endpoint::{ApiErrorRow, Endpoint, ErrorSource, Profile, Scheme, UnknownKeys};
#[cfg(feature = "card-member")]
pub use endpoints::card_member;
#[cfg(feature = "membercard-open")]
pub use endpoints::membercard_open::{self, API_ERRORS, IMAGE_HOSTS};
pub use endpoints::{DEFAULTS, ENDPOINTS};
#[cfg(feature = "form")]
pub use form::{
    CardForm, FieldChange, FieldState, FormChanges, FormError, FormErrorCode, MAX_LISTED_FIELDS, Unit,
};
#[cfg(feature = "form")]
pub use form::{FieldCondition, FieldGroup, FieldInfo, FieldOption, InputType, Lock};
#[cfg(feature = "guard")]
pub use guard::{
    AcceptedMessage, Expectations, ExpectedCards, InspectedMessage, Inspection, LocalizedRefusal,
    MAX_MESSAGE_BYTES, MAX_NONCE_LENGTH, MAX_TOLERANCE_SECONDS, MIN_NONCE_LENGTH, NonceMemory, Refusal,
    RefusalCode, Refused, RefusedMessage, inspect_message,
};
pub use issue::{
    Issue, IssueCode, LocalizedIssue, Location, MAX_LISTED_ISSUES, Param, ParamKind, Parameter, Params, Path,
    Segment, Severity, TextList, abridge,
};
pub use json::{HostValue, MAX_BYTES, MAX_DEPTH, MAX_PATH_BYTES, TextBuffer, Word, WrittenValue};
#[cfg(feature = "json-schema")]
pub use json_schema::{JsonSchema, JsonSchemaOptions, JsonSchemaSide, JsonSchemaTarget};
#[cfg(all(feature = "card-member", feature = "json"))]
pub use migrate::{LeftCode, LeftField, Migration, MigrationError, MigrationErrorCode, MovedField, migrate};
#[cfg(feature = "request")]
pub use request::{
    Authorization, Host, PreparedRequest, PreparedRequestData, RequestError, RequestErrorCode,
    RequestOptions, SendErrorCode, Signature, SignatureError, SignatureErrorCode, SignedRequest, Signer,
    SigningError, SigningErrorCode, new_out_request_no, nonce_from_bytes, out_request_no_from_bytes,
};
#[cfg(feature = "response")]
pub use response::{
    ApiErrorExplanation, BrokenRule, Difference, ErrorDetail, ErrorField, ErrorResponse, LengthComparison,
    MessageLine, RequestId, ResponseError, ResponseErrorCode, ResponseParts, ResponseToVerify, Retry,
    SerialKind, SignComparison, SignInformation, SignatureType, SignatureVerdict, SuccessResponse, Trust,
    compare_sign_information,
};
pub use text::locale::{Bilingual, Locale};
pub use validate::{Report, Validator};

/// The code of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The same in Chinese.
#[cfg(doctest)]
#[doc = include_str!("../README.zh-CN.md")]
struct ReadmeInChinese;
