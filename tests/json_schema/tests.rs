//! The JSON Schema, compared with the validator: the schema accepts whatever the validator accepts; if only the schema
//! accepts a value, its comments name the reason.

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
