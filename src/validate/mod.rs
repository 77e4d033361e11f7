//! The judge: the checks of one value, the engine that asks rules, and the report.

pub(crate) mod check;
mod conditions;
mod validator;

pub(crate) use conditions::ask;
pub use validator::{Report, Validator};
