//! WeChat Pay's membership-card template update, `PATCH /v3/marketing/membercard-open/cards/{card_id}`:
//! validation, normalization, and a request that is ready to sign.
//!
//! The parts beyond that are features, all of them on by default: `request`, `form`, `json-schema`, `answer`, `guard`.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(all(feature = "form", feature = "guard", feature = "json-schema", feature = "request")),
    allow(dead_code, unused_imports, reason = "what only one part uses is still there without it")
)]

#[cfg(feature = "answer")]
mod answer;
mod check;
mod clock;
mod digits;
mod findings;
#[cfg(feature = "form")]
mod form;
#[cfg(feature = "guard")]
mod guard;
mod hidden;
mod issue;
mod json;
#[cfg(feature = "json-schema")]
mod json_schema;
mod locale;
#[cfg(feature = "form")]
mod metadata;
#[cfg(feature = "request")]
mod request;
mod rules;
mod scan;
pub mod schema;
mod validator;

#[cfg(feature = "answer")]
pub use answer::{
    API_ERRORS, AnswerError, AnswerErrorCode, ApiErrorExplanation, ApiErrorRow, BrokenRule, Difference,
    ErrorAnswer, ErrorDetail, ErrorField, ErrorSource, LengthComparison, MessageLine, RequestId,
    ResponseParts, ResponseToVerify, Retry, SerialKind, SignComparison, SignInformation, SignatureType,
    SignatureVerdict, Trust, Updated, compare_sign_information, explain_error, verify_response,
};
pub use check::IMAGE_HOSTS;
pub use clock::DEFAULT_TOLERANCE_SECONDS;
#[cfg(feature = "form")]
pub use form::{CardForm, Changes, FieldChange, FieldState, FormError, MAX_TOLD_FIELDS, Unit, coerce};
#[cfg(feature = "guard")]
pub use guard::{
    AcceptedMessage, Expectations, ExpectedCards, InspectedMessage, Inspection, LocalizedRefusal,
    MAX_MESSAGE_BYTES, MAX_NONCE_LENGTH, MIN_NONCE_LENGTH, NonceMemory, Refusal, RefusalCode, Refused,
    RefusedMessage, card_id_in_path, inspect_message,
};
pub use issue::{
    Issue, IssueCode, LocalizedIssue, Location, MAX_TOLD_ISSUES, Param, ParamKind, Parameter, Params, Path,
    Segment, Severity, Texts, abridge,
};
pub use json::{MAX_BYTES, MAX_DEPTH, MAX_PATH_BYTES};
#[cfg(feature = "json-schema")]
pub use json_schema::{JsonSchema, JsonSchemaOptions, JsonSchemaSide, JsonSchemaTarget, json_schema};
pub use locale::{Bilingual, Locale};
#[cfg(feature = "form")]
pub use metadata::{FieldCondition, FieldGroup, FieldInfo, FieldOption, InputType, fields};
#[cfg(feature = "request")]
pub use request::{
    Authorization, Host, PreparedRequest, PreparedRequestData, RequestError, RequestOptions, Scheme,
    Signature, SignatureError, SignedRequest, Signer, SigningError, nonce_from_bytes,
};
pub use rules::Lock;
pub use validator::{Profile, Report, Validator};

/// The code of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The same in Chinese.
#[cfg(doctest)]
#[doc = include_str!("../README.zh-CN.md")]
struct ReadmeInChinese;
