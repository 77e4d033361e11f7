//! Every check and test of the project, in one run.

use std::cmp::Reverse;
use std::process::{ExitCode, ExitStatus};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use crate::build::{self, WASM_CRATE, Way};
use crate::process::Step;
use crate::tally::Tally;
use crate::tools::{self, Tools, WASM_TARGET};
use crate::workspace::Workspace;
use crate::{audit, consumers, crate_archive, docs, features, programs};

/// Runs everything, also after a failure, and closes with one line: `N passed, N failed`.
pub fn check(workspace: &Workspace) -> ExitCode {
    let mut report = Report::default();
    let tools = report.step("set up the tools", || tools::set_up(workspace));
    report.step("set up the browsers and databases", || programs::set_up(workspace));
    check_rust(workspace, &mut report);
    if let Some(tools) = tools {
        report.tests("test the wasm crate in Node.js", || wasm_tests(workspace, &tools));
        report.tests("test the wasm crate in a browser", || wasm_tests_in_browser(workspace, &tools));
        report.step("lint TypeScript and JavaScript", || {
            workspace.npm_tool("biome", &["ci", "--error-on-warnings", "."]).run()
        });
        report.tests("follow the links of the documents", || {
            node_tests(workspace, workspace.files("tests/docs", ".test.mjs")?)
        });
        report.tests("use the package that stable options alone build", || {
            check_stable_build(workspace, &tools)
        });
        let built = report.step("build the package", || build_package(workspace, &tools));
        if built.is_some() {
            report.step("check the documentation of the package", || docs::check_package(workspace));
            report.tests("test the package", || {
                node_tests(workspace, workspace.files("tests/package", ".test.mjs")?)
            });
            report.tests("try the package with anything at all, and beside the crate", || {
                node_tests(workspace, workspace.files("tests/package/properties", ".test.mjs")?)
            });
            report.tests("test the command-line tool", || {
                node_tests(workspace, workspace.files("tests/cli", ".test.mjs")?)
            });
            report.tests("test under load", || load_tests(workspace));
            report.tests("test the modules of the page", || {
                node_tests(workspace, workspace.files("tests/www", ".test.mjs")?)
            });
            check_consumers(workspace, &mut report);
            report.tests("use the pages in Chromium, Firefox and WebKit", || browser_tests(workspace));
        }
    }
    report.close()
}

/// Formats all sources.
pub fn format(workspace: &Workspace) -> Result<(), String> {
    tools::set_up(workspace)?;
    workspace.cargo(&["fmt", "--all"]).run()?;
    workspace.npm_tool("biome", &["check", "--write", "."]).run()
}

