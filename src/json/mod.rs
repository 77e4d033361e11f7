//! JSON, read strictly and written canonically.

#[cfg(any(feature = "response", feature = "form", all(feature = "card-member", feature = "json")))]
pub(crate) mod as_is;
mod binary64;
mod document;
#[cfg(feature = "form")]
mod edit;
mod host_value;
mod index;
pub(crate) mod length;
mod limits;
#[cfg(feature = "form")]
mod locate;
mod moment;
mod number;
#[cfg(feature = "form")]
mod owned;
#[cfg(feature = "json")]
pub(crate) mod parser;
#[cfg(feature = "json")]
mod syntax;
mod text;
pub(crate) mod writer;
mod written_value;

pub(crate) use binary64::round_trips;
pub(crate) use document::{Document, Name, Node, Value};
pub(crate) use host_value::read_value;
pub use host_value::{HostValue, TextBuffer, Word};
pub(crate) use limits::Nesting;
pub(crate) use moment::moment;
pub(crate) use number::{MAX_SAFE_INTEGER, ParsedInteger, parse_integer};
#[cfg(feature = "json")]
pub(crate) use parser::parse;
#[cfg(any(feature = "response", all(feature = "card-member", feature = "json")))]
pub(crate) use parser::parse_any;
pub(crate) use text::{Ordinary, Text};
pub(crate) use writer::{Style, canonical};
pub use written_value::WrittenValue;

/// The largest input, in bytes. The largest valid body has about 10 kB.
pub const MAX_BYTES: usize = 256 * 1024;

/// The deepest nesting. The API's own bodies have 5 levels.
pub const MAX_DEPTH: usize = 64;

/// The longest path to a value: the total length of its keys, in bytes. The API's own paths have at most 50. Each issue
/// contains its path: without this limit, one long key above many bad values would make reports thousands of times as
/// large as the input.
pub const MAX_PATH_BYTES: usize = 1024;
