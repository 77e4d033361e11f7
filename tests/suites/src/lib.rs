//! Compares the crate with public test suites and other implementations of the same standards. It contains only tests.
#![cfg(test)]

mod date_times;
mod graphemes;
mod json;
mod json_schema_times;
mod packages;
mod urls;

use wechatpay_membercard::{IssueCode, Report, Validator};

/// A validator without a card, at a fixed time.
fn validator() -> Validator {
    Validator::new().now(1_700_000_000_000)
}

/// The codes of a report's errors.
fn errors(report: &Report) -> Vec<IssueCode> {
    report.issues().iter().filter(|issue| issue.is_error()).map(|issue| issue.code).collect()
}
