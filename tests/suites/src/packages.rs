//! Files that a package ships with its code.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The folder of a dependency's sources, of the version that `Cargo.lock` names.
pub fn folder(package: &str) -> PathBuf {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo starts");
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr)));
    let packages = metadata["packages"].as_array().expect("there are packages");
    let found = packages.iter().find(|candidate| candidate["name"] == package);
    let manifest = found.and_then(|found| found["manifest_path"].as_str()).expect("it is a dependency");
    Path::new(manifest).parent().expect("it lies in a folder").into()
}
