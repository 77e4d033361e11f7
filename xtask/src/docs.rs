//! The documentation that is made of the sources: the reference pages in `docs`, and the API reference of the npm package
//! and of the crate.

use std::path::{Path, PathBuf};

use crate::build::{self, Way};
use crate::process::Step;
use crate::tools;
use crate::workspace::{Workspace, text};

/// The command: writes everything, or with `--quick` only what is committed.
pub fn command(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    match args {
        [] => write_all(workspace),
        [flag] if flag == "--quick" => write_committed(workspace, Way::Quick),
        [unknown, ..] => Err(format!("{unknown} is not an option of docs, which takes --quick")),
    }
}

/// Writes the reference pages and the reports of what the npm package exports.
fn write_committed(workspace: &Workspace, way: Way) -> Result<(), String> {
    let reference = ["test", "--package", "wechatpay-membercard", "--test", "reference"];
    workspace.cargo(&reference).env("UPDATE_EXPECT", "1").run()?;
    build::build(workspace, way)?;
    api_report(workspace)?.run()
}

fn write_all(workspace: &Workspace) -> Result<(), String> {
    write_committed(workspace, Way::Published)?;
    workspace.cargo(&["doc", "--no-deps", "--package", "wechatpay-membercard"]).run()?;
    // Beside what rustdoc wrote.
    let site = workspace.target.join("doc");
    let package = site.join("npm");
    package_reference(workspace, &package)?;
    println!("\nthe npm package  {}", package.join("index.html").display());
    println!("the crate        {}", site.join("wechatpay_membercard/index.html").display());
    Ok(())
}

/// Writes the API reference of the npm package, which is built.
pub fn package_reference(workspace: &Workspace, folder: &Path) -> Result<(), String> {
    let icon = workspace.root.join("www/icon.svg");
    type_doc(workspace)?.args(["--out", text(folder), "--favicon", text(&icon)]).run()
}

/// Checks that all that the package exports is documented, that every link leads somewhere, and that the reports of what
/// is exported are current. The package is built.
pub fn check_package(workspace: &Workspace) -> Result<(), String> {
    type_doc(workspace)?.args(["--emit", "none"]).run()?;
    api_report(workspace)?.args(["--check"]).run()
}

fn type_doc(workspace: &Workspace) -> Result<Step, String> {
    let folder = tools_folder(workspace)?;
    Ok(Step::new(folder.join("node_modules/.bin/typedoc"), &folder))
}

fn api_report(workspace: &Workspace) -> Result<Step, String> {
    let folder = tools_folder(workspace)?;
    Ok(workspace.node(&[text(&folder.join("report.mjs"))]))
}

/// The tools that read the package's declarations.
fn tools_folder(workspace: &Workspace) -> Result<PathBuf, String> {
    let folder = workspace.root.join("docs/api");
    tools::install_npm_packages(workspace, &folder)?;
    Ok(folder)
}
