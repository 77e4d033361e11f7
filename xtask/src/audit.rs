//! Audits dependencies: licences, versions, sources, and known vulnerabilities of crates and npm packages.

use std::path::{Path, PathBuf};

use crate::cargo_tools::DENY;
use crate::process::Step;
use crate::workspace::{Workspace, text};

/// Runs all audits, even after a failure. It needs the network: RustSec's advisories are on GitHub, npm's in its
/// registry.
pub fn audit(workspace: &Workspace) -> Result<(), String> {
    let mut outcome = policies(workspace);
    for folder in folders_with(workspace, "Cargo.lock")? {
        outcome = outcome.and(deny(workspace, &folder, &["advisories"]));
    }
    for folder in folders_with(workspace, "package-lock.json")? {
        println!("{}:", folder.display());
        outcome = outcome.and(workspace.npm_in(&folder, &["audit"]).run());
    }
    outcome
}

/// Checks what the lock file and the crates themselves show, without the network.
pub fn policies(workspace: &Workspace) -> Result<(), String> {
    deny(workspace, &workspace.root, &["bans", "licenses", "sources"])
}

/// Runs checks of `deny.toml` for the workspace in a folder.
fn deny(workspace: &Workspace, folder: &Path, checks: &[&str]) -> Result<(), String> {
    let [manifest, rules] = [folder.join("Cargo.toml"), workspace.root.join("deny.toml")];
    DENY.step(workspace)?
        .args(["--workspace", "--manifest-path", text(&manifest), "--config", text(&rules), "check"])
        .args(checks)
        .run()
}

/// The folders of the repository that contain a file of that name.
fn folders_with(workspace: &Workspace, name: &str) -> Result<Vec<PathBuf>, String> {
    let pattern = format!(":(glob)**/{name}");
    let files = Step::new("git", &workspace.root).args(["ls-files", &pattern]).output();
    let files = files.ok_or("git cannot list the files of this folder")?;
    let folder = |file: &str| workspace.root.join(file).parent().map(Path::to_owned);
    Ok(files.lines().filter_map(folder).collect())
}

#[cfg(test)]
mod tests {
    use super::folders_with;
    use crate::workspace::Workspace;

    #[test]
    fn every_lock_file_is_found() {
        let workspace = Workspace::find();
        for (name, folders) in [
            ("Cargo.lock", &["", "benches/native"][..]),
            ("package-lock.json", &["pkg", "docs/site", "docs/api", "benches"]),
        ] {
            let found = folders_with(&workspace, name).unwrap();
            for folder in folders {
                assert!(found.contains(&workspace.root.join(folder)), "{name} of {folder:?}: {found:?}");
            }
        }
    }
}
