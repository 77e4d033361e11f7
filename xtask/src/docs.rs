//! Generates documentation from the sources: the reference pages in `docs`, and the API references of the npm package
//! and the crate.

use std::path::{Path, PathBuf};

use crate::build::{self, BuildMode};
use crate::process::Step;
use crate::tools;
use crate::workspace::{Workspace, text};

/// Generates everything or, with `--quick`, only what is committed.
pub fn command(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    match args {
        [] => write_all(workspace),
        [flag] if flag == "--quick" => write_committed(workspace, BuildMode::Quick),
        [unknown, ..] => Err(format!("{unknown} is not an option of docs, which takes --quick")),
    }
}

/// Generates the reference pages and the API reports of the npm package.
fn write_committed(workspace: &Workspace, mode: BuildMode) -> Result<(), String> {
    let reference = ["test", "--package", "wechatpay-membercard", "--test", "reference"];
    workspace.cargo(&reference).env("UPDATE_EXPECT", "1").run()?;
    build::build(workspace, mode)?;
    api_report(workspace)?.run()
}

fn write_all(workspace: &Workspace) -> Result<(), String> {
    write_committed(workspace, BuildMode::Published)?;
    workspace.cargo(&["doc", "--no-deps", "--package", "wechatpay-membercard"]).run()?;
    // Next to rustdoc's output.
    let site = workspace.target.join("doc");
    let package = site.join("npm");
    package_reference(workspace, &package)?;
    println!("\nthe npm package  {}", package.join("index.html").display());
    println!("the crate        {}", site.join("wechatpay_membercard/index.html").display());
    Ok(())
}

/// Generates the API reference of the npm package, which must be built.
pub fn package_reference(workspace: &Workspace, folder: &Path) -> Result<(), String> {
    let icon = workspace.root.join("www/icon.svg");
    type_doc(workspace)?.args(["--out", text(folder), "--favicon", text(&icon)]).run()
}

/// Checks that all exports of the package are documented, that links work, and that the API reports are current. The
/// package must be built.
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

/// The tools that process the package's declarations.
fn tools_folder(workspace: &Workspace) -> Result<PathBuf, String> {
    let folder = workspace.root.join("docs/api");
    tools::install_npm_packages(workspace, &folder)?;
    Ok(folder)
}
