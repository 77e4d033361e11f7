//! Building the npm package: Rust to WebAssembly, its glue, its optimization, then TypeScript.

use std::fs;
use std::path::Path;

use crate::process::Step;
use crate::tools::{self, Tools};
use crate::workspace::{Workspace, text};

/// What rustc emits for wasm32 by default, in the names of Binaryen.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Sets up, builds everything and prints the sizes.
pub fn build(workspace: &Workspace) -> Result<(), String> {
    let tools = tools::set_up(workspace)?;
    build_with(workspace, &tools)?;
    workspace.node(&["pkg/sizes.mjs"]).run()
}

/// Builds everything.
pub fn build_with(workspace: &Workspace, tools: &Tools) -> Result<(), String> {
    let crate_name = "wechatpay-membercard-wasm";
    workspace
        .cargo(&["build", "--release", "--target", "wasm32-unknown-unknown", "--package", crate_name])
        .run()?;
    let built = workspace.target.join("wasm32-unknown-unknown/release/wechatpay_membercard_wasm.wasm");
    generate(workspace, tools, &built)?;
    workspace.node(&["pkg/build.mjs"]).run()
}

/// Writes the glue and the optimized module, unless they were made of the same module before.
fn generate(workspace: &Workspace, tools: &Tools, built: &Path) -> Result<(), String> {
    let generated = workspace.package.join("src/generated");
    let source = generated.join("source.wasm");
    let bytes = fs::read(built).map_err(|error| format!("{}: {error}", built.display()))?;
    if fs::read(&source).is_ok_and(|before| before == bytes) {
        return Ok(());
    }
    // Gone until all is done, so that a run that was interrupted is not taken for a finished one.
    let _ = fs::remove_file(&source);
    Step::new(&tools.wasm_bindgen, &workspace.root)
        .args(["--target", "web", "--omit-default-module-path", "--out-name", "membercard", "--out-dir"])
        .args([generated.as_path(), built])
        .run()?;
    let module = generated.join("membercard_bg.wasm");
    let module = text(&module);
    workspace
        .npm_tool("wasm-opt", &["-O3", "--strip-debug", "--strip-producers"])
        .args(WASM_FEATURES)
        .args([module, "-o", module])
        .run()?;
    fs::write(&source, bytes).map_err(|error| format!("{}: {error}", source.display()))
}
