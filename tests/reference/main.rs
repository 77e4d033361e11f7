//! Checks that the reference in `docs` matches the core's tables. `cargo xtask docs --quick` regenerates it.

#[path = "../cases/case.rs"]
#[allow(dead_code, reason = "not all that a case holds is shown")]
mod case;
#[path = "../cases/compact.rs"]
mod compact;
mod correspondences;
mod examples;
mod failure_codes;
mod fields;
mod issue_codes;
mod markdown;
#[path = "../support/written.rs"]
mod written;

use expect_test::expect_file;

#[test]
fn the_issue_codes_are_current() {
    expect_file!["../../docs/issue-codes.md"].assert_eq(&issue_codes::page());
}

#[test]
fn the_correspondences_are_current() {
    expect_file!["../../docs/correspondences.md"].assert_eq(&correspondences::page());
}

#[test]
fn the_fields_are_current() {
    expect_file!["../../docs/fields.md"].assert_eq(&fields::page());
}
