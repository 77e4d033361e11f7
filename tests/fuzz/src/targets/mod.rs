//! One file per target.

pub mod form;
pub mod json;
pub mod message;
pub mod request;
pub mod response;
pub mod update;
