//! WeChat Pay's answer: whether it is genuine, what it says, and what to do then.
//!
//! [`explain_error`] turns a refusal into what happened, what to do and which fields to look at.

mod body;
mod checklist;
mod compare;
mod detail;
mod errors;
mod explain;
mod gateway;
mod lookup;
mod pointer;
mod retry;
mod statuses;

pub use compare::{Difference, LengthComparison, MessageLine, SignComparison, compare_sign_information};
pub use detail::{ErrorDetail, SignInformation};
pub use errors::{API_ERRORS, ApiErrorRow, ErrorSource};
pub use explain::{ApiErrorExplanation, ErrorField, explain_error};
pub use gateway::BrokenRule;
pub use retry::Retry;
