//! Browsers with their drivers, and databases, from Debian's packages.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::process::{Step, print};
use crate::workspace::Workspace;

/// A program under any of its names, and its package.
struct Program {
    names: &'static [&'static str],
    package: &'static str,
}

const PROGRAMS: &[Program] = &[
    Program { names: &["chromium", "chromium-browser", "google-chrome"], package: "chromium" },
    Program { names: &["chromedriver"], package: "chromium-driver" },
    Program { names: &["firefox-esr", "firefox"], package: "firefox-esr" },
    Program { names: &["WebKitWebDriver"], package: "webkit2gtk-driver" },
    Program { names: &["Xvfb"], package: "xvfb" },
    Program { names: &["redis-server"], package: "redis-server" },
    Program { names: &["postgres"], package: "postgresql" },
];

/// Installs missing packages, where possible.
pub fn set_up(workspace: &Workspace) -> Result<(), String> {
    let missing = missing_packages();
    if missing.is_empty() {
        print("all browsers and databases are there\n");
        return Ok(());
    }
    let ask = format!("these browsers, drivers and databases are missing: install {}", missing.join(", "));
    let may_install = Step::new("id", &workspace.root).args(["-u"]).output().is_some_and(|id| id == "0");
    if !may_install || find(&["apt-get"]).is_none() {
        return Err(ask);
    }
    apt_get(workspace, &["update"])?;
    let mut args = vec!["install", "--yes", "--no-install-recommends"];
    args.extend(missing);
    apt_get(workspace, &args)?;
    if missing_packages().is_empty() { Ok(()) } else { Err(ask) }
}

/// Chromium's driver, for the tests of the wasm crate.
pub fn chromedriver() -> Result<String, String> {
    find(&["chromedriver"]).ok_or_else(|| "chromedriver is missing".into())
}

fn missing_packages() -> Vec<&'static str> {
    PROGRAMS.iter().filter(|program| find(program.names).is_none()).map(|program| program.package).collect()
}

fn apt_get(workspace: &Workspace, args: &[&str]) -> Result<(), String> {
    Step::new("apt-get", &workspace.root)
        .args(["--quiet", "--quiet", "--option", "Acquire::Retries=3"])
        .args(args)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}

/// Debian's folder of PostgreSQL programs, one subfolder per version.
const POSTGRESQL: &str = "/usr/lib/postgresql";

/// The first of these programs in the search path, or in a PostgreSQL folder.
fn find(names: &[&str]) -> Option<String> {
    let path = env::var_os("PATH")?;
    let versions = fs::read_dir(POSTGRESQL).into_iter().flatten().flatten();
    let folders: Vec<PathBuf> =
        env::split_paths(&path).chain(versions.map(|version| version.path().join("bin"))).collect();
    let mut candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.find(|candidate: &PathBuf| is_file(candidate))?.to_str().map(str::to_owned)
}

fn is_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| metadata.is_file())
}
