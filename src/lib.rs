//! WeChat Pay's membership-card template update, `PATCH /v3/marketing/membercard-open/cards/{card_id}`:
//! validation, normalization, and a request that is ready to sign.
//!
//! The parts beyond that are features, all of them on by default: `request`, `form`, `json-schema`, `answer`, `guard`.
//!
//! An [`Endpoint`] is a value: [`membercard_open::UPDATE`]. What names none, such as [`Validator::new`], means that one.
#![forbid(unsafe_code)]
// Helpers that unit tests share with others name it so.
#[cfg(test)]
extern crate self as wechatpay_membercard;

#[cfg(feature = "answer")]
mod answer;
#[cfg(any(feature = "answer", feature = "guard"))]
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
pub mod schema;
mod text;
mod validate;
mod wording;

#[cfg(feature = "answer")]
pub use answer::{
    AnswerError, AnswerErrorCode, ApiErrorExplanation, BrokenRule, Difference, ErrorAnswer, ErrorDetail,
    ErrorField, LengthComparison, MessageLine, RequestId, ResponseParts, ResponseToVerify, Retry, SerialKind,
    SignComparison, SignInformation, SignatureType, SignatureVerdict, Trust, Updated,
    compare_sign_information,
};
#[cfg(any(feature = "answer", feature = "guard"))]
pub use clock::DEFAULT_TOLERANCE_SECONDS;
#[cfg(all(feature = "membercard-open", feature = "json-schema"))]
pub use default_endpoint::json_schema;
#[cfg(all(feature = "membercard-open", feature = "form"))]
pub use default_endpoint::{coerce, fields};
#[cfg(all(feature = "membercard-open", feature = "answer"))]
pub use default_endpoint::{explain_error, verify_response};
pub use endpoint::{ApiErrorRow, Endpoint, ErrorSource, Profile, Scheme, UnknownKeys};
#[cfg(feature = "card-member")]
pub use endpoints::card_member;
#[cfg(feature = "membercard-open")]
pub use endpoints::membercard_open::{self, API_ERRORS, IMAGE_HOSTS};
pub use endpoints::{DEFAULTS, ENDPOINTS};
#[cfg(feature = "form")]
pub use form::{CardForm, Changes, FieldChange, FieldState, FormError, FormErrorCode, MAX_TOLD_FIELDS, Unit};
#[cfg(feature = "form")]
pub use form::{FieldCondition, FieldGroup, FieldInfo, FieldOption, InputType, Lock};
#[cfg(feature = "guard")]
pub use guard::{
    AcceptedMessage, Expectations, ExpectedCards, InspectedMessage, Inspection, LocalizedRefusal,
    MAX_MESSAGE_BYTES, MAX_NONCE_LENGTH, MAX_TOLERANCE_SECONDS, MIN_NONCE_LENGTH, NonceMemory, Refusal,
    RefusalCode, Refused, RefusedMessage, inspect_message,
};
pub use issue::{
    Issue, IssueCode, LocalizedIssue, Location, MAX_TOLD_ISSUES, Param, ParamKind, Parameter, Params, Path,
    Segment, Severity, Texts, abridge,
};
pub use json::{HostValue, MAX_BYTES, MAX_DEPTH, MAX_PATH_BYTES, Word, WrittenValue};
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
