//! Builds the site: documents, API references of package and crate, and the editor. It consists of static files and
//! loads nothing from elsewhere.

use std::fs;
use std::path::Path;

use crate::build::{self, BuildMode};
use crate::docs;
use crate::tools;
use crate::workspace::{Workspace, text};

/// Builds the site for a base path, and checks its links.
pub fn site(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let (mode, rest) = BuildMode::read(args);
    let base = match rest {
        [] => "/",
        [flag, base] if flag == "--base" && base.starts_with('/') && base.ends_with('/') => base,
        _ => return Err("usage: cargo xtask site [--quick] [--base /PATH/]".into()),
    };
    build::build(workspace, mode)?;
    let tools = workspace.root.join("docs/site");
    tools::install_npm_packages(workspace, &tools)?;
    let folder = workspace.target.join("site");
    workspace
        .node(&[text(&tools.join("node_modules/vitepress/bin/vitepress.js")), "build", text(&tools)])
        .env("SITE_FOLDER", &folder)
        .env("SITE_BASE", base)
        .run()?;
    let html = folder.join("html");
    docs::package_reference(workspace, &html.join("api/npm"))?;
    crate_reference(workspace, &folder, &html.join("api/rust"))?;
    workspace.node(&[text(&tools.join("playground.mjs")), text(&html.join("playground"))]).run()?;
    workspace.node(&[text(&tools.join("check.mjs")), text(&html), base]).run()?;
    println!("\nthe site  {}", html.display());
    Ok(())
}

/// The reference of only this crate: rustdoc would also list others from the usual folder.
fn crate_reference(workspace: &Workspace, folder: &Path, to: &Path) -> Result<(), String> {
    let cargo = folder.join("cargo");
    workspace
        .cargo(&["doc", "--no-deps", "--all-features", "--package", "wechatpay-membercard"])
        .args(["--target-dir", text(&cargo)])
        .run()?;
    // rustdoc's pages link to the index of all crates.
    let index = r#"<!doctype html><title>wechatpay-membercard</title><meta http-equiv="refresh" content="0; url=wechatpay_membercard/index.html">"#;
    copy(&cargo.join("doc"), to)
        .and_then(|()| fs::write(to.join("index.html"), index))
        .map_err(|error| format!("{}: {error}", to.display()))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
