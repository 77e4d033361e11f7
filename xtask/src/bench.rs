//! Benchmarks of the package and its peers, in `benches` with its own packages.

use crate::build::{self, BuildMode};
use crate::tools;
use crate::workspace::{Workspace, text};

/// Builds the package, installs the peers and measures. A quick run only proves that everything works.
pub fn bench(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let is_quick = args.iter().any(|arg| arg == "--quick");
    build::build(workspace, if is_quick { BuildMode::Quick } else { BuildMode::Published })?;
    let benches = workspace.root.join("benches");
    tools::install_npm_packages(workspace, &benches)?;
    workspace.node(&[text(&benches.join("bench.mjs"))]).args(args).run()
}
