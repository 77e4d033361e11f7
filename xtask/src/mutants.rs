//! Mutation testing: whether the tests notice when the rules are changed. `.cargo/mutants.toml` has the options.

use crate::cargo_tools::MUTANTS;
use crate::workspace::Workspace;

/// Where a mistake would accept what WeChat Pay refuses, refuse what it accepts, or sign what must not be signed.
const EXAMINED: &[&str] = &[
    "src/answer/**",
    "src/endpoint/**",
    "src/endpoints/**",
    "src/guard/**",
    "src/json/**",
    "src/request/**",
    "src/text/**",
    "src/validate/**",
];

/// Changes these files, or else all that matter, and fails if a change goes unnoticed. Takes some seconds a mutant.
pub fn mutants(workspace: &Workspace, files: &[String]) -> Result<(), String> {
    let examined = || EXAMINED.iter().map(|glob| (*glob).to_owned());
    let files: Vec<String> = if files.is_empty() { examined().collect() } else { files.to_vec() };
    let output = workspace.target.join("mutants");
    MUTANTS
        .step(workspace)?
        .args(["--package", "wechatpay-membercard", "--output"])
        .args([output])
        .args(files.iter().map(|file| format!("--file={file}")))
        .env("PROPTEST_CASES", "16")
        // Where nothing is valid any more, looking for something valid would end as a timeout.
        .env("PROPTEST_MAX_LOCAL_REJECTS", "1000")
        .run()
}
