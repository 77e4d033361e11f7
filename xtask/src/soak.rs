//! Steady load on the package.

use crate::build::{self, BuildMode};
use crate::workspace::Workspace;

const MINUTES: &str = "10";

/// Builds the package and puts it under load; fails if memory grows.
pub fn soak(workspace: &Workspace, minutes: Option<&String>) -> Result<(), String> {
    build::build(workspace, BuildMode::Published)?;
    let minutes = minutes.map_or(MINUTES, String::as_str);
    workspace.node(&["--expose-gc", "tests/load/soak/soak.mjs", "--minutes", minutes]).run()
}
