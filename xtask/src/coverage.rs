//! Test coverage of Rust and of the package's TypeScript.

use std::collections::BTreeMap;
use std::path::Path;

use crate::build::{self, BuildMode};
use crate::cargo_tools::LLVM_COV;
use crate::process::Step;
use crate::workspace::{Workspace, read, text};

/// Tests of the bundles themselves. Coverage replaces these by the modules they consist of.
const OF_BUNDLES: &[&str] = &["entries.test.mjs"];
/// Used only by browser tests, which coverage does not include.
const IN_BROWSERS: &str = "pkg/build/bind";

/// Runs the tests and prints the coverage of each folder.
pub fn coverage(workspace: &Workspace) -> Result<(), String> {
    let rust = of_rust(workspace)?;
    let typescript = of_typescript(workspace)?;
    println!("\n{:<24}{:>8}{:>8}{:>9}", "lines", "all", "reached", "share");
    for (language, folders) in [("Rust", rust), ("TypeScript", typescript)] {
        for (folder, lines) in &folders {
            print_row(folder, *lines);
        }
        print_row(language, folders.values().copied().fold(Lines::default(), Lines::plus));
    }
    Ok(())
}

/// All tests of the core. Documentation examples run, too, but do not count.
fn of_rust(workspace: &Workspace) -> Result<BTreeMap<String, Lines>, String> {
    Step::new("rustup", &workspace.root).args(["component", "add", "llvm-tools"]).run()?;
    let lcov = workspace.target.join("coverage-rust.info");
    LLVM_COV
        .step(workspace)?
        .args(["--package", "wechatpay-membercard", "--lcov", "--output-path", text(&lcov)])
        .run()?;
    by_folder(&read(&lcov)?, &workspace.root, "src")
}

/// The package's tests in Node.js, with separate modules instead of bundles.
fn of_typescript(workspace: &Workspace) -> Result<BTreeMap<String, Lines>, String> {
    build::build(workspace, BuildMode::Published)?;
    let lcov = workspace.target.join("coverage-typescript.info");
    let mut tests = workspace.files("tests/package", ".test.mjs")?;
    tests.retain(|test| !OF_BUNDLES.iter().any(|other| test.ends_with(other)));
    workspace
        .node(&["--import", "./xtask/coverage/register.mjs", "--test", "--experimental-test-coverage"])
        .args(["--test-reporter=dot", "--test-reporter-destination=stdout"])
        .args(["--test-reporter=lcov", "--test-reporter-destination", text(&lcov)])
        .args(tests)
        .run()?;
    let mut folders = by_folder(&read(&lcov)?, &workspace.root, "pkg/build")?;
    folders.remove(IN_BROWSERS);
    Ok(folders)
}

/// Lines of code, and those that tests reached.
#[derive(Clone, Copy, Default)]
struct Lines {
    all: usize,
    reached: usize,
}

impl Lines {
    fn plus(self, other: Lines) -> Lines {
        Lines { all: self.all + other.all, reached: self.reached + other.reached }
    }
}

/// The sums of an lcov report for each folder below `below`.
fn by_folder(lcov: &str, root: &Path, below: &str) -> Result<BTreeMap<String, Lines>, String> {
    let mut folders = BTreeMap::<String, Lines>::new();
    let mut lines = Lines::default();
    let mut folder = None;
    let number = |text: &str| text.parse::<usize>().map_err(|error| format!("{text} in lcov: {error}"));
    for line in lcov.lines() {
        match line.split_once(':').unwrap_or((line, "")) {
            ("SF", file) => folder = folder_of(Path::new(file), root).filter(|path| path.starts_with(below)),
            ("LF", count) => lines.all = number(count)?,
            ("LH", count) => lines.reached = number(count)?,
            ("end_of_record", _) => {
                if let Some(folder) = folder.take() {
                    let sum = folders.entry(folder).or_default();
                    *sum = sum.plus(lines);
                }
            }
            _ => {}
        }
    }
    Ok(folders)
}

/// The folder of a file, relative to the root.
fn folder_of(file: &Path, root: &Path) -> Option<String> {
    let file = file.strip_prefix(root).unwrap_or(file);
    file.parent()?.to_str().map(str::to_owned)
}

fn print_row(name: &str, Lines { all, reached }: Lines) {
    let share = 100.0 * reached as f64 / all.max(1) as f64;
    println!("{name:<24}{all:>8}{reached:>8}{share:>8.1}%");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_the_files_of_a_folder() {
        let lcov = "SF:/p/src/json/a.rs\nDA:1,1\nLF:10\nLH:9\nend_of_record\n\
            SF:src/json/b.rs\nLF:5\nLH:5\nend_of_record\nSF:/p/tests/c.rs\nLF:1\nLH:0\nend_of_record\n";
        let folders = by_folder(lcov, Path::new("/p"), "src").unwrap();
        let all: Vec<_> =
            folders.iter().map(|(name, lines)| (name.as_str(), lines.all, lines.reached)).collect();
        assert_eq!(all, [("src/json", 15, 14)]);
        assert!(by_folder("SF:src/a.rs\nLF:x\n", Path::new("/p"), "src").is_err());
    }
}
