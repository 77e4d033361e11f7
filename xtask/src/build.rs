//! Building the npm package: Rust to WebAssembly, its glue, its optimization, then TypeScript.

use std::fs;
use std::path::Path;

use crate::process::Step;
use crate::tools::{self, Tools, WASM_TARGET};
use crate::workspace::{Workspace, text};

/// The crate of the modules.
pub const WASM_CRATE: &str = "wechatpay-membercard-wasm";

/// A WebAssembly module: the parts of the core that it holds, how they are compiled, and where it goes.
struct Module {
    features: &'static [&'static str],
    profile: &'static str,
    /// Features of the standard library.
    library: &'static str,
    /// How it is optimized once more, if it is.
    optimization: Option<&'static str>,
    folder: &'static str,
}

const MODULES: &[Module] = &[
    Module {
        features: &["answer", "form", "guard", "json-schema", "request"],
        profile: "release",
        library: "",
        optimization: Some("-O3"),
        folder: "pkg/src/generated",
    },
    Module {
        features: &["form", "small"],
        profile: "form",
        library: SMALL_LIBRARY,
        optimization: Some("-Oz"),
        folder: "pkg/src/generated/form",
    },
    Module {
        features: &["small"],
        profile: "validate",
        library: SMALL_LIBRARY,
        optimization: Some("-Oz"),
        folder: "pkg/src/generated/validate",
    },
];

/// The standard library is compiled along with each module, by its profile, and what a panic would say is left out: no
/// host hears it, all see the same trap. A small module becomes a tenth smaller. It takes options that are not stable,
/// which nothing else is built with, and a folder of their own, or Cargo would build all else anew each time.
const STANDARD_LIBRARY: &str = "-Zbuild-std=std,panic_abort";
/// Algorithms of less code, such as for sorting.
const SMALL_LIBRARY: &str = "optimize_for_size";
const SILENT_PANICS: &str = "-Zunstable-options -Cpanic=immediate-abort";
const FOLDER: &str = "modules";

/// What rustc emits for wasm32 by default, in the names of Binaryen.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The whole module, compiled in seconds with stable options alone: for trying a change while working on it.
const QUICK: Module = Module { profile: "quick", optimization: None, ..MODULES[0] };

/// Sets up and builds the package for trying it: small entries get the whole module, and nothing is optimized.
pub fn build_quickly(workspace: &Workspace) -> Result<(), String> {
    let tools = tools::set_up(workspace)?;
    workspace.write_npm_versions()?;
    write_records(workspace)?;
    module_of(workspace, &QUICK).run()?;
    let built = workspace.target.join(WASM_TARGET).join(QUICK.profile).join("wechatpay_membercard_wasm.wasm");
    for module in MODULES {
        generate(workspace, &tools, &built, &Module { folder: module.folder, ..QUICK })?;
    }
    workspace.node(&["pkg/build.mjs"]).run()
}

/// Sets up, builds everything and prints the sizes.
pub fn build(workspace: &Workspace) -> Result<(), String> {
    let tools = tools::set_up(workspace)?;
    build_with(workspace, &tools)?;
    workspace.node(&["pkg/sizes.mjs"]).run()
}

/// Builds everything.
pub fn build_with(workspace: &Workspace, tools: &Tools) -> Result<(), String> {
    workspace.write_npm_versions()?;
    write_records(workspace)?;
    for module in MODULES {
        compile(workspace, module)?;
        let built = workspace.target.join(FOLDER).join(WASM_TARGET).join(module.profile);
        generate(workspace, tools, &built.join("wechatpay_membercard_wasm.wasm"), module)?;
    }
    workspace.node(&["pkg/build.mjs"]).run()
}

/// Writes the TypeScript of what crosses between JavaScript and the modules.
fn write_records(workspace: &Workspace) -> Result<(), String> {
    let file = workspace.root.join("pkg/src/generated/records.ts");
    workspace
        .cargo(&["run", "-q", "--package", WASM_CRATE, "--example", "bridge", "--features", "typescript"])
        .args(["--", "typescript", text(&file)])
        .run()
}

/// Builds a module. Its crate is a library for all else; what comes out here can be nothing but linked, for only then Cargo
/// optimizes across crates.
fn module_of(workspace: &Workspace, module: &Module) -> Step {
    workspace
        .cargo(&[
            "rustc",
            "--lib",
            "--crate-type",
            "cdylib",
            "--target",
            WASM_TARGET,
            "--package",
            WASM_CRATE,
        ])
        .args(["--profile", module.profile, "--no-default-features", "--features"])
        .args([module.features.join(",")])
}

/// Each module has a profile of its own, and with it a folder, so that none is built in the place of the other.
fn compile(workspace: &Workspace, module: &Module) -> Result<(), String> {
    module_of(workspace, module)
        .args([STANDARD_LIBRARY, &format!("-Zbuild-std-features={}", module.library)])
        .args(["--target-dir", text(&workspace.target.join(FOLDER))])
        .env("RUSTFLAGS", SILENT_PANICS)
        .env("RUSTC_BOOTSTRAP", "1")
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
    if let Some(optimization) = optimization {
        workspace
            .npm_tool("wasm-opt", &[optimization, "--strip-debug", "--strip-producers"])
            .args(WASM_FEATURES)
            .args([module, "-o", module])
            .run()?;
    }
    fs::write(&source, bytes).map_err(|error| format!("{}: {error}", source.display()))
}
