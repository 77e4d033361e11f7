//! Validation: checks of single values, evaluation of rules, and the report.

pub(crate) mod check;
pub(crate) mod conditions;
mod current;
mod validator;

pub use validator::{Report, Validator};
