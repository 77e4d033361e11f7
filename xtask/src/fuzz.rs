//! Fuzzing on demand: libFuzzer runs the targets of `tests/fuzz`. The regular tests only replay its corpus.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::Step;
use crate::workspace::{Workspace, text};

const CARGO_FUZZ: &str = "0.13.2";
const TARGETS: &[&str] = &["response", "form", "json", "message", "request", "update"];
/// The core contains no unsafe code, so sanitizers would find nothing. Without one, stable Rust suffices.
const BUILD: &[&str] = &["--fuzz-dir", "tests/fuzz/libfuzzer", "--sanitizer", "none"];
/// Limits for one input: seconds, megabytes, and length.
const LIMITS: &[&str] = &["-timeout=5", "-rss_limit_mb=1024", "-max_len=4096"];

/// The parsed arguments.
struct Wish<'a> {
    targets: Vec<&'a str>,
    seconds: u64,
    keep: bool,
}

impl<'a> Wish<'a> {
    fn read(args: &'a [String]) -> Result<Wish<'a>, String> {
        let mut wish = Wish { targets: Vec::new(), seconds: 300, keep: false };
        for arg in args {
            match (arg.as_str(), arg.parse()) {
                ("--keep", _) => wish.keep = true,
                (_, Ok(seconds)) => wish.seconds = seconds,
                (target, _) if TARGETS.contains(&target) => wish.targets.push(target),
                (other, _) => return Err(format!("{other} is not one of {}", TARGETS.join(", "))),
            }
        }
        if wish.targets.is_empty() {
            wish.targets = TARGETS.to_vec();
        }
        Ok(wish)
    }
}

/// Fuzzes some targets or all, one after the other. Findings stay in the target folder; with `--keep`, inputs with new
/// coverage are added to the corpus. An input that violates a property is saved there as `broken-…`.
pub fn fuzz(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let Wish { targets, seconds, keep } = Wish::read(args)?;
    let tools = cargo_fuzz(workspace)?;
    let home = workspace.target.join("fuzz");
    let seeds = home.join("seeds");
    workspace.node(&["tests/fuzz/seeds.mjs", text(&seeds)]).run()?;
    corpus(workspace, "unpack", &seeds)?;
    for target in targets {
        let own = folder(&home.join("found"), target)?;
        let bounds =
            [format!("-max_total_time={seconds}"), format!("-dict={}", text(&seeds.join("words.dict")))];
        run(workspace, &tools, target, &[&own, &folder(&seeds, target)?], &bounds)?;
        if keep {
            minimize(workspace, &tools, target, &home)?;
        }
    }
    Ok(())
}

/// Minimizes the corpus of a target: the fewest inputs with the same coverage.
fn minimize(workspace: &Workspace, tools: &Path, target: &str, home: &Path) -> Result<(), String> {
    let kept = home.join("kept");
    // Removes the results of an earlier run.
    let _ = fs::remove_dir_all(&kept);
    let folders = [
        &folder(&kept, target)?,
        &folder(&home.join("found"), target)?,
        &folder(&home.join("seeds"), target)?,
    ];
    run(workspace, tools, target, &folders, &["-set_cover_merge=1".into(), "-use_counters=0".into()])?;
    corpus(workspace, "pack", &kept)
}

fn run(
    workspace: &Workspace,
    tools: &Path,
    target: &str,
    folders: &[&PathBuf],
    options: &[String],
) -> Result<(), String> {
    Step::new(tools, &workspace.root)
        .args(["fuzz", "run"])
        .args(BUILD)
        .args([target])
        .args(folders)
        .args(["--"])
        .args(LIMITS)
        .args(options)
        .args([format!("-artifact_prefix={}/broken-{target}-", text(&workspace.target.join("fuzz")))])
        .env("CARGO_TARGET_DIR", workspace.target.join("fuzz/build"))
        .run()
}

/// Unpacks the corpus into folders, or packs it.
fn corpus(workspace: &Workspace, work: &str, folder: &Path) -> Result<(), String> {
    workspace.cargo(&["run", "--quiet", "--package", "fuzz", "--", work, text(folder)]).run()
}

/// The folder of a target, created if necessary.
fn folder(around: &Path, target: &str) -> Result<PathBuf, String> {
    let folder = around.join(target);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// `cargo-fuzz`, installed into the target folder once.
fn cargo_fuzz(workspace: &Workspace) -> Result<PathBuf, String> {
    let tools = workspace.target.join("tools");
    let program = tools.join("bin/cargo-fuzz");
    let version = Step::new(&program, &workspace.root).args(["fuzz", "--version"]).output();
    if !version.is_some_and(|version| version.split_whitespace().any(|word| word == CARGO_FUZZ)) {
        let args =
            ["install", "cargo-fuzz", "--version", CARGO_FUZZ, "--locked", "--force", "--root", text(&tools)];
        workspace.cargo(&args).run()?;
    }
    Ok(program)
}
