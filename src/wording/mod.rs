//! How what went wrong is worded, in both languages: tables of codes, the parameters of their messages, and how a message
//! is made of them. Issues, refusals and the failures of requests, forms and responses all come from such tables.

#[cfg(test)]
pub(crate) mod check;
mod codes;
mod parameter;
mod params;
pub(crate) mod template;
mod terms;
mod text_list;

pub(crate) use codes::codes;
pub use parameter::{ParamKind, Parameter};
pub use params::{Param, Params};
pub(crate) use template::fill;
pub use text_list::TextList;
