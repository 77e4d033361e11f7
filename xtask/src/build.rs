//! Builds the npm package: Rust to WebAssembly, glue, optimization, then TypeScript.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::Step;
use crate::tools::{self, Tools, WASM_TARGET};
use crate::workspace::{Workspace, text};

/// The crate of the WebAssembly modules.
pub const WASM_CRATE: &str = "wechatpay-membercard-wasm";

/// A family of endpoints, which is a feature. Each one has its own modules, so that pages do not load other families.
struct Family {
    feature: &'static str,
    folder: &'static str,
}

const FAMILIES: &[Family] = &[
    Family { feature: "membercard-open", folder: "pkg/src/generated" },
    Family { feature: "card-member", folder: "pkg/src/generated/card-member" },
];

/// A WebAssembly module: its features, how it is compiled, and its folder within its family's.
struct Module {
    features: &'static [&'static str],
    profile: &'static str,
    /// Whether Binaryen optimizes it.
    is_optimized: bool,
    folder: &'static str,
}

const MODULES: &[Module] = &[
    Module {
        features: &["response", "declarations", "form", "guard", "json-schema", "migrate", "request"],
        profile: "release",
        is_optimized: true,
        folder: "",
    },
    Module { features: &["form", "small"], profile: "page", is_optimized: true, folder: "form" },
    Module { features: &["small"], profile: "page", is_optimized: true, folder: "validate" },
];

/// How the modules are compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum BuildMode {
    /// As published: small, with unstable options of rustc.
    Published,
    /// With stable options only, for any toolchain: the modules work the same, but are larger.
    Stable,
    /// In seconds, to try a change: with stable options, without optimization, and one module for all entries.
    Quick,
}

impl BuildMode {
    /// Parses the first argument of a command; returns the remaining ones.
    pub fn read(args: &[String]) -> (BuildMode, &[String]) {
        match args {
            [flag, rest @ ..] if flag == "--stable" => (BuildMode::Stable, rest),
            [flag, rest @ ..] if flag == "--quick" => (BuildMode::Quick, rest),
            rest => (BuildMode::Published, rest),
        }
    }
}

/// Published modules compile the standard library with their own profile, and omit panic messages, which hosts do not
/// see: every panic is the same trap. A small module becomes a tenth smaller. This needs unstable options, which
/// nothing else uses, and a separate target folder: otherwise Cargo would rebuild everything each time. A profile costs
/// up to 45 seconds of processor time for its standard library.
const STANDARD_LIBRARY: &str = "-Zbuild-std=std,panic_abort";
/// Smaller algorithms, for example for sorting: they save 18 of the whole module's 258 kB.
const SMALL_LIBRARY: &str = "-Zbuild-std-features=optimize_for_size";
const SILENT_PANICS: &str = "-Zunstable-options -Cpanic=immediate-abort";
const FOLDER: &str = "modules";

/// The features that rustc enables for wasm32 by default, as Binaryen names them. `simd128` would save up to 3 % of the
/// time of a whole job (none for an object) and 0.4 % of the bytes: too little to exclude hosts without it.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Binaryen's passes. The goal is the size with brotli: `-Oz` is never smaller than `-O3`. Packing memory and
/// eliminating common subexpressions cost more bytes than they save (0.7 and 0.9 of the whole module's 200 kB). The
/// lowest kilobyte of memory is the far end of the stack, so no address wraps around into it: `--low-memory-unused`
/// saves 1.1 kB. Alignment hints are ignored by 64-bit engines: dropping them saves 0.7 kB.
const OPTIMIZATION: &[&str] =
    &["-O3", "--skip-pass=memory-packing", "--skip-pass=local-cse", "--low-memory-unused", "--dealign"];

/// The complete module, compiled in seconds.
const QUICK: Module = Module { profile: "quick", is_optimized: false, ..MODULES[0] };

/// The command: builds the package.
pub fn command(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    match BuildMode::read(args) {
        (mode, []) => build(workspace, mode),
        (_, [unknown, ..]) => {
            Err(format!("{unknown} is none of --quick and --stable, one of which build takes"))
        }
    }
}

/// Sets up the tools, builds everything and prints the sizes, unless it is a quick build.
pub fn build(workspace: &Workspace, mode: BuildMode) -> Result<(), String> {
    let tools = tools::set_up(workspace)?;
    build_with(workspace, &tools, mode)?;
    if mode == BuildMode::Quick { Ok(()) } else { workspace.node(&["pkg/sizes.mjs"]).run() }
}

/// Builds everything.
pub fn build_with(workspace: &Workspace, tools: &Tools, mode: BuildMode) -> Result<(), String> {
    write_sources(workspace)?;
    build_modules(workspace, tools, mode)
}

