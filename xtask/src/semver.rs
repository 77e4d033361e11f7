//! Breaking changes of the crate's public API since the last release. For the package, the reports in `docs/api/reports`
//! show them.

use crate::cargo_tools::SEMVER_CHECKS;
use crate::process::Step;
use crate::workspace::{Workspace, read};

/// Lists breaking changes since a revision, or since the last release, that the version does not announce. Before the
/// first release there is nothing to break.
pub fn semver(workspace: &Workspace, revision: Option<&String>) -> Result<(), String> {
    let baseline = match revision {
        Some(revision) => Some(revision.clone()),
        None => last_release(workspace)?,
    };
    let Some(baseline) = baseline else {
        println!("nothing is released yet, so there is no API to keep");
        return Ok(());
    };
    SEMVER_CHECKS
        .step(workspace)?
        .args(["--package", "wechatpay-membercard", "--all-features", "--baseline-rev", &baseline])
        .run()
}

/// The tag of the last release before this revision.
fn last_release(workspace: &Workspace) -> Result<Option<String>, String> {
    let git = |args: &[&str]| {
        Step::new("git", &workspace.root).args(args).output().ok_or("git cannot list the tags of this folder")
    };
    // A checkout without tags would look unreleased.
    if git(&["rev-parse", "--is-shallow-repository"])? == "true" {
        return Err("this checkout has no history, nor tags: `git fetch --unshallow --tags`".into());
    }
    let tags = git(&["tag", "--list", "--merged", "HEAD", "--sort=-version:refname", "v*"])?;
    let changelog = read(&workspace.root.join("CHANGELOG.md"))?;
    newest(&tags, &changelog, &workspace.version()?)
}

/// The newest tag. Each version in the changelog has one, except the version that is about to be released.
fn newest(tags: &str, changelog: &str, version: &str) -> Result<Option<String>, String> {
    let released = changelog
        .lines()
        .filter_map(|line| line.strip_prefix("## [")?.split_once(']'))
        .map(|(heading, _)| heading)
        .filter(|heading| heading.starts_with(|first: char| first.is_ascii_digit()) && *heading != version);
    for heading in released {
        let tag = format!("v{heading}");
        if !tags.lines().any(|line| line == tag) {
            return Err(format!(
                "CHANGELOG.md has {heading}, but the tag {tag} is missing: `git fetch --tags`"
            ));
        }
    }
    Ok(tags.lines().next().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::newest;

    const UNRELEASED: &str = "# Changelog\n\n## What a version promises\n\n## [Unreleased]\n";
    const RELEASED: &str = "## [Unreleased]\n\n## [0.2.0] - 2027-01-02\n\n## [0.1.0] - 2026-12-01\n";

    #[test]
    fn before_the_first_release_there_is_none() {
        assert_eq!(newest("", UNRELEASED, "0.1.0"), Ok(None));
        assert_eq!(newest("", "## [Unreleased]\n\n## [0.1.0] - 2026-12-01\n", "0.1.0"), Ok(None));
    }

    #[test]
    fn the_newest_tag_counts() {
        assert_eq!(newest("v0.2.0\nv0.1.0", RELEASED, "0.2.0"), Ok(Some("v0.2.0".into())));
        assert_eq!(newest("v0.1.0", RELEASED, "0.2.0"), Ok(Some("v0.1.0".into())), "0.2.0 is being prepared");
    }

    #[test]
    fn missing_tags_are_told() {
        for tags in ["", "v0.2.0"] {
            assert!(newest(tags, RELEASED, "0.2.0").is_err_and(|error| error.contains("v0.1.0 is missing")));
        }
    }
}
