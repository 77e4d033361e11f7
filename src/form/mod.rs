//! A form session: a payload that is edited field by field, and what there is to tell about it.

mod card_form;
mod changes;
mod coerce;
mod edit;
mod editing;
mod error;
mod facets;
mod ledger;
mod measure;
mod patch;
mod size;
mod start;
mod state;
#[cfg(test)]
mod tests;
mod touched;
mod trail;

pub use card_form::CardForm;
pub use changes::Changes;
pub use coerce::coerce;
pub use error::FormError;
pub use patch::FieldChange;
pub use state::{FieldState, Unit};
