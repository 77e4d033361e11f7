//! The documentation that is made of the sources: the reference pages in `docs`, and the API reference of the npm package
//! and of the crate.

use std::path::PathBuf;

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
    type_doc(workspace)?.args(["--out", text(&package)]).run()?;
    println!("\nthe npm package  {}", package.join("index.html").display());
    println!("the crate        {}", site.join("wechatpay_membercard/index.html").display());
    Ok(())
}

/// Checks that all that the package exports is documented and that every link leads somewhere. The package is built.
pub fn check_package(workspace: &Workspace) -> Result<(), String> {
    type_doc(workspace)?.args(["--emit", "none"]).run()
}

fn type_doc(workspace: &Workspace) -> Result<Step, String> {
    let folder: PathBuf = workspace.root.join("docs/api");
    tools::install_npm_packages(workspace, &folder)?;
    Ok(Step::new(folder.join("node_modules/.bin/typedoc"), &folder))
}
