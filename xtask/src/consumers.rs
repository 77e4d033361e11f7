//! Projects that use the package as its users do: installed from the packed archive, away from this repository.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use crate::process::Step;
use crate::workspace::{Workspace, text};

/// A project, and the files of the repository that it reads beside its own.
struct Project {
    name: &'static str,
    reads: &'static [&'static str],
}

const PROJECTS: &[Project] = &[
    Project { name: "node-esm", reads: &[] },
    Project { name: "node-cjs", reads: &[] },
    Project { name: "typescript", reads: &[] },
    Project { name: "public-sdks", reads: &["tests/data/example.json"] },
    Project { name: "python-sdk", reads: &[] },
    Project {
        name: "signing-server",
        reads: &[
            "examples/signing-server/client.mjs",
            "examples/signing-server/main.mjs",
            "examples/signing-server/server.mjs",
            "tests/gateway/gateway.mjs",
            "tests/gateway/party.mjs",
        ],
    },
    Project { name: "readme", reads: &["README.md"] },
    Project { name: "standard-schema", reads: &[] },
];

/// The installed projects. Their folder goes away with this value.
pub struct Consumers {
    folder: PathBuf,
}

/// Packs the package and installs it into a copy of each project of `tests/consumers`.
pub fn install(workspace: &Workspace) -> Result<Consumers, String> {
    let folder = env::temp_dir().join(format!("wechatpay-membercard-consumers-{}", process::id()));
    let consumers = Consumers { folder };
    let failed = |error: std::io::Error| format!("{}: {error}", consumers.folder.display());
    fs::create_dir_all(&consumers.folder).map_err(failed)?;
    workspace.npm(&["pack", "--pack-destination", text(&consumers.folder)]).run()?;
    let archive = consumers.folder.join(format!("wechatpay-membercard-{}.tgz", workspace.version()?));
    for Project { name, reads } in PROJECTS {
        let project = consumers.folder(name);
        copy_files(&workspace.root.join("tests/consumers").join(name), &project).map_err(failed)?;
        for file in reads.iter().map(|file| workspace.root.join(file)) {
            fs::copy(&file, project.join(file.file_name().unwrap_or_default())).map_err(failed)?;
        }
        Step::new("npm", &project)
            .args(["install", "--no-save", "--no-package-lock", "--prefer-offline"])
            .args([&archive])
            .run()?;
    }
    Ok(consumers)
}

impl Consumers {
    /// The folder of a project.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The tests of a project.
    pub fn test(&self, name: &str) -> String {
        let ending = if name.ends_with("cjs") { "cjs" } else { "mjs" };
        text(&self.folder(name).join(format!("consumer.test.{ending}"))).into()
    }
}

impl Drop for Consumers {
    fn drop(&mut self) {
        // Left behind, it does no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy_files(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
