//! Measuring the package beside its peers, which `benches` holds with packages of their own.

use crate::build::{self, Way};
use crate::tools;
use crate::workspace::{Workspace, text};

/// Builds the package, installs the peers and measures.
pub fn bench(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    build::build(workspace, Way::Published)?;
    let benches = workspace.root.join("benches");
    tools::install_npm_packages(workspace, &benches)?;
    workspace.node(&[text(&benches.join("bench.mjs"))]).args(args).run()
}
