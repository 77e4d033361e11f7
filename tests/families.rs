//! Messages of codes that only one family reports belong to that family's feature. The sources and cases show which
//! codes these are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use wechatpay_membercard::IssueCode;

/// The families, by their features, and their folders.
const FAMILIES: &[(&str, &str)] = &[("membercard-open", "membercard_open"), ("card-member", "card_member")];

#[test]
fn codes_that_one_family_names_have_words_with_it_alone() {
    let (marks, named) = (marks(), named_by_sources());
    for code in IssueCode::ALL {
        let by: Vec<_> = named.iter().filter(|(_, codes)| codes.contains(&variant(*code))).collect();
        if let [(family, _)] = by[..]
            && !family.is_empty()
        {
            assert_eq!(marks.get(&variant(*code)), Some(family), "{code}: its row is without the feature");
        }
    }
    assert!(named.len() == 3 && named.values().all(|codes| codes.len() > 10));
}

#[test]
fn codes_with_the_words_of_a_family_are_raised_by_it_alone() {
    let raised = raised_in_cases();
    for (code, family) in marks() {
        let code = IssueCode::ALL.iter().find(|known| variant(**known) == code).expect("a code");
        let by = &raised[code.as_str()];
        assert_eq!(by, &BTreeSet::from([family]), "{code}: it has words with one family alone");
    }
    assert!(marks().len() > 30);
}

/// The name of a variant.
fn variant(code: IssueCode) -> String {
    format!("{code:?}")
}

/// The codes whose rows have a family's feature.
fn marks() -> BTreeMap<String, String> {
    let source = read(&root().join("src/issue/code.rs"));
    let mut mark = None;
    let mut marks = BTreeMap::new();
    for line in source.lines().map(str::trim) {
        if let Some(feature) = line.strip_prefix("#[cfg(feature = \"") {
            mark = feature.split('"').next().filter(|name| FAMILIES.iter().any(|(known, _)| known == name));
        } else if let Some((variant, _)) = line.split_once(" = \"")
            && let Some(family) = mark.take()
        {
            marks.insert(variant.to_owned(), family.to_owned());
        }
    }
    marks
}

/// The codes in the sources of each family and, without a family, of everything else.
fn named_by_sources() -> BTreeMap<String, BTreeSet<String>> {
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files(&root().join("src")).iter().filter(|file| !file.ends_with("issue/code.rs")) {
        let is_in = |(_, folder): &&(&str, &str)| file.iter().any(|step| step == *folder);
        let family = FAMILIES.iter().find(is_in).map_or("", |(family, _)| family);
        let text = read(file);
        let code =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let code = code.split("#[cfg(test)]\nmod tests {").next().expect("a part").to_owned();
        if file.iter().any(|step| step == "tests" || step == "table_tests.rs") {
            continue;
        }
        let names = code
            .split("IssueCode::")
            .skip(1)
            .map(|rest| rest.chars().take_while(|character| character.is_alphanumeric()).collect::<String>());
        named.entry(family.to_owned()).or_default().extend(names);
    }
    named
}

/// The families whose cases expect each code.
fn raised_in_cases() -> BTreeMap<String, BTreeSet<String>> {
    let mut raised: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files(&root().join("tests/data/cases")) {
        let cases: Value = serde_json::from_str(&read(&file)).expect("cases");
        for case in cases.as_array().expect("a list of cases") {
            let endpoint = case["endpoint"].as_str().unwrap_or("membercard-open.update");
            let family = endpoint.split('.').next().expect("a family");
            for issue in case["issues"].as_array().expect("a list of issues") {
                let code = issue["code"].as_str().expect("a code");
                raised.entry(code.to_owned()).or_default().insert(family.to_owned());
            }
        }
    }
    raised
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The sources and cases in a folder, recursively.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let inside = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    let is_read = |file: &PathBuf| file.extension().is_some_and(|end| end == "rs" || end == "json");
    entries.flat_map(inside).filter(is_read).collect()
}
