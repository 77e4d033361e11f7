//! The package under steady work, for as long as you like.

use crate::build::{self, Way};
use crate::workspace::Workspace;

const MINUTES: &str = "10";

/// Builds the package and works it hard; fails if memory grows.
pub fn soak(workspace: &Workspace, minutes: Option<&String>) -> Result<(), String> {
    build::build(workspace, Way::Published)?;
    let minutes = minutes.map_or(MINUTES, String::as_str);
    workspace.node(&["--expose-gc", "tests/load/soak/soak.mjs", "--minutes", minutes]).run()
}
