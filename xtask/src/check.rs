//! Runs every check and test of the project.

use std::cmp::Reverse;
use std::num::NonZero;
use std::process::{ExitCode, ExitStatus};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use crate::build::{self, BuildMode, WASM_CRATE};
use crate::process::{Step, captured};
use crate::tally::Tally;
use crate::tools::{self, Tools, WASM_TARGET};
use crate::workspace::Workspace;
use crate::{audit, consumers, crate_archive, docs, features, programs};

/// Runs everything, even after a failure, and ends with one line: `N passed, N failed`.
pub fn check(workspace: &Workspace) -> ExitCode {
    let report = Report::default();
    let tools = report.step("set up the tools", || tools::set_up(workspace));
    report.step("set up the browsers and databases", || programs::set_up(workspace));
    let Some(tools) = tools else {
        return report.close();
    };
    report.step("write the sources that come from Rust", || build::write_sources(workspace));
    // Cargo often uses only one processor, and locks its target folder meanwhile.
    thread::scope(|scope| {
        scope.spawn(|| check_rust(workspace, &tools, &report));
        scope.spawn(|| check_package(workspace, &tools, &report));
    });
    // Runs alone, because it measures.
    report.tests("test under load", || load_tests(workspace));
    report.close()
}

/// Formats all sources.
pub fn format(workspace: &Workspace) -> Result<(), String> {
    tools::set_up(workspace)?;
    workspace.cargo(&["fmt", "--all"]).run()?;
    workspace.npm_tool("biome", &["check", "--write", "."]).run()
}

fn check_rust(workspace: &Workspace, tools: &Tools, report: &Report) {
    let cargo = |args: &[&str]| workspace.cargo(args);
    report.step("check the format of Rust", || cargo(&["fmt", "--all", "--check"]).run());
    report.step("check the dependencies", || audit::policies(workspace));
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
    report.tests("test Rust", || cargo(&["test", "--workspace", "--no-fail-fast"]).stream().map(tally));
    report.tests("test the wasm crate in Node.js", || wasm_tests(workspace, tools));
    report.tests("test the wasm crate in a browser", || wasm_tests_in_browser(workspace, tools));
    report.step("package the crate", || crate_archive::check(workspace));
    report.step("lint the core with few of its features, and with most", || features::lint_few(workspace));
}

fn check_package(workspace: &Workspace, tools: &Tools, report: &Report) {
    report.step("lint TypeScript and JavaScript", || {
        workspace.npm_tool("biome", &["ci", "--error-on-warnings", "."]).run()
    });
    report.tests("follow the links of the documents", || tests_in(workspace, "tests/docs"));
    report.tests("test a package that stable options built", || check_stable_build(workspace, tools));
    if report.step("build the package", || build_package(workspace, tools)).is_none() {
        return;
    }
    report.step("check the documentation of the package", || docs::check_package(workspace));
    report.tests("test the package", || tests_in(workspace, "tests/package"));
    report.tests("test the package with arbitrary input, and against the crate", || {
        tests_in(workspace, "tests/package/properties")
    });
    report.tests("test the command-line tool", || tests_in(workspace, "tests/cli"));
    report.tests("test the modules of the page", || tests_in(workspace, "tests/www"));
    let Some(consumers) = report.step("pack the package", || consumers::pack(workspace)) else {
        return;
    };
    let browsers = BROWSERS.map(|name| Test {
        title: format!("use the pages in {name}"),
        run: Box::new(move || browser_tests(workspace, name)),
    });
    let projects = consumers::PROJECTS.iter().map(|project| Test {
        title: project.title.into(),
        run: Box::new(|| consumers.check(workspace, project)),
    });
    report.side_by_side(browsers.into_iter().chain(projects));
}

fn wasm_tests(workspace: &Workspace, tools: &Tools) -> Result<Tally, String> {
    wasm_test_run(workspace, tools).stream().map(tally)
}

/// The same in headless Chromium; see `pkg/wasm/webdriver.json` for its options.
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

/// The names in `tests/browser/engines`.
const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

/// One file at a time, each for at most ten minutes.
fn browser_tests(workspace: &Workspace, browser: &str) -> Result<Tally, String> {
    let args = ["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=600000"];
    let files = workspace.files("tests/browser", ".test.mjs")?;
    workspace.node(&args).args(files).env("BROWSERS", browser).stream().map(tally)
}

