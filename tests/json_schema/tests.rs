//! The JSON Schema beside the validator: what the validator accepts, the schema accepts; and what only the schema accepts
//! is refused for a reason that the schema's comments name.

#[path = "../cases/case.rs"]
#[allow(dead_code, reason = "not all that a case holds is looked at here")]
mod case;
mod cases;
mod characters;
#[path = "../cases/compact.rs"]
mod compact;
mod comparison;
mod options;
mod texts;
mod values;
