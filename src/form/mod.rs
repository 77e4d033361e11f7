//! Form sessions: editing a payload field by field, with live validation.

mod card_form;
mod changed_fields;
mod changes;
mod code;
mod coerce;
mod difference;
mod edit;
mod editing;
mod error;
mod field_conditions;
mod field_paths;
mod fields;
mod issue_cache;
mod lock;
mod measure;
mod patch;
mod resolved_path;
mod size;
mod start;
mod state;
mod suggest;
#[cfg(test)]
mod tests;
mod touched;

pub use card_form::CardForm;
pub use changed_fields::MAX_LISTED_FIELDS;
pub use changes::FormChanges;
pub use code::FormErrorCode;
pub use error::FormError;
pub use fields::{FieldCondition, FieldGroup, FieldInfo, FieldOption, InputType};
pub use lock::Lock;
pub use measure::Unit;
pub use patch::FieldChange;
pub use state::FieldState;
