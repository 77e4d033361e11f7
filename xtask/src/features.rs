//! Combinations of the core's features.

use std::collections::{BTreeMap, BTreeSet};

use crate::workspace::{Workspace, read};

/// Lints the core with every combination of features.
pub fn lint_all(workspace: &Workspace) -> Result<(), String> {
    lint(workspace, combinations_of(&features(&manifest(workspace)?)))
}

/// Lints the core with each feature alone, with all but one, and with each set of families. This finds features that
/// depend on others, or on their absence.
pub fn lint_few(workspace: &Workspace) -> Result<(), String> {
    lint(workspace, few_combinations_of(&features(&manifest(workspace)?)))
}

fn lint(workspace: &Workspace, combinations: Vec<String>) -> Result<(), String> {
    for features in combinations {
        let args = ["clippy", "-q", "--package", "wechatpay-membercard", "--no-default-features"];
        workspace.cargo(&args).args(["--features", &features, "--", "-D", "warnings"]).run()?;
    }
    Ok(())
}

fn manifest(workspace: &Workspace) -> Result<String, String> {
    read(&workspace.root.join("Cargo.toml"))
}

/// The families of endpoints. They hardly depend on other features: each set of families is combined with all others
/// and with none, and every set of other features with the first family.
const FAMILIES: &[&str] = &["membercard-open", "card-member"];

/// It only derives declarations, and linting the WebAssembly modules covers it. Skipping it halves the number of
/// combinations.
const DERIVED: &str = "typescript";

/// Every valid combination, as Cargo's arguments.
fn combinations_of(features: &[Feature]) -> Vec<String> {
    let others = others(features);
    let with_first = subsets(&others).into_iter().map(|set| [&FAMILIES[..1], &set].concat());
    closed(features, with_first.chain(family_combinations(&others)))
}

fn few_combinations_of(features: &[Feature]) -> Vec<String> {
    let others = others(features);
    let alone = others.iter().map(|name| vec![FAMILIES[0], name]);
    let without = others.iter().map(|left_out| {
        let rest = others.iter().filter(|name| *name != left_out && !brings(features, name, left_out));
        FAMILIES[..1].iter().chain(rest).copied().collect()
    });
    closed(features, alone.chain(without).chain(family_combinations(&others)))
}

/// Each set of families, with none and with all of the other features.
fn family_combinations<'f>(others: &[&'f str]) -> impl Iterator<Item = Vec<&'f str>> {
    subsets(FAMILIES).into_iter().flat_map(|set| [set.clone(), [set, others.to_vec()].concat()])
}

fn others(features: &[Feature]) -> Vec<&str> {
    features.iter().map(|(name, _)| name.as_str()).filter(|name| !FAMILIES.contains(name)).collect()
}

fn brings(features: &[Feature], name: &str, other: &str) -> bool {
    features
        .iter()
        .any(|(feature, brought)| feature == name && brought.iter().any(|feature| feature == other))
}

/// Adds implied features to combinations, and removes duplicates.
fn closed<'f>(features: &[Feature], combinations: impl Iterator<Item = Vec<&'f str>>) -> Vec<String> {
    let brought: BTreeMap<&str, &[String]> =
        features.iter().map(|(name, list)| (name.as_str(), list.as_slice())).collect();
    let whole = |set: Vec<&str>| -> String {
        let brought = set.iter().flat_map(|name| brought[name].iter().map(String::as_str));
        let set: BTreeSet<&str> = set.iter().copied().chain(brought).collect();
        set.into_iter().collect::<Vec<_>>().join(",")
    };
    combinations.map(whole).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Every subset of some names.
fn subsets<'n>(names: &[&'n str]) -> Vec<Vec<&'n str>> {
    let chosen = |choice: u32| {
        let names = names.iter().enumerate().filter(move |(at, _)| choice >> at & 1 == 1);
        names.map(|(_, name)| *name).collect()
    };
    (0..1_u32 << names.len()).map(chosen).collect()
}

/// A feature with the features it implies.
type Feature = (String, Vec<String>);

/// The features of a manifest, except `default`.
fn features(manifest: &str) -> Vec<Feature> {
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
    use super::{Feature, combinations_of, features, few_combinations_of};

    #[test]
    fn features_are_read_with_those_that_they_bring_along() {
        let manifest = "[package]\nx = \"y\"\n\n[features]\ndefault = [\"a\"]\n# Of a.\na = []\nb = [\"a\", \"dep:c\"]\ntypescript = []\n\n[lints]\nd = []\n";
        let expected = [("a".to_owned(), vec![]), ("b".to_owned(), vec!["a".to_owned()])];
        assert_eq!(features(manifest), expected);
    }

    fn samples() -> [Feature; 5] {
        ["card-member", "form", "guard", "membercard-open", "request"].map(|name| {
            let brought = if name == "guard" { vec!["request".to_owned()] } else { Vec::new() };
            (name.to_owned(), brought)
        })
    }

    #[test]
    fn each_feature_is_tried_alone_and_left_out_alone() {
        let features =
            ["a", "b", "c", "card-member", "d", "membercard-open"].map(|name| (name.into(), vec![]));
        let [few, all] = [few_combinations_of, combinations_of].map(|list| list(&features));
        for (combination, is_among_few) in [
            ("a,membercard-open", true),
            ("b,c,d,membercard-open", true),
            ("a,b,c,d,membercard-open", true),
            ("a,b,membercard-open", false),
        ] {
            assert!(all.contains(&combination.into()), "{combination}");
            assert_eq!(few.contains(&combination.into()), is_among_few, "{combination}");
        }
    }

    #[test]
    fn families_are_not_tried_with_every_set_of_the_others() {
        let expected = [
            "",
            "card-member",
            "card-member,form,guard,membercard-open,request",
            "card-member,form,guard,request",
            "card-member,membercard-open",
            "form,guard,membercard-open,request",
            "form,guard,request",
            "form,membercard-open",
            "form,membercard-open,request",
            "guard,membercard-open,request",
            "membercard-open",
            "membercard-open,request",
        ];
        assert_eq!(combinations_of(&samples()), expected);
    }
}
