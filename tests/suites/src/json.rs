//! The JSON Parsing Test Suite (Nicolas Seriot, MIT), shipped by the crate json-syntax: `y_` must be accepted, `n_`
//! must be refused, `i_` is implementation-defined.

use std::collections::BTreeSet;
use std::fs;

use wechatpay_membercard::IssueCode;

use crate::{errors, packages, validator};

/// Valid JSON that is refused: updates are parsed more strictly than RFC 8259 requires.
const STRICTER: &[(&str, IssueCode, &str)] = &[
    (
        "y_object_duplicated_key.json",
        IssueCode::DuplicateKey,
        "readers disagree about which of the two values counts",
    ),
    (
        "y_object_duplicated_key_and_value.json",
        IssueCode::DuplicateKey,
        "readers disagree about which of the two values counts",
    ),
    ("y_structure_500_nested_arrays.json", IssueCode::JsonTooDeep, "the limit of depth is 64"),
];

/// Whether a code means that a text is not JSON, or exceeds a limit.
fn is_of_reading(code: &IssueCode) -> bool {
    let others = [IssueCode::DuplicateKey, IssueCode::UnpairedSurrogate];
    code.as_str().starts_with("json_") || others.contains(code)
}

/// The files of a kind, with the parser's result.
fn read(kind: &str) -> Vec<(String, BTreeSet<IssueCode>)> {
    let folder = packages::folder("json-syntax").join("tests/inputs");
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the suite is there") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(kind) {
            let report = validator().validate_json(&fs::read(path).expect("a file"));
            files.push((name, errors(&report).into_iter().filter(is_of_reading).collect()));
        }
    }
    files.sort();
    files
}

#[test]
fn what_is_json_is_read_up_to_our_own_strictness() {
    let files = read("y_");
    assert!(files.len() > 90, "{}", files.len());
    let expected =
        |name: &str| STRICTER.iter().filter(|(known, ..)| *known == name).map(|(_, code, _)| *code).collect();
    for (name, found) in &files {
        assert_eq!(*found, expected(name), "{name}");
    }
    for (name, ..) in STRICTER {
        assert!(files.iter().any(|(known, _)| known == name), "{name} is gone from the suite");
    }
}

#[test]
fn what_is_no_json_is_refused() {
    let files = read("n_");
    assert!(files.len() > 180, "{}", files.len());
    for (name, found) in files {
        assert!(!found.is_empty(), "{name}");
    }
}

/// Unpaired surrogates and invalid UTF-8 are refused: RFC 8259 leaves open whether to repair them.
#[test]
fn nothing_is_repaired() {
    let files = read("i_");
    assert!(files.len() > 15, "{}", files.len());
    for (name, found) in files {
        let refused = [IssueCode::UnpairedSurrogate, IssueCode::JsonInvalidUtf8];
        assert!(refused.iter().any(|code| found.contains(code)), "{name}: {found:?}");
    }
}
