//! What holds of any input, as functions of bytes. They panic when something does not hold: a fuzzer calls them with
//! what it makes up, and `tests/replay.rs` with the corpus.

pub mod corpus;
mod options;
mod payload;
mod promises;
mod targets;

/// A function that a fuzzer calls.
pub type Target = fn(&[u8]);

/// All targets by name, which is also that of their folder in the corpus.
pub const TARGETS: &[(&str, Target)] = &[
    ("response", targets::response::run),
    ("form", targets::form::run),
    ("json", targets::json::run),
    ("message", targets::message::run),
    ("request", targets::request::run),
    ("update", targets::update::run),
];

/// Runs one target by its name.
///
/// # Panics
///
/// If there is no such target, or if something does not hold.
pub fn run(name: &str, data: &[u8]) {
    let (_, target) = TARGETS.iter().find(|(known, _)| *known == name).expect("a target of that name");
    target(data);
}
