//! Building the npm package: Rust to WebAssembly, its glue, its optimization, then TypeScript.

use std::fs;
use std::path::Path;

use crate::process::Step;
use crate::tools::{self, Tools};
use crate::workspace::{Workspace, text};

/// A WebAssembly module: the parts of the core that it holds, how they are compiled, and where it goes.
struct Module {
    features: &'static [&'static str],
    profile: &'static str,
    /// How it is optimized once more.
    optimization: &'static str,
    folder: &'static str,
}

const MODULES: &[Module] = &[
    Module {
        features: &["answer", "form", "guard", "json-schema", "request"],
        profile: "release",
        optimization: "-O3",
        folder: "pkg/src/generated",
    },
    Module {
        features: &["form", "small"],
        profile: "form",
        optimization: "-Oz",
        folder: "pkg/src/generated/form",
    },
    Module {
        features: &["small"],
        profile: "validate",
        optimization: "-Oz",
        folder: "pkg/src/generated/validate",
    },
];

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
    workspace.write_npm_versions()?;
    for module in MODULES {
        compile(workspace, module)?;
        let built = workspace.target.join("wasm32-unknown-unknown").join(module.profile);
        let built = built.join("wechatpay_membercard_wasm.wasm");
        generate(workspace, tools, &built, module)?;
    }
    workspace.node(&["pkg/build.mjs"]).run()
}

/// Each module has a profile of its own, and with it a folder, so that none is built in the place of the other.
fn compile(workspace: &Workspace, module: &Module) -> Result<(), String> {
    workspace
        .cargo(&["build", "--target", "wasm32-unknown-unknown", "--package", "wechatpay-membercard-wasm"])
        .args(["--profile", module.profile, "--no-default-features", "--features"])
        .args([module.features.join(",")])
        .run()
}

/// Writes the glue and the optimized module, unless they were made of the same module before.
fn generate(workspace: &Workspace, tools: &Tools, built: &Path, module: &Module) -> Result<(), String> {
    let Module { optimization, folder, .. } = module;
    let folder = &workspace.root.join(folder);
    let source = folder.join("unbound.wasm");
    let bytes = fs::read(built).map_err(|error| format!("{}: {error}", built.display()))?;
    if fs::read(&source).is_ok_and(|before| before == bytes) {
        return Ok(());
    }
    // Gone until all is done, so that a run that was interrupted is not taken for a finished one.
    let _ = fs::remove_file(&source);
    // Bundlers' glue leaves out how the module is loaded: the package has a loader for each kind of host.
    Step::new(&tools.wasm_bindgen, &workspace.root)
        .args(["--target", "bundler", "--out-name", "membercard", "--out-dir"])
        .args([folder, built])
        .run()?;
    let module = folder.join("membercard_bg.wasm");
    let module = text(&module);
    workspace
        .npm_tool("wasm-opt", &[optimization, "--strip-debug", "--strip-producers"])
        .args(WASM_FEATURES)
        .args([module, "-o", module])
        .run()?;
    fs::write(&source, bytes).map_err(|error| format!("{}: {error}", source.display()))
}
