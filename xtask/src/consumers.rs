//! Projects that use the packed package like its users do, outside this repository.

use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

use crate::build::{self, BuildMode};
use crate::process::Step;
use crate::tally::Tally;
use crate::workspace::{Workspace, text};

/// A project of `tests/consumers`.
pub struct Project {
    /// Its folder.
    pub name: &'static str,
    /// The step that it tests.
    pub title: &'static str,
    /// The files and folders of the repository that it needs, besides its own and those of `shared`.
    reads: &'static [&'static str],
}

const fn tests(name: &'static str, title: &'static str) -> Project {
    Project { name, title, reads: &[] }
}

impl Project {
    /// Whether a name is that of the project or of its parent folder.
    fn is_named(&self, name: &str) -> bool {
        self.name.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    const fn reading(self, reads: &'static [&'static str]) -> Project {
        Project { reads, ..self }
    }
}

/// The projects that the tests use; each takes seconds.
pub const PROJECTS: &[Project] = &[
    tests("packaging", "look into the archive"),
    tests("node-esm", "use the package from ES modules"),
    tests("node-cjs", "use the package from CommonJS"),
    tests("card-member", "use the endpoints of card-member").reading(&[
        "tests/data/card_member/derived-partner-post-accepted.json",
        "tests/gateway/gateway.mjs",
        "tests/gateway/party.mjs",
    ]),
    tests("typescript", "use the package from TypeScript"),
    tests("deno", "use the package in Deno"),
    tests("bun", "use the package in Bun"),
    tests("workers", "use the package in Cloudflare Workers"),
    tests("browser", "use the package in a page without a bundler, and in its worker"),
    tests("vite-react", "use the package with Vite and React Hook Form"),
    tests("vite-vue", "use the package with Vite and VeeValidate"),
    tests("react-forms", "use the package with form and component libraries of React")
        .reading(&["docs/recipes", "tests/consumers/recipes/recipe.mjs"]),
    tests("vue-forms", "use the package with form and component libraries of Vue")
        .reading(&["docs/recipes", "tests/consumers/recipes/recipe.mjs"]),
    tests("bundlers", "use the package with webpack, Rspack, Rollup, esbuild and Parcel"),
    tests("nextjs", "use the package with Next.js"),
    tests("vitest", "use the package in Vitest"),
    tests("jest", "use the package in Jest"),
    tests("miniprogram", "use the package in a simulated Mini Program"),
    tests("standard-schema", "use the package from form libraries"),
    tests("public-sdks", "compare with public SDKs").reading(&["tests/data/example.json"]),
    tests("python-sdk", "compare with an SDK for Python, OpenSSL and WebCrypto"),
    tests("signing-server", "run the signing server").reading(&[
        "examples/signing-server/client.mjs",
        "examples/signing-server/handler.mjs",
        "examples/signing-server/main.mjs",
        "examples/signing-server/nonces.mjs",
        "examples/signing-server/read-message.mjs",
        "examples/signing-server/server.mjs",
        "examples/signing-server/within.mjs",
        "tests/gateway/gateway.mjs",
        "tests/gateway/party.mjs",
    ]),
    tests("nonces", "share nonces in Redis and PostgreSQL").reading(&[
        "docs/recipes",
        "examples/signing-server/handler.mjs",
        "examples/signing-server/main.mjs",
        "examples/signing-server/nonces.mjs",
        "examples/signing-server/read-message.mjs",
        "examples/signing-server/server.mjs",
        "examples/signing-server/within.mjs",
        "tests/consumers/recipes/recipe.mjs",
        "tests/load/storm/recording-signer.mjs",
    ]),
    tests("recipes", "run the recipes").reading(&[
        "docs/recipes",
        "tests/consumers/miniprogram/mini-program.mjs",
        "tests/data/card_member/derived-brand-post-accepted.json",
        "tests/data/card_member/derived-partner-post-accepted.json",
        "tests/gateway/gateway.mjs",
        "tests/gateway/party.mjs",
    ]),
    tests("readme", "run the code of the README").reading(&["README.md", "README.zh-CN.md"]),
];

/// Complete frameworks, which take half a minute each. The tests skip them; CI has a job for them.
const FRAMEWORKS: &[Project] = &[
    tests("frameworks/nuxt", "use the package with Nuxt"),
    tests("frameworks/sveltekit", "use the package with SvelteKit"),
    tests("frameworks/astro", "use the package with Astro"),
    tests("frameworks/react-router", "use the package with React Router"),
    tests("frameworks/angular", "use the package with Angular, within its budget"),
];

/// Projects that use every entry of a package, in seconds.
pub const SMOKE_TESTS: &[&str] = &["node-esm", "node-cjs", "card-member"];

