//! Scripts for users: the example job through the built package, and symbolized stack traces.

use std::env;
use std::process::ExitCode;

use crate::build::{self, BuildMode};
use crate::process::Step;
use crate::workspace::Workspace;

/// Builds the package, runs the documented example or checks the user's payload, and serves the page.
pub fn run(workspace: &Workspace, args: &[String]) -> Result<ExitCode, String> {
    build::build(workspace, BuildMode::Published)?;
    script(workspace, "xtask/run.mjs", args)
}

/// Names the functions in a stack trace, using the module's symbols.
pub fn symbolize(workspace: &Workspace, args: &[String]) -> Result<ExitCode, String> {
    script(workspace, "pkg/symbolize.mjs", args)
}

/// Runs a script in the user's current folder, so that relative file names work.
fn script(workspace: &Workspace, script: &str, args: &[String]) -> Result<ExitCode, String> {
    let here = env::current_dir().map_err(|error| error.to_string())?;
    let status = Step::new("node", &here).args([workspace.root.join(script)]).args(args).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
