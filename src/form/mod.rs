//! A form session: a payload that is edited field by field, and what there is to tell about it.

mod altered;
mod card_form;
mod changes;
mod coerce;
mod difference;
mod edit;
mod editing;
mod error;
mod ledger;
mod measure;
mod patch;
mod size;
mod standing;
mod start;
mod state;
#[cfg(test)]
mod tests;
mod touched;
mod trail;

pub use altered::MAX_TOLD_FIELDS;
pub use card_form::CardForm;
pub use changes::Changes;
pub use coerce::coerce;
pub use error::FormError;
pub use patch::FieldChange;
pub use state::{FieldState, Unit};
