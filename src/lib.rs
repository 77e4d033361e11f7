//! WeChat Pay's membership-card template update, `PATCH /v3/marketing/membercard-open/cards/{card_id}`:
//! validation, normalization, and a request that is ready to sign.
#![forbid(unsafe_code)]

mod answer;
mod check;
mod findings;
mod form;
mod guard;
mod issue;
mod json;
mod json_schema;
mod locale;
mod metadata;
mod order;
mod request;
mod rules;
pub mod schema;
mod validator;

pub use answer::{
    API_ERRORS, AnswerError, AnswerErrorCode, ApiErrorExplanation, ApiErrorRow, BrokenRule,
    DEFAULT_TOLERANCE_SECONDS, Difference, ErrorAnswer, ErrorDetail, ErrorField, ErrorSource,
    LengthComparison, MessageLine, RequestId, ResponseParts, ResponseToVerify, Retry, SerialKind,
    SignComparison, SignInformation, SignatureType, Trust, Updated, compare_sign_information, explain_error,
    verify_response,
};
pub use check::IMAGE_HOSTS;
pub use form::{CardForm, Changes, FieldChange, FieldState, FormError, Unit, coerce};
pub use guard::{
    AcceptedMessage, Expectations, ExpectedCards, InspectedMessage, Inspection, LocalizedRefusal,
    MAX_MESSAGE_BYTES, MAX_NONCE_LENGTH, MIN_NONCE_LENGTH, NonceMemory, Refusal, RefusalCode, Refused,
    RefusedMessage, inspect_message,
};
pub use issue::{
    Issue, IssueCode, LocalizedIssue, Location, MAX_LOCALIZED_ISSUES, Param, ParamKind, Parameter, Params,
    Path, Segment, Severity, localize_issues,
};
pub use json::{MAX_BYTES, MAX_DEPTH, MAX_PATH_BYTES};
pub use json_schema::{JsonSchema, JsonSchemaOptions, JsonSchemaSide, JsonSchemaTarget, json_schema};
pub use locale::{Bilingual, Locale};
pub use metadata::{FieldCondition, FieldGroup, FieldInfo, FieldOption, InputType, fields};
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