/// Each project pins exact versions, so npm need not query the registry. Packages must not run scripts.
const NPM_INSTALL: &[&str] = &[
    "install",
    "--no-save",
    "--no-package-lock",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
];

/// The packed package, and a folder for projects that is removed on drop.
pub struct Consumers {
    folder: PathBuf,
    archive: PathBuf,
}

/// Packs the package.
pub fn pack(workspace: &Workspace) -> Result<Consumers, String> {
    let folder = project_folder()?;
    let archive = folder.join(format!("wechatpay-membercard-{}.tgz", workspace.version()?));
    workspace.npm(&["pack", "--silent", "--pack-destination", text(&folder)]).run()?;
    Ok(Consumers { folder, archive })
}

/// A package that was packed before.
fn packed(archive: &str) -> Result<Consumers, String> {
    let archive = fs::canonicalize(archive).map_err(|error| format!("{archive}: {error}"))?;
    Ok(Consumers { folder: project_folder()?, archive })
}

fn project_folder() -> Result<PathBuf, String> {
    let folder = env::temp_dir().join(format!("wechatpay-membercard-consumers-{}", process::id()));
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// Checks the projects with those names, or all, using a new or an existing package.
pub fn consumers(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let (archive, args) = match args {
        [flag, archive, names @ ..] if flag == "--packed" => (Some(archive), names),
        args => (None, args),
    };
    let (mode, names) = BuildMode::read(args);
    let all = || PROJECTS.iter().chain(FRAMEWORKS);
    if let Some(unknown) = names.iter().find(|name| !all().any(|project| project.is_named(name))) {
        return Err(format!("tests/consumers holds no {unknown}"));
    }
    let consumers = match archive {
        Some(archive) => packed(archive)?,
        None => {
            build::build(workspace, mode)?;
            pack(workspace)?
        }
    };
    let mut tally = Tally::default();
    for project in all() {
        if names.is_empty() || names.iter().any(|name| project.is_named(name)) {
            println!("\n== {}", project.title);
            tally += consumers.check(workspace, project)?;
        }
    }
    if tally.failed == 0 { Ok(()) } else { Err(format!("{} failed", tally.failed)) }
}

impl Consumers {
    /// Installs the package into a copy of a project, and tests the project.
    pub fn check(&self, workspace: &Workspace, project: &Project) -> Result<Tally, String> {
        let folder = self.folder.join(project.name);
        self.copy(workspace, project, &folder)
            .map_err(|error| format!("tests/consumers/{}: {error}", project.name))?;
        workspace.npm_in(&folder, NPM_INSTALL).args([&self.archive]).run()?;
        let tally = self.test(workspace, &folder)?;
        // It may take hundreds of megabytes. Failing to remove it does no harm.
        let _ = fs::remove_dir_all(&folder);
        Ok(tally)
    }

    fn copy(&self, workspace: &Workspace, project: &Project, folder: &Path) -> io::Result<()> {
        let projects = workspace.root.join("tests/consumers");
        copy_files(&projects.join("shared"), folder)?;
        copy_files(&projects.join(project.name), folder)?;
        for file in project.reads.iter().map(|file| workspace.root.join(file)) {
            let copy = folder.join(file.file_name().unwrap_or_default());
            if file.is_dir() { copy_files(&file, &copy)? } else { fs::copy(&file, copy).map(drop)? }
        }
        Ok(())
    }

    /// Tests may use the repository's browsers, and inspect the archive.
    fn test(&self, workspace: &Workspace, folder: &Path) -> Result<Tally, String> {
        let engines = workspace.root.join("tests/browser/engines/puppeteer.mjs");
        let names = ["consumer.test.mjs", "consumer.test.cjs"];
        let file = names.iter().find(|name| folder.join(name).exists());
        let file = file.ok_or_else(|| format!("{} holds no tests", folder.display()))?;
        let tested = Step::new("node", folder)
            .args(["--test", "--test-reporter=spec", file])
            .env("BROWSER_ENGINES", engines)
            .env("PACKED_ARCHIVE", &self.archive)
            .stream();
        tested.map(|(status, output)| Tally::of(&output, status.success()))
    }
}

impl Drop for Consumers {
    fn drop(&mut self) {
        // Failing to remove it does no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy_files(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_files(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::tests;

    #[test]
    fn a_folder_names_its_projects() {
        let project = tests("frameworks/nuxt", "");
        assert!(project.is_named("frameworks") && project.is_named("frameworks/nuxt"));
        assert!(
            !project.is_named("frame") && !project.is_named("nuxt") && !project.is_named("frameworks/nuxt/x")
        );
    }
}
