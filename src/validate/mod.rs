//! The judge: the checks of one value, the engine that asks rules, and the report.

pub(crate) mod check;
pub(crate) mod conditions;
mod current;
mod validator;

pub use validator::{Report, Validator};
