//! JSON, read strictly and written canonically.

mod document;
mod number;
mod parser;
mod writer;

pub(crate) use document::{Document, Name, Node, Value};
pub(crate) use number::{MAX_SAFE_INTEGER, Whole, whole};
pub(crate) use parser::{Notation, parse};
pub(crate) use writer::{Style, write_object};

/// The largest input that is read, in bytes. The largest valid body has about 10 kB.
pub const MAX_BYTES: usize = 256 * 1024;

/// The deepest nesting that is read. The API's own bodies are 5 levels deep.
pub const MAX_DEPTH: usize = 64;
