//! Responses: verification and explanation.
//!
//! [`verify_response`](crate::verify_response) decides whether a request succeeded; [`ResponseToVerify`] is its
//! asynchronous form. [`explain_error`](crate::explain_error) explains an error: what happened, what to do, and which
//! fields to check.

mod body;
mod checklist;
mod code;
mod compare;
mod detail;
mod explain;
mod failure;
mod gateway;
mod headers;
mod lookup;
mod outcome;
mod pointer;
mod request_id;
mod retry;
mod sentence;
mod serial;
mod signature;
mod statuses;
#[cfg(test)]
mod table_tests;
mod value;
mod verdict;
mod verify;

pub use code::ResponseErrorCode;
pub use compare::{Difference, LengthComparison, MessageLine, SignComparison, compare_sign_information};
pub use detail::{ErrorDetail, SignInformation};
pub use explain::{ApiErrorExplanation, ErrorField};
pub use failure::ResponseError;
pub use headers::ResponseParts;
pub use outcome::{ErrorResponse, SuccessResponse, Trust};
pub use request_id::RequestId;
pub use retry::Retry;
pub use sentence::BrokenRule;
pub use serial::SerialKind;
pub use signature::SignatureType;
pub use verdict::SignatureVerdict;
pub use verify::ResponseToVerify;
