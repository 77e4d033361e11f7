//! The project's own commands, run as `cargo xtask COMMAND`.

mod audit;
mod bench;
mod build;
mod cargo_tools;
mod check;
mod consumers;
mod coverage;
mod crate_archive;
mod docs;
mod features;
mod fuzz;
mod mutants;
mod process;
mod programs;
mod run;
mod semver;
mod site;
mod soak;
mod tally;
mod tools;
mod workspace;

use std::env;
use std::process::ExitCode;

use workspace::Workspace;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  setup                      get the tools: the wasm32 target, wasm-bindgen, the npm packages, the browsers,
                             the databases
  build                      build the npm package into pkg/dist
      --quick                in seconds, without optimization: for trying a change
      --stable               with stable options of Rust only, on any toolchain; the modules are larger
  symbolize [FILE | -]       name the functions in a stack trace of the WebAssembly module
      --symbols FILE         the symbols of a release, if this checkout has another build
  run [OPTIONS] [FILE | -]   build, run the documented example and serve the page; or check your own payload
      --once                 do not serve the page
      --locale zh-CN|en      the language of messages
      --port N               where the page is served (8080, or any port that is free)
  docs [--quick]             write the reference pages and API reports in docs, and the API reference of the package and the
                             crate; with --quick, only what is committed
  site [OPTIONS]             build the site: the documents, the API reference and the editor, into target/site/html
      --quick                build the package in seconds, without optimization
      --base /PATH/          the path that the site is published under
  bench [OPTIONS]            build, and measure the package beside other validators that do the same work
      --quick                only check that it works; the numbers mean little
      --native               native Rust, too, and other crates; building them takes minutes
      --validations N        the number of validations for which memory is watched (1000000)
  fuzz [OPTIONS] [TARGET] [SECONDS]
                             run libFuzzer on one target of tests/fuzz, or on all in turn, for 300 seconds each;
                             needs a C++ compiler
      --keep                 add inputs with new coverage to the corpus that the tests replay
  consumers [OPTIONS] [NAME...]
                             build, and use the packed package in the projects of tests/consumers, or some, such
                             as `frameworks`, which take minutes and are not part of `test`
      --quick                build in seconds, without optimization
      --stable               build with stable options of Rust only
      --packed FILE          do not build: use this file of `npm pack`
  semver [REVISION]          list the changes of the public Rust API that would break users, since a revision or the
                             last release
  test                       run every check and test
  audit                      check licences, sources and known vulnerabilities of dependencies, over the network
  features                   lint the core with every combination of its features
  coverage                   measure how much of the code the tests reach
  mutants [FILE...]          change the rules one thing at a time and check that a test fails; takes an hour or more
  soak [MINUTES]             run the package under load (10), and watch its memory and latencies
  fmt                        format all sources
";

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    let workspace = Workspace::find();
    let outcome = match (command.as_str(), rest.as_slice()) {
        ("setup", []) => {
            tools::set_up(&workspace).and_then(|_| programs::set_up(&workspace)).map(|()| ExitCode::SUCCESS)
        }
        ("build", args) => build::command(&workspace, args).map(|()| ExitCode::SUCCESS),
        ("run", args) => run::run(&workspace, args),
        ("symbolize", args) => run::symbolize(&workspace, args),
        ("docs", args) => docs::command(&workspace, args).map(|()| ExitCode::SUCCESS),
        ("site", args) => site::site(&workspace, args).map(|()| ExitCode::SUCCESS),
        ("bench", args) => bench::bench(&workspace, args).map(|()| ExitCode::SUCCESS),
        ("fuzz", args) => fuzz::fuzz(&workspace, args).map(|()| ExitCode::SUCCESS),
        ("consumers", args) => consumers::consumers(&workspace, args).map(|()| ExitCode::SUCCESS),
        ("test", []) => Ok(check::check(&workspace)),
        ("audit", []) => audit::audit(&workspace).map(|()| ExitCode::SUCCESS),
        ("semver", [] | [_]) => semver::semver(&workspace, rest.first()).map(|()| ExitCode::SUCCESS),
        ("features", []) => features::lint_all(&workspace).map(|()| ExitCode::SUCCESS),
        ("coverage", []) => coverage::coverage(&workspace).map(|()| ExitCode::SUCCESS),
        ("mutants", files) => mutants::mutants(&workspace, files).map(|()| ExitCode::SUCCESS),
        ("soak", [] | [_]) => soak::soak(&workspace, rest.first()).map(|()| ExitCode::SUCCESS),
        ("fmt", []) => check::format(&workspace).map(|()| ExitCode::SUCCESS),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    outcome.unwrap_or_else(|message| {
        eprintln!("error: {message}");
        ExitCode::FAILURE
    })
}
