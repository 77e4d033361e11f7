//! Building the npm package: Rust to WebAssembly, its glue, its optimization, then TypeScript.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::Step;
use crate::tools::{self, Tools, WASM_TARGET};
use crate::workspace::{Workspace, text};

/// The crate of the modules.
pub const WASM_CRATE: &str = "wechatpay-membercard-wasm";

/// A family of endpoints, which is a feature. Each has modules of its own, so that a page carries nothing of the others.
struct Family {
    feature: &'static str,
    folder: &'static str,
}

const FAMILIES: &[Family] = &[
    Family { feature: "membercard-open", folder: "pkg/src/generated" },
    Family { feature: "card-member", folder: "pkg/src/generated/card-member" },
];

/// A WebAssembly module: the parts of the core that it holds, how they are compiled, and where it goes in the folder of a
/// family.
struct Module {
    features: &'static [&'static str],
    profile: &'static str,
    /// Whether it is optimized once more.
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
pub enum Way {
    /// As they are published: small, by options of rustc that are not stable.
    Published,
    /// With stable options alone, so that any toolchain will do: the modules do the same, and are larger.
    Stable,
    /// In seconds, for trying a change: with stable options, without optimization, and one module for every entry.
    Quick,
}

impl Way {
    /// The way that the first argument of a command asks for, and the other arguments.
    pub fn read(args: &[String]) -> (Way, &[String]) {
        match args {
            [flag, rest @ ..] if flag == "--stable" => (Way::Stable, rest),
            [flag, rest @ ..] if flag == "--quick" => (Way::Quick, rest),
            rest => (Way::Published, rest),
        }
    }
}

/// For what is published, the standard library is compiled along with each module, by its profile, and what a panic
/// would say is left out: no host hears it, all see the same trap. A small module becomes a tenth smaller. It takes
/// options that are not stable, which nothing else is built with, and a folder of their own, or Cargo would build all
/// else anew each time. A profile costs as much as 45 seconds of processor time, for a standard library of its own.
const STANDARD_LIBRARY: &str = "-Zbuild-std=std,panic_abort";
/// Algorithms of less code, such as for sorting: 18 of the whole module's 258 kB.
const SMALL_LIBRARY: &str = "-Zbuild-std-features=optimize_for_size";
const SILENT_PANICS: &str = "-Zunstable-options -Cpanic=immediate-abort";
const FOLDER: &str = "modules";

/// What rustc emits for wasm32 by default, in the names of Binaryen. With `simd128` besides, the whole job takes up to 3 % less
/// time, an object as much as before, and modules have 0.4 % less bytes: too little to leave out hosts that lack it.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// How Binaryen optimizes a module once more. What counts is its size with brotli: `-Oz` makes none smaller than `-O3`.
/// To cut the zeros out of the data, or to keep in a local what is computed twice, takes more bytes than it saves (0.7 and
/// 0.9 of the whole module's 200 kB). The lowest kilobyte of memory is the far end of the stack, so no address wraps
/// around into it, which saves 1.1 kB. How memory accesses are aligned is a hint, which engines for 64 bits ignore: to leave it
/// out saves 0.7 kB.
const OPTIMIZATION: &[&str] =
    &["-O3", "--skip-pass=memory-packing", "--skip-pass=local-cse", "--low-memory-unused", "--dealign"];

/// The whole module, compiled in seconds.
const QUICK: Module = Module { profile: "quick", is_optimized: false, ..MODULES[0] };

/// The command: builds the package in the way that is asked for.
pub fn command(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    match Way::read(args) {
        (way, []) => build(workspace, way),
        (_, [unknown, ..]) => {
            Err(format!("{unknown} is none of --quick and --stable, one of which build takes"))
        }
    }
}

/// Sets up, builds everything and prints the sizes, unless they mean nothing.
pub fn build(workspace: &Workspace, way: Way) -> Result<(), String> {
    let tools = tools::set_up(workspace)?;
    build_with(workspace, &tools, way)?;
    if way == Way::Quick { Ok(()) } else { workspace.node(&["pkg/sizes.mjs"]).run() }
}

/// Builds everything.
pub fn build_with(workspace: &Workspace, tools: &Tools, way: Way) -> Result<(), String> {
    write_sources(workspace)?;
    build_modules(workspace, tools, way)
}

/// Writes what the sources of the npm package take from Rust, whichever way the modules are compiled.
pub fn write_sources(workspace: &Workspace) -> Result<(), String> {
    workspace.write_npm_versions()?;
    write_records(workspace)
}

/// Builds the modules, and the npm package from its sources, which are written.
pub fn build_modules(workspace: &Workspace, tools: &Tools, way: Way) -> Result<(), String> {
    for family in FAMILIES {
        for module in MODULES {
            let module = if way == Way::Quick { &Module { folder: module.folder, ..QUICK } } else { module };
            let built = compile(workspace, family, module, way)?;
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

/// Writes the TypeScript of what crosses between JavaScript and the modules, and how each endpoint is called.
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

/// The features of each module, as Cargo takes them.
pub fn feature_sets() -> Vec<String> {
    FAMILIES.iter().flat_map(|family| MODULES.iter().map(move |module| features_of(family, module))).collect()
}

fn features_of(family: &Family, module: &Module) -> String {
    [module.features, &[family.feature]].concat().join(",")
}

/// Compiles a module, and returns where it is, until the next one is compiled.
fn compile(workspace: &Workspace, family: &Family, module: &Module, way: Way) -> Result<PathBuf, String> {
    // The crate is a library for all else. What comes out here can be nothing but linked: only then Cargo optimizes across
    // crates.
    let cargo = workspace
        .cargo(&["rustc", "--locked", "--lib", "--crate-type", "cdylib"])
        .args(["--target", WASM_TARGET, "--package", WASM_CRATE])
        .args(["--profile", module.profile, "--no-default-features", "--features"])
        .args([features_of(family, module)]);
    let (cargo, target) = if way == Way::Published {
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

/// Writes the glue, the optimized module and the names of its functions, unless they were made of the same module before.
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
    // Gone until all is done, so that a run that was interrupted is not taken for a finished one.
    let _ = fs::remove_file(&source);
    // Bundlers' glue leaves out how the module is loaded: the package has a loader for each kind of host.
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