/// One file at a time, because they measure.
fn load_tests(workspace: &Workspace) -> Result<Tally, String> {
    let args = ["--test", "--test-reporter=spec", "--test-concurrency=1"];
    workspace.node(&args).args(workspace.files("tests/load", ".test.mjs")?).stream().map(tally)
}

/// Builds without unstable options, which keeps the project independent of the pinned toolchain. The quick build takes
/// seconds.
fn check_stable_build(workspace: &Workspace, tools: &Tools) -> Result<Tally, String> {
    build::build_modules(workspace, tools, BuildMode::Quick)?;
    let consumers = consumers::pack(workspace)?;
    let mut tally = Tally::default();
    for project in consumers::PROJECTS.iter().filter(|project| consumers::SMOKE_TESTS.contains(&project.name))
    {
        tally += consumers.check(workspace, project)?;
    }
    Ok(tally)
}

fn build_package(workspace: &Workspace, tools: &Tools) -> Result<(), String> {
    build::build_modules(workspace, tools, BuildMode::Published)?;
    workspace.node(&["pkg/sizes.mjs"]).run()
}

/// Two files at a time: Node.js leaves one processor idle by default, which may be half of them.
fn tests_in(workspace: &Workspace, folder: &str) -> Result<Tally, String> {
    workspace
        .node(&["--test", "--test-reporter=spec", "--test-concurrency=2"])
        .args(workspace.files(folder, ".test.mjs")?)
        .stream()
        .map(tally)
}

fn tally((status, output): (ExitStatus, String)) -> Tally {
    Tally::of(&output, status.success())
}

/// The number of slowest steps to report.
const SLOWEST: usize = 12;

/// A project's or browser's tests.
struct Test<'a> {
    title: String,
    run: Box<dyn FnOnce() -> Result<Tally, String> + Send + 'a>,
}

/// The results so far, shared between threads.
#[derive(Default)]
struct Report {
    done: Mutex<Done>,
}

#[derive(Default)]
struct Done {
    tally: Tally,
    failed: Vec<String>,
    /// The duration of each step.
    times: Vec<(Duration, String)>,
}

impl Report {
    /// Runs a step without tests of its own. It counts only if it fails.
    fn step<T>(&self, name: &str, run: impl FnOnce() -> Result<T, String>) -> Option<T> {
        self.run(name, run, |_| Tally::default())
    }

    /// Runs a step with tests.
    fn tests(&self, name: &str, run: impl FnOnce() -> Result<Tally, String>) {
        self.run(name, run, |tally| *tally);
    }

    /// Runs steps in parallel, as many as there are processors.
    fn side_by_side<'a>(&self, tests: impl Iterator<Item = Test<'a>> + Send) {
        let left = Mutex::new(tests);
        let next = || left.lock().expect("no step panics").next();
        let work = || {
            while let Some(Test { title, run }) = next() {
                self.tests(&title, run);
            }
        };
        let processors = thread::available_parallelism().map_or(1, NonZero::get);
        thread::scope(|scope| {
            for _ in 0..processors {
                scope.spawn(work);
            }
        });
    }

    /// Runs a step. Its output is printed when it is done, because steps run in parallel.
    fn run<T>(
        &self,
        name: &str,
        run: impl FnOnce() -> Result<T, String>,
        count: impl FnOnce(&T) -> Tally,
    ) -> Option<T> {
        println!("-- {name}");
        let start = Instant::now();
        let (outcome, printed) = captured(run);
        let time = start.elapsed();
        let tally = outcome.as_ref().map_or(Tally::FAILED_STEP, count);
        let mut done = self.done.lock().expect("no step panics");
        println!("\n== {name}: {} s\n{printed}", time.as_secs());
        if let Err(message) = &outcome {
            println!("FAILED: {message}");
        }
        if tally.failed > 0 {
            done.failed.push(name.into());
        }
        done.tally += tally;
        done.times.push((time, name.into()));
        outcome.ok()
    }

    fn close(self) -> ExitCode {
        let mut done = self.done.into_inner().expect("no step panics");
        done.times.sort_by_key(|(time, _)| Reverse(*time));
        println!("\n== the steps that took longest, in seconds");
        for (time, name) in done.times.iter().take(SLOWEST) {
            println!("{:4} {name}", time.as_secs());
        }
        println!();
        for name in &done.failed {
            println!("FAILED: {name}");
        }
        println!("{} passed, {} failed", done.tally.passed, done.tally.failed);
        if done.tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
