//! The endpoints, one folder each. Nothing else in the crate names one.

pub mod membercard_open;
