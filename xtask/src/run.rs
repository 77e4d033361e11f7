//! The main job, end to end, through the built package.

use std::env;
use std::process::ExitCode;

use crate::build;
use crate::process::Step;
use crate::workspace::Workspace;

/// Builds, runs the documented example or checks the user's own payload, and serves the page.
pub fn run(workspace: &Workspace, args: &[String]) -> Result<ExitCode, String> {
    build::build(workspace)?;
    // The user's files are named as seen from where the user is.
    let here = env::current_dir().map_err(|error| error.to_string())?;
    let script = workspace.root.join("xtask/run.mjs");
    let status = Step::new("node", &here).args([&script]).args(args).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
