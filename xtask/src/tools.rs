//! Tools for building, besides a Rust toolchain and Node.js. Existing ones are kept.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{Step, print};
use crate::workspace::{Workspace, read, text};

/// The compilation target of the modules.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// The source of the standard library, which is compiled with the modules.
const SOURCE: &str = "rust-src";
const OLDEST_NODE: u32 = 20;

/// The tools that were found or installed.
pub struct Tools {
    /// `wasm-bindgen`, in the version of `Cargo.lock`.
    pub wasm_bindgen: PathBuf,
    /// `wasm-bindgen-test-runner`, which runs the tests of wasm crates.
    pub wasm_test_runner: PathBuf,
}

/// Installs missing tools.
pub fn set_up(workspace: &Workspace) -> Result<Tools, String> {
    require_node(workspace)?;
    complete_toolchain(workspace)?;
    install_npm_packages(workspace, &workspace.package)?;
    wasm_bindgen(workspace)
}

fn require_node(workspace: &Workspace) -> Result<(), String> {
    let version = workspace.node(&["--version"]).output();
    let version = version.ok_or("Node.js is missing: install it, and npm with it")?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= OLDEST_NODE) {
        Ok(())
    } else {
        Err(format!("Node.js {version} is too old: install {OLDEST_NODE} or newer"))
    }
}

/// Adds missing parts of the toolchain.
fn complete_toolchain(workspace: &Workspace) -> Result<(), String> {
    let rustup = |args: &[&str]| Step::new("rustup", &workspace.root).args(args);
    for (kind, name) in [("target", WASM_TARGET), ("component", SOURCE)] {
        let installed = rustup(&[kind, "list", "--installed"]).output();
        // A toolchain without rustup may be complete; otherwise the build fails.
        if installed.is_some_and(|installed| !installed.lines().any(|line| line == name)) {
            rustup(&[kind, "add", name]).run()?;
        }
    }
    Ok(())
}

/// Runs `npm ci` in a folder, unless the installed packages match the lock file.
pub fn install_npm_packages(workspace: &Workspace, folder: &Path) -> Result<(), String> {
    let lock = read(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    workspace.npm_in(folder, &["ci"]).run()?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// `wasm-bindgen` must have the exact version of the crate: they share a private format.
fn wasm_bindgen(workspace: &Workspace) -> Result<Tools, String> {
    let version = workspace.locked_version("wasm-bindgen")?;
    let own = workspace.target.join("tools");
    let tools_in = |folder: PathBuf| Tools {
        wasm_bindgen: folder.join("wasm-bindgen"),
        wasm_test_runner: folder.join("wasm-bindgen-test-runner"),
    };
    for tools in [tools_in(PathBuf::new()), tools_in(own.join("bin"))] {
        let is_right = |tool: &PathBuf| {
            let printed = Step::new(tool, &workspace.root).args(["--version"]).output();
            printed.is_some_and(|printed| printed.split_whitespace().any(|word| word == version))
        };
        if is_right(&tools.wasm_bindgen) && is_right(&tools.wasm_test_runner) {
            return Ok(tools);
        }
    }
    print(&format!("wasm-bindgen {version} is not there: building it, once\n"));
    let args =
        ["install", "wasm-bindgen-cli", "--version", &version, "--locked", "--force", "--root", text(&own)];
    workspace.cargo(&args).run()?;
    Ok(tools_in(own.join("bin")))
}
