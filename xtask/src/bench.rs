//! Measuring the package beside its peers, which `benches` holds with packages of their own.

use crate::build::{self, Way};
use crate::tools;
use crate::workspace::{Workspace, text};

/// Builds the package, installs the peers and measures. A quick run proves that all works, and means no figure.
pub fn bench(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let is_quick = args.iter().any(|arg| arg == "--quick");
    build::build(workspace, if is_quick { Way::Quick } else { Way::Published })?;
    let benches = workspace.root.join("benches");
    tools::install_npm_packages(workspace, &benches)?;
    workspace.node(&[text(&benches.join("bench.mjs"))]).args(args).run()
}
