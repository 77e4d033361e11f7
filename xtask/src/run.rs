//! Scripts that a person runs on files of their own: the main job, end to end, through the built package; the stack of a
//! fault, with names.

use std::env;
use std::process::ExitCode;

use crate::build::{self, Way};
use crate::process::Step;
use crate::workspace::Workspace;

/// Builds, runs the documented example or checks the user's own payload, and serves the page.
pub fn run(workspace: &Workspace, args: &[String]) -> Result<ExitCode, String> {
    build::build(workspace, Way::Published)?;
    script(workspace, "xtask/run.mjs", args)
}

/// Names the functions in the stack of a fault, as the module's build has written them down.
pub fn symbolize(workspace: &Workspace, args: &[String]) -> Result<ExitCode, String> {
    script(workspace, "pkg/symbolize.mjs", args)
}

/// Runs a script where the user is, as seen from where files are named.
fn script(workspace: &Workspace, script: &str, args: &[String]) -> Result<ExitCode, String> {
    let here = env::current_dir().map_err(|error| error.to_string())?;
    let status = Step::new("node", &here).args([workspace.root.join(script)]).args(args).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
