//! Checks the archive that `cargo publish` would upload.

use std::fs;

use crate::process::print;
use crate::workspace::Workspace;

const CRATE: &str = "wechatpay-membercard";

/// The archive's folders, which contain only Rust files.
const FOLDERS: &[&str] = &["src/", "examples/"];

/// Other files that the archive must contain. The last one exists only in a Git checkout.
const FILES: &[&str] = &[
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "Cargo.toml.orig",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "README.zh-CN.md",
    ".cargo_vcs_info.json",
];

/// A larger archive would be a mistake.
const MAX_BYTES: u64 = 400_000;

/// Packages the crate, builds it from the archive, and checks the archive's contents.
pub fn check(workspace: &Workspace) -> Result<(), String> {
    let package = ["package", "--allow-dirty", "--package", CRATE];
    let listed = workspace.cargo(&package).args(["--list", "--quiet"]).output();
    let listed = listed.ok_or("cargo package --list failed")?;
    let is_in_folder = |file: &&str| FOLDERS.iter().any(|folder| file.starts_with(folder));
    let (sources, others): (Vec<&str>, Vec<&str>) = listed.lines().partition(is_in_folder);
    if let Some(file) = sources.iter().find(|file| !file.ends_with(".rs")) {
        return Err(format!("{file} is not Rust"));
    }
    if let Some(file) = others.iter().find(|file| !FILES.contains(file)) {
        return Err(format!("{file} does not belong into the crate"));
    }
    if let Some(file) = FILES.iter().filter(|file| !file.starts_with('.')).find(|file| !others.contains(file))
    {
        return Err(format!("the crate lacks {file}"));
    }
    workspace.cargo(&package).run()?;
    let archive = workspace.target.join("package").join(format!("{CRATE}-{}.crate", workspace.version()?));
    let size = fs::metadata(&archive).map_err(|error| format!("{}: {error}", archive.display()))?.len();
    print(&format!("{} files, {size} bytes\n", sources.len() + others.len()));
    if size <= MAX_BYTES { Ok(()) } else { Err(format!("the crate has more than {MAX_BYTES} bytes")) }
}
