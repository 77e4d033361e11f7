//! What comes from elsewhere: licences, versions and sources of crates, and known faults of crates and npm packages.
//! And what goes elsewhere: breaking changes of the public API.

use crate::cargo_tools::{DENY, SEMVER_CHECKS};
use crate::workspace::Workspace;

/// Everything. It needs the network: RustSec's list of faults lies on GitHub, npm's with its registry.
pub fn audit(workspace: &Workspace) -> Result<(), String> {
    let crates = deny(workspace, &["advisories", "bans", "licenses", "sources"]);
    let packages = workspace.npm(&["audit"]).run();
    crates.and(packages)
}

/// What the lock file and the crates themselves tell: it needs no network.
pub fn policies(workspace: &Workspace) -> Result<(), String> {
    deny(workspace, &["bans", "licenses", "sources"])
}

/// Breaking changes of the crate's API since a revision, which the version does not tell of.
pub fn semver(workspace: &Workspace, revision: Option<&String>) -> Result<(), String> {
    let revision = revision.map_or("main", String::as_str);
    SEMVER_CHECKS
        .step(workspace)?
        .args(["--package", "wechatpay-membercard", "--all-features", "--baseline-rev", revision])
        .run()
}

/// Checks by `deny.toml`, for the whole workspace.
fn deny(workspace: &Workspace, checks: &[&str]) -> Result<(), String> {
    DENY.step(workspace)?.args(["--workspace", "check"]).args(checks).run()
}