fn check_rust(workspace: &Workspace, report: &mut Report) {
    let cargo = |args: &[&str]| workspace.cargo(args);
    report.step("check the format of Rust", || cargo(&["fmt", "--all", "--check"]).run());
    report.step("lint Rust", || {
        cargo(&["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]).run()
    });
    report.step("lint Rust for wasm32", || {
        let args = ["clippy", "--target", WASM_TARGET, "--package", WASM_CRATE, "--all-targets"];
        cargo(&args).args(["--", "-D", "warnings"]).run()
    });
    for module in build::feature_sets() {
        report.step(&format!("lint the module with {module}"), || {
            let args = ["clippy", "--target", WASM_TARGET, "--package", WASM_CRATE, "--no-default-features"];
            cargo(&args).args(["--features", &module, "--", "-D", "warnings"]).run()
        });
    }
    report.step("check the documentation of Rust", || {
        cargo(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings").run()
    });
    report.step("lint the core with few of its features, and with most", || features::lint_few(workspace));
    report.step("package the crate", || crate_archive::check(workspace));
    report.step("judge the crates that are used", || audit::policies(workspace));
    report.tests("test Rust", || cargo(&["test", "--workspace", "--no-fail-fast"]).stream().map(tally));
}

fn wasm_tests(workspace: &Workspace, tools: &Tools) -> Result<Tally, String> {
    wasm_test_run(workspace, tools).stream().map(tally)
}

/// The same tests in headless Chromium; `pkg/wasm/webdriver.json` has its options.
fn wasm_tests_in_browser(workspace: &Workspace, tools: &Tools) -> Result<Tally, String> {
    wasm_test_run(workspace, tools)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("CHROMEDRIVER", programs::chromedriver()?)
        .stream()
        .map(tally)
}

fn wasm_test_run(workspace: &Workspace, tools: &Tools) -> Step {
    let args = ["test", "--target", WASM_TARGET, "--package", WASM_CRATE, "--no-fail-fast"];
    let runner = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";
    workspace.cargo(&args).env(runner, &tools.wasm_test_runner)
}

/// One file at a time, for browsers need a processor each; none is waited for longer than five minutes.
fn browser_tests(workspace: &Workspace) -> Result<Tally, String> {
    let args = ["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=600000"];
    let files = workspace.files("tests/browser", ".test.mjs")?;
    workspace.node(&args).args(files).stream().map(tally)
}

/// One file at a time, for they measure.
fn load_tests(workspace: &Workspace) -> Result<Tally, String> {
    let args = ["--test", "--test-reporter=spec", "--test-concurrency=1"];
    workspace.node(&args).args(workspace.files("tests/load", ".test.mjs")?).stream().map(tally)
}

/// The way out of the pinned toolchain: a build without unstable options, or the toolchain would refuse them. Of the two,
/// the one that takes seconds.
fn check_stable_build(workspace: &Workspace, tools: &Tools) -> Result<Tally, String> {
    build::build_with(workspace, tools, Way::Quick)?;
    let consumers = consumers::pack(workspace)?;
    let mut tally = Tally::default();
    for project in consumers::PROJECTS.iter().filter(|project| consumers::SMOKE_TESTS.contains(&project.name))
    {
        tally += consumers.check(workspace, project)?;
    }
    Ok(tally)
}

fn build_package(workspace: &Workspace, tools: &Tools) -> Result<(), String> {
    build::build_with(workspace, tools, Way::Published)?;
    workspace.node(&["pkg/sizes.mjs"]).run()
}

fn check_consumers(workspace: &Workspace, report: &mut Report) {
    let Some(consumers) = report.step("pack the package", || consumers::pack(workspace)) else {
        return;
    };
    report.side_by_side(
        consumers::PROJECTS,
        |project| project.title,
        |project| consumers.command(workspace, project)?.captured(),
    );
}

/// Two files at a time. Node.js leaves one processor alone by itself, which may be half of all.
fn node_tests(workspace: &Workspace, files: Vec<String>) -> Result<Tally, String> {
    workspace
        .node(&["--test", "--test-reporter=spec", "--test-concurrency=2"])
        .args(files)
        .stream()
        .map(tally)
}

fn tally((status, output): (ExitStatus, String)) -> Tally {
    Tally::of(&output, status.success())
}

/// How many steps are named by the time they took.
const SLOWEST: usize = 12;

/// What happened so far.
#[derive(Default)]
struct Report {
    tally: Tally,
    failed: Vec<String>,
    /// How long each step took.
    times: Vec<(Duration, String)>,
}

impl Report {
    /// A step that passes or fails as a whole. It counts only when it fails.
    fn step<T>(&mut self, name: &str, run: impl FnOnce() -> Result<T, String>) -> Option<T> {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = run();
        self.times.push((start.elapsed(), name.into()));
        match outcome {
            Ok(value) => Some(value),
            Err(message) => {
                println!("FAILED: {message}");
                self.tally += Tally::FAILED_STEP;
                self.failed.push(name.into());
                None
            }
        }
    }

    /// Steps that run tests, two at a time. What each prints comes when it is done.
    fn side_by_side<T: Sync>(
        &mut self,
        steps: &[T],
        title: fn(&T) -> &str,
        run: impl Fn(&T) -> Result<(ExitStatus, String), String> + Sync,
    ) {
        let left = Mutex::new(steps.iter());
        let next = || left.lock().expect("no step panics").next();
        let report = Mutex::new(self);
        let work = || {
            while let Some(step) = next() {
                let start = Instant::now();
                let outcome = run(step);
                let mut report = report.lock().expect("no step panics");
                report.tests(title(step), || outcome.inspect(|(_, printed)| print!("{printed}")).map(tally));
                // It was over before the report began to count.
                report.times.last_mut().expect("a step was reported").0 = start.elapsed();
            }
        };
        thread::scope(|scope| {
            scope.spawn(work);
            scope.spawn(work);
        });
    }

    /// A step that runs tests.
    fn tests(&mut self, name: &str, run: impl FnOnce() -> Result<Tally, String>) {
        if let Some(tally) = self.step(name, run) {
            self.tally += tally;
            if tally.failed > 0 {
                self.failed.push(name.into());
            }
        }
    }

    fn close(mut self) -> ExitCode {
        self.times.sort_by_key(|(time, _)| Reverse(*time));
        println!("\n== the steps that took longest, in seconds");
        for (time, name) in self.times.iter().take(SLOWEST) {
            println!("{:4} {name}", time.as_secs());
        }
        println!();
        for name in &self.failed {
            println!("FAILED: {name}");
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        if self.tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
