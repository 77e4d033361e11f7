//! Subcommands of Cargo that only some commands need. Their versions are fixed, so that all machines agree.

use std::path::PathBuf;

use crate::process::{Step, print};
use crate::workspace::{Workspace, text};

/// A subcommand of Cargo, such as `deny` of the crate `cargo-deny`.
pub struct CargoTool {
    name: &'static str,
    version: &'static str,
}

/// Checks licences, sources, versions and known vulnerabilities of crates.
pub const DENY: CargoTool = CargoTool { name: "deny", version: "0.20.2" };
/// Measures test coverage.
pub const LLVM_COV: CargoTool = CargoTool { name: "llvm-cov", version: "0.9.1" };
/// Mutation testing: changes the code to see whether a test fails.
pub const MUTANTS: CargoTool = CargoTool { name: "mutants", version: "27.1.0" };
/// Compares the public API with an earlier revision's.
pub const SEMVER_CHECKS: CargoTool = CargoTool { name: "semver-checks", version: "0.51.0" };

impl CargoTool {
    /// The subcommand, ready for arguments. It is installed if necessary, once per checkout.
    pub fn step(&self, workspace: &Workspace) -> Result<Step, String> {
        let own = workspace.target.join("tools");
        let program = format!("cargo-{}", self.name);
        let installed = own.join("bin").join(&program);
        for candidate in [PathBuf::from(&program), installed.clone()] {
            let start = || Step::new(&candidate, &workspace.root).args([self.name]);
            let printed = start().args(["--version"]).output().unwrap_or_default();
            if printed.split_whitespace().any(|word| word == self.version) {
                return Ok(start());
            }
        }
        print(&format!("{program} {} is not there: building it, once\n", self.version));
        // Compiling takes longest, so it skips optimization and debug information.
        let args = ["install", &program, "--version", self.version, "--locked", "--force", "--debug"];
        workspace.cargo(&args).args(["--root", text(&own)]).env("CARGO_PROFILE_DEV_DEBUG", "0").run()?;
        Ok(Step::new(installed, &workspace.root).args([self.name]))
    }
}
