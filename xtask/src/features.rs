//! The combinations of the core's features.

use std::collections::{BTreeMap, BTreeSet};

use crate::workspace::{Workspace, read};

/// The families of endpoints. What one leaves out has little to do with the other features: the sets of families are tried
/// with all of these and with none, and every set of these with the first family.
const FAMILIES: &[&str] = &["membercard-open", "card-member"];

/// It only derives declarations, and the lints of the WebAssembly modules compile it with each set that they have. Leaving
/// it out halves the combinations.
const DERIVED: &str = "typescript";

/// Every combination of features that `Cargo.toml` allows, as Cargo takes them. Features that another one of the
/// combination brings along are not counted twice.
pub fn combinations(workspace: &Workspace) -> Result<Vec<String>, String> {
    let manifest = read(&workspace.root.join("Cargo.toml"))?;
    Ok(combinations_of(&features(&manifest)))
}

fn combinations_of(features: &[(String, Vec<String>)]) -> Vec<String> {
    let brought: BTreeMap<&str, &[String]> =
        features.iter().map(|(name, list)| (name.as_str(), list.as_slice())).collect();
    let others: Vec<&str> = brought.keys().copied().filter(|name| !FAMILIES.contains(name)).collect();
    let with_first = subsets(&others).into_iter().map(|set| [&FAMILIES[..1], &set].concat());
    let family_sets = subsets(FAMILIES).into_iter();
    let families = family_sets.flat_map(|set| [set.clone(), [set, others.clone()].concat()]);
    let whole = |set: Vec<&str>| -> String {
        let brought = set.iter().flat_map(|name| brought[name].iter().map(String::as_str));
        let set: BTreeSet<&str> = set.iter().copied().chain(brought).collect();
        set.into_iter().collect::<Vec<_>>().join(",")
    };
    with_first.chain(families).map(whole).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Every subset of some names.
fn subsets<'n>(names: &[&'n str]) -> Vec<Vec<&'n str>> {
    let chosen = |choice: u32| {
        let names = names.iter().enumerate().filter(move |(at, _)| choice >> at & 1 == 1);
        names.map(|(_, name)| *name).collect()
    };
    (0..1_u32 << names.len()).map(chosen).collect()
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
    use super::{combinations_of, features};

    #[test]
    fn features_are_read_with_those_that_they_bring_along() {
        let manifest = "[package]\nx = \"y\"\n\n[features]\ndefault = [\"a\"]\n# Of a.\na = []\nb = [\"a\", \"dep:c\"]\ntypescript = []\n\n[lints]\nd = []\n";
        let expected = [("a".to_owned(), vec![]), ("b".to_owned(), vec!["a".to_owned()])];
        assert_eq!(features(manifest), expected);
    }

    #[test]
    fn families_are_not_tried_with_every_set_of_the_others() {
        let names = ["card-member", "form", "guard", "membercard-open", "request"];
        let features = names.map(|name| {
            let brought = if name == "guard" { vec!["request".to_owned()] } else { Vec::new() };
            (name.to_owned(), brought)
        });
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
        assert_eq!(combinations_of(&features), expected);
    }
}
