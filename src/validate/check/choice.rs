//! Enumerations.

use super::CheckContext;
use super::nearest::nearest;
use crate::issue::IssueCode;
use crate::schema::{Choice, is_listed};

pub(super) fn check(text: &str, choices: &'static [Choice], context: &mut CheckContext<'_, '_>) {
    if is_listed(choices, text) {
        return;
    }
    let meant = choices
        .iter()
        .find(|choice| choice.aliases.contains(&text))
        .map(|choice| choice.value)
        .or_else(|| nearest(text, &mut choices.iter().map(|choice| (choice.value, choice.letters))));
    let mut issue = context.issue(IssueCode::UnknownValue).with("allowed", choices).quoting("actual", text);
    if let Some(meant) = meant {
        issue = issue.with("nearest", meant);
    }
    context.report(issue);
}
