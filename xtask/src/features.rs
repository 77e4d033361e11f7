//! The combinations of the core's features.

use std::collections::BTreeSet;

use crate::workspace::{Workspace, read};

/// It only derives declarations, and the lints of the WebAssembly modules compile it with each set that they have. Leaving
/// it out halves the combinations.
const DERIVED: &str = "typescript";

/// Every combination of features that `Cargo.toml` allows, as Cargo takes them. Features that another one of the
/// combination brings along are not counted twice.
pub fn combinations(workspace: &Workspace) -> Result<Vec<String>, String> {
    let manifest = read(&workspace.root.join("Cargo.toml"))?;
    let features = features(&manifest);
    let mut seen = BTreeSet::new();
    for choice in 0..1_u32 << features.len() {
        let chosen = features.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1);
        let mut set = BTreeSet::new();
        for (_, (name, brought)) in chosen {
            set.insert(name.as_str());
            set.extend(brought.iter().map(String::as_str));
        }
        seen.insert(set.into_iter().collect::<Vec<_>>().join(","));
    }
    Ok(seen.into_iter().collect())
}

/// The features of a manifest but for `default`, each with the others that it brings along.
fn features(manifest: &str) -> Vec<(String, Vec<String>)> {
    let section = manifest.split("\n[features]\n").nth(1).unwrap_or_default();
    let lines = section.lines().take_while(|line| !line.starts_with('['));
    let rows = lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "));
    let names = |list: &str| -> Vec<String> {
        let quoted = list.split('"').skip(1).step_by(2);
        quoted.filter(|name| !name.starts_with("dep:")).map(str::to_owned).collect()
    };
    let others = rows.filter(|(name, _)| !["default", DERIVED].contains(name));
    others.map(|(name, list)| (name.to_owned(), names(list))).collect()
}

#[cfg(test)]
mod tests {
    use super::features;

    #[test]
    fn features_are_read_with_those_that_they_bring_along() {
        let manifest = "[package]\nx = \"y\"\n\n[features]\ndefault = [\"a\"]\n# Of a.\na = []\nb = [\"a\", \"dep:c\"]\ntypescript = []\n\n[lints]\nd = []\n";
        let expected = [("a".to_owned(), vec![]), ("b".to_owned(), vec!["a".to_owned()])];
        assert_eq!(features(manifest), expected);
    }
}
