//! Where things are, and which versions the lock file and the manifests name.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::process::Step;

/// The folders of the project.
pub struct Workspace {
    /// The root of the repository.
    pub root: PathBuf,
    /// What Cargo and this program build goes here.
    pub target: PathBuf,
    /// The npm package.
    pub package: PathBuf,
}

impl Workspace {
    /// The workspace that Cargo runs this program in; a program that was built elsewhere may be run here.
    pub fn find() -> Workspace {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest).parent().expect("xtask lies in the workspace").to_owned();
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        Workspace { package: root.join("pkg"), root, target }
    }

    /// Cargo, at the root.
    pub fn cargo(&self, args: &[&str]) -> Step {
        Step::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), &self.root).args(args)
    }

    /// Node.js, at the root.
    pub fn node(&self, args: &[&str]) -> Step {
        Step::new("node", &self.root).args(args)
    }

    /// npm, in the package.
    pub fn npm(&self, args: &[&str]) -> Step {
        self.npm_in(&self.package, args)
    }

    /// npm, in another folder.
    pub fn npm_in(&self, folder: &Path, args: &[&str]) -> Step {
        Step::new("npm", folder).args(args)
    }

    /// A program that an npm package brought, at the root.
    pub fn npm_tool(&self, name: &str, args: &[&str]) -> Step {
        Step::new(self.package.join("node_modules/.bin").join(name), &self.root).args(args)
    }

    /// The version that `Cargo.lock` holds of a crate.
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

    /// The version in `package.json` or `package-lock.json`.
    pub fn npm_version(&self, manifest: &str) -> Result<String, String> {
        let text = read(&self.package.join(manifest))?;
        quoted_after(&text, "\"version\": \"").ok_or_else(|| format!("{manifest} names no version"))
    }

    /// The files of a folder with that ending, sorted.
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