/// Generates the sources of the npm package that derive from Rust. They do not depend on how modules are compiled.
pub fn write_sources(workspace: &Workspace) -> Result<(), String> {
    workspace.write_npm_versions()?;
    write_records(workspace)
}

/// Builds the modules and the npm package. The generated sources must exist.
pub fn build_modules(workspace: &Workspace, tools: &Tools, mode: BuildMode) -> Result<(), String> {
    for family in FAMILIES {
        for module in MODULES {
            let module =
                if mode == BuildMode::Quick { &Module { folder: module.folder, ..QUICK } } else { module };
            let built = compile(workspace, family, module, mode)?;
            generate(
                workspace,
                tools,
                &built,
                module,
                &workspace.root.join(family.folder).join(module.folder),
            )?;
        }
    }
    workspace.node(&["pkg/build.mjs"]).run()
}

/// Generates the TypeScript of the bridge, and the endpoints' operations.
fn write_records(workspace: &Workspace) -> Result<(), String> {
    for (asked, name) in [("typescript", "records.ts"), ("operations", "operations.json")] {
        workspace
            .cargo(&["run", "-q", "--package", WASM_CRATE, "--example", "bridge"])
            .args(["--features", "card-member,typescript", "--", asked])
            .args([workspace.root.join("pkg/src/generated").join(name)])
            .run()?;
    }
    Ok(())
}

/// The features of each module, as Cargo's arguments.
pub fn feature_sets() -> Vec<String> {
    FAMILIES.iter().flat_map(|family| MODULES.iter().map(move |module| features_of(family, module))).collect()
}

fn features_of(family: &Family, module: &Module) -> String {
    [module.features, &[family.feature]].concat().join(",")
}

/// Compiles a module and returns its path, which the next compilation overwrites.
fn compile(
    workspace: &Workspace,
    family: &Family,
    module: &Module,
    mode: BuildMode,
) -> Result<PathBuf, String> {
    // For everything else the crate is a library. As `cdylib` it can only be linked, and only then does Cargo optimize
    // across crates.
    let cargo = workspace
        .cargo(&["rustc", "--locked", "--lib", "--crate-type", "cdylib"])
        .args(["--target", WASM_TARGET, "--package", WASM_CRATE])
        .args(["--profile", module.profile, "--no-default-features", "--features"])
        .args([features_of(family, module)]);
    let (cargo, target) = if mode == BuildMode::Published {
        let target = workspace.target.join(FOLDER);
        let cargo = cargo
            .args([STANDARD_LIBRARY, SMALL_LIBRARY])
            .args(["--target-dir", text(&target)])
            .env("RUSTFLAGS", SILENT_PANICS)
            .env("RUSTC_BOOTSTRAP", "1");
        (cargo, target)
    } else {
        (cargo, workspace.target.clone())
    };
    cargo.run()?;
    Ok(target.join(WASM_TARGET).join(module.profile).join("wechatpay_membercard_wasm.wasm"))
}

/// Generates the glue, the optimized module and its symbols, unless they are up to date.
fn generate(
    workspace: &Workspace,
    tools: &Tools,
    built: &Path,
    module: &Module,
    folder: &Path,
) -> Result<(), String> {
    let source = folder.join("unbound.wasm");
    let symbols = folder.join("symbols.txt");
    let bytes = fs::read(built).map_err(|error| format!("{}: {error}", built.display()))?;
    if symbols.exists() && fs::read(&source).is_ok_and(|before| before == bytes) {
        return Ok(());
    }
    // Removed until everything is done, so that an interrupted run is not mistaken for a finished one.
    let _ = fs::remove_file(&source);
    // The glue for bundlers does not load the module: the package has a loader for each kind of host.
    Step::new(&tools.wasm_bindgen, &workspace.root)
        .args(["--target", "bundler", "--out-name", "membercard", "--out-dir"])
        .args([folder, built])
        .run()?;
    let wasm = folder.join("membercard_bg.wasm");
    let wasm = text(&wasm);
    let list_symbols = format!("--symbolmap={}", text(&symbols));
    let passes = if module.is_optimized { OPTIMIZATION } else { &[] };
    let names: &[&str] = if module.is_optimized { &["--strip-debug", "--strip-producers"] } else { &["-g"] };
    workspace
        .npm_tool("wasm-opt", passes)
        .args([&list_symbols])
        .args(names)
        .args(WASM_FEATURES)
        .args([wasm, "-o", wasm])
        .run()?;
    fs::write(&source, bytes).map_err(|error| format!("{}: {error}", source.display()))
}
