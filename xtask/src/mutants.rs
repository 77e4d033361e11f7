//! Mutation testing: do the tests notice changed rules? See `.cargo/mutants.toml` for options.

use crate::cargo_tools::MUTANTS;
use crate::workspace::{Workspace, read};

/// Code in which a mistake would accept what WeChat Pay refuses, refuse what it accepts, or sign the wrong message.
const EXAMINED: &[&str] = &[
    "src/response/**",
    "src/endpoint/**",
    "src/endpoints/**",
    "src/form/**",
    "src/guard/**",
    "src/json/**",
    "src/json_schema/**",
    "src/migrate/**",
    "src/request/**",
    "src/text/**",
    "src/validate/**",
    "src/wording/**",
];

const SETTINGS: &str = ".cargo/mutants.toml";

/// Mutates these files, or all relevant ones, and fails if a mutant survives. Each mutant takes several seconds.
pub fn mutants(workspace: &Workspace, files: &[String]) -> Result<(), String> {
    let examined = || EXAMINED.iter().map(|glob| (*glob).to_owned());
    let files: Vec<String> = if files.is_empty() { examined().collect() } else { files.to_vec() };
    find_excluded(workspace)?;
    let output = workspace.target.join("mutants");
    MUTANTS
        .step(workspace)?
        .args(["--package", "wechatpay-membercard", "--output"])
        .args([output])
        .args(files.iter().map(|file| format!("--file={file}")))
        .env("PROPTEST_CASES", "16")
        // If nothing is valid any more, generating valid values would time out.
        .env("PROPTEST_MAX_LOCAL_REJECTS", "1000")
        .run()
}

/// Fails if the settings exclude a mutant that no longer exists.
fn find_excluded(workspace: &Workspace) -> Result<(), String> {
    for pattern in excluded(&read(&workspace.root.join(SETTINGS))?) {
        let list = ["--list", "--no-config", "--package", "wechatpay-membercard", "--re", pattern];
        let found = MUTANTS.step(workspace)?.args(list).output().unwrap_or_default();
        if found.is_empty() {
            return Err(format!("{SETTINGS} excludes '{pattern}', which is no change any more"));
        }
    }
    Ok(())
}

/// The patterns of excluded mutants.
fn excluded(settings: &str) -> impl Iterator<Item = &str> {
    let lines = settings.lines().skip_while(|line| *line != "exclude_re = [").take_while(|line| *line != "]");
    lines.filter_map(|line| line.trim().strip_prefix('\'')?.strip_suffix("',"))
}

#[cfg(test)]
mod tests {
    use super::excluded;

    #[test]
    fn patterns_are_found_among_the_settings() {
        let settings = "exclude_globs = ['a']\nexclude_re = [\n    # Why.\n    'b\\.rs',\n    'c',\n]\nd = [\n    'e',\n]\n";
        assert!(excluded(settings).eq(["b\\.rs", "c"]));
        assert!(excluded(include_str!("../../.cargo/mutants.toml")).count() > 5);
    }
}
