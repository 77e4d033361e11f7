//! The project's own commands: `cargo xtask run` and `cargo xtask test`.
fn main() {}
