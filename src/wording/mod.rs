//! Messages in both languages: code tables, message parameters and templates. Issues, refusals and errors are all built
//! on them.

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
