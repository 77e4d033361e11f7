//! One file per target.

pub mod answer;
pub mod form;
pub mod json;
pub mod message;
pub mod request;
pub mod update;
