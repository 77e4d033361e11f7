//! The API's documentation as data: names, types, limits and help texts of all fields.

mod field;
#[doc(hidden)]
pub mod macros;
mod mark;
mod numbered;
mod other_api;
mod path;
mod section;
mod segment;
mod severity;

pub(crate) use field::is_listed;
#[cfg(any(feature = "form", feature = "membercard-open"))]
pub(crate) use field::is_same;
pub use field::{
    Choice, Empty, Field, FieldDocs, Format, Integer, Kind, Limit, List, Object, Text, UniqueBy, limit,
};
pub use mark::{Action, Mark};
pub use numbered::{Body, FieldId, NumberedField, number_fields};
pub(crate) use numbered::{at_row, at_rows};
pub use other_api::OtherApi;
pub use path::Path;
pub use section::Section;
pub use segment::Segment;
pub use severity::Severity;
