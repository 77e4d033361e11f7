//! The documentation that is made of the sources: the reference pages in `docs`, and the API reference of the npm package
//! and of the crate.

use std::path::{Path, PathBuf};

use crate::build::{self, Way};
use crate::process::Step;
use crate::tools;
use crate::workspace::{Workspace, text};

/// Writes everything.
pub fn docs(workspace: &Workspace) -> Result<(), String> {
    let reference = ["test", "--package", "wechatpay-membercard", "--test", "reference"];
    workspace.cargo(&reference).env("UPDATE_EXPECT", "1").run()?;
    build::build(workspace, Way::Published)?;
    workspace.cargo(&["doc", "--no-deps", "--package", "wechatpay-membercard"]).run()?;
    // Beside what rustdoc wrote.
    let site = workspace.target.join("doc");
    let package = site.join("npm");
    package_reference(workspace, &package)?;
    api_report(workspace)?.run()?;
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
