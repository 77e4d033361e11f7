//! The folders of the project, and versions in its lock files and manifests.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::process::Step;

/// The folders of the project.
pub struct Workspace {
    /// The root of the repository.
    pub root: PathBuf,
    /// The output of Cargo and of this program.
    pub target: PathBuf,
    /// The npm package.
    pub package: PathBuf,
}

impl Workspace {
    /// The workspace of the current `cargo xtask`; the program may have been compiled in another one.
    pub fn find() -> Workspace {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest).parent().expect("xtask lies in the workspace").to_owned();
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        Workspace { package: root.join("pkg"), root, target }
    }

    /// Runs Cargo in the root folder.
    pub fn cargo(&self, args: &[&str]) -> Step {
        Step::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), &self.root).args(args)
    }

    /// Runs Node.js in the root folder.
    pub fn node(&self, args: &[&str]) -> Step {
        Step::new("node", &self.root).args(args)
    }

    /// Runs npm in the package's folder.
    pub fn npm(&self, args: &[&str]) -> Step {
        self.npm_in(&self.package, args)
    }

    /// Runs npm in another folder.
    pub fn npm_in(&self, folder: &Path, args: &[&str]) -> Step {
        // On Windows npm is a batch file, which is found only by its full name.
        Step::new(if cfg!(windows) { "npm.cmd" } else { "npm" }, folder).args(args)
    }

    /// Runs a program of an npm package in the root folder.
    pub fn npm_tool(&self, name: &str, args: &[&str]) -> Step {
        Step::new(self.package.join("node_modules/.bin").join(name), &self.root).args(args)
    }

    /// The version of a crate in `Cargo.lock`.
    pub fn locked_version(&self, name: &str) -> Result<String, String> {
        let lock = read(&self.root.join("Cargo.lock"))?;
        let entry = format!("name = \"{name}\"\nversion = \"");
        quoted_after(&lock, &entry).ok_or_else(|| format!("Cargo.lock holds no crate {name}"))
    }

    /// The version of the workspace.
    pub fn version(&self) -> Result<String, String> {
        let manifest = read(&self.root.join("Cargo.toml"))?;
        let (_, section) = manifest.split_once("[workspace.package]").unwrap_or_default();
        quoted_after(section, "version = \"").ok_or_else(|| "Cargo.toml names no version".into())
    }

    /// Sets the version of the npm package: once in its manifest, twice in its lock file.
    pub fn write_npm_versions(&self) -> Result<(), String> {
        let version = self.version()?;
        for (manifest, times) in [("package.json", 1), ("package-lock.json", 2)] {
            let path = self.package.join(manifest);
            let before = read(&path)?;
            let after = with_version(&before, &version, times)
                .ok_or_else(|| format!("pkg/{manifest} names no version"))?;
            if after != before {
                fs::write(&path, after).map_err(|error| format!("{}: {error}", path.display()))?;
            }
        }
        Ok(())
    }

    /// The sorted files of a folder with that extension.
    pub fn files(&self, folder: &str, ending: &str) -> Result<Vec<String>, String> {
        let folder = self.root.join(folder);
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut files: Vec<String> = entries
            .filter_map(|entry| Some(entry.ok()?.path().to_str()?.to_owned()))
            .filter(|path| path.ends_with(ending))
            .collect();
        files.sort();
        Ok(files)
    }
}

/// The text of a file.
pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// A path as an argument.
pub fn text(path: &(impl AsRef<OsStr> + ?Sized)) -> &str {
    path.as_ref().to_str().expect("the project lies in a folder whose name is UTF-8")
}

fn quoted_after(text: &str, start: &str) -> Option<String> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}

/// Replaces the version in the first `times` places of an npm manifest.
fn with_version(manifest: &str, version: &str, times: usize) -> Option<String> {
    let key = "\"version\": \"";
    let mut text = String::new();
    let mut rest = manifest;
    for _ in 0..times {
        let (before, after) = rest.split_once(key)?;
        let (_, after) = after.split_once('"')?;
        text.extend([before, key, version, "\""]);
        rest = after;
    }
    Some(text + rest)
}

#[cfg(test)]
mod tests {
    use super::with_version;

    #[test]
    fn a_version_is_written_where_the_package_names_its_own() {
        let lock =
            r#"{"version": "1.0.0", "packages": {"": {"version": "1.0.0"}, "a": {"version": "3.0.0"}}}"#;
        let expected =
            r#"{"version": "1.2.0", "packages": {"": {"version": "1.2.0"}, "a": {"version": "3.0.0"}}}"#;
        assert_eq!(with_version(lock, "1.2.0", 2).as_deref(), Some(expected));
        assert_eq!(with_version("{}", "1.2.0", 1), None);
    }
}
