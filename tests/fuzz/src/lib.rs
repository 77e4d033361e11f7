//! Properties of arbitrary inputs, as functions of bytes that panic if a property is violated. Fuzzers call them with
//! generated inputs, `tests/replay.rs` with the corpus.

pub mod corpus;
mod options;
mod payload;
mod promises;
mod targets;

/// A target.
pub type Target = fn(&[u8]);

/// All targets by name. Their corpus has the same name.
pub const TARGETS: &[(&str, Target)] = &[
    ("response", targets::response::run),
    ("form", targets::form::run),
    ("json", targets::json::run),
    ("message", targets::message::run),
    ("request", targets::request::run),
    ("update", targets::update::run),
];

/// Runs a target by name.
///
/// # Panics
///
/// If there is no such target, or a property is violated.
pub fn run(name: &str, data: &[u8]) {
    let (_, target) = TARGETS.iter().find(|(known, _)| *known == name).expect("a target of that name");
    target(data);
}
