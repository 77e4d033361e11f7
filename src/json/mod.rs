//! JSON, read strictly and written canonically.

mod as_is;
mod document;
mod edit;
mod index;
mod number;
mod parser;
mod syntax;
mod writer;

pub(crate) use as_is::{as_is, is_alike, write_as_is};
pub(crate) use document::{Document, Name, Node, Value};
pub(crate) use number::{MAX_SAFE_INTEGER, Whole, whole};
pub(crate) use parser::{Notation, parse, parse_inside};
pub(crate) use writer::{Style, canonical, quoted, write_name, write_value};

/// The mark around the kind of a value that JSON has no word for, in host notation.
const FOREIGN: char = '\u{1}';

/// The largest input that is read, in bytes. The largest valid body has about 10 kB.
pub const MAX_BYTES: usize = 256 * 1024;

/// The deepest nesting that is read. The API's own bodies are 5 levels deep.
pub const MAX_DEPTH: usize = 64;

/// The longest path to a value that is read: the length of all keys on the way, in bytes. The API's own paths have at
/// most 50 bytes. Each issue holds its path, so that without this limit one long key and many bad values below it would
/// make reports thousands of times as large as the input.
pub const MAX_PATH_BYTES: usize = 1024;
