//! What a rule may depend on, and where it reports.

use super::field_path::FieldPath;
use super::profile::Profile;
use super::view::View;
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode};
use crate::json::Document;
use crate::schema::Severity;

/// Everything that a rule may depend on.
#[derive(Clone, Copy)]
pub struct Context<'d> {
    /// What is to change.
    pub payload: View<'d>,
    /// The card as it is now, if the caller knows it. What it does not hold is not known: no rule may take it for absent.
    pub card: Option<View<'d>>,
    /// Which of the two official pages applies.
    pub profile: Profile,
    /// The present, in milliseconds since the epoch.
    pub now: Option<i64>,
}

/// Where a rule reports.
pub struct Reporter<'f> {
    document: &'f Document<'f>,
    findings: &'f mut Findings,
    /// The severity of its issues, if it is not that of their codes.
    severity: Option<Severity>,
}

impl<'f> Reporter<'f> {
    pub(crate) fn new(document: &'f Document<'f>, findings: &'f mut Findings) -> Reporter<'f> {
        Reporter { document, findings, severity: None }
    }

    /// The same, for a rule whose issues have a severity of its own.
    pub(crate) fn of_severity(&mut self, severity: Option<Severity>) -> &mut Reporter<'f> {
        self.severity = severity;
        self
    }

    /// Reports an issue without parameters.
    pub fn add(&mut self, code: IssueCode, field: &FieldPath) {
        self.report(issue(code, field), field);
    }

    /// Reports an issue about a field. One that is absent is told with the object that should hold it.
    pub fn report(&mut self, issue: Issue, field: &FieldPath) {
        let keys = field.keys();
        let around = || (0..keys.len()).rev().find_map(|depth| self.document.find(&keys[..depth]));
        let at = field.find(self.document).or_else(around);
        self.report_at(at.unwrap_or(0), issue);
    }

    /// Reports that an issue may be one, for what decides is not known: a warning, however grave the rule is.
    pub(crate) fn warn(&mut self, issue: Issue, field: &FieldPath) {
        let severity = self.severity.take();
        self.report(issue.severity(Severity::Warning), field);
        self.severity = severity;
    }

    /// Reports an issue about the value at an index of the document.
    pub(crate) fn report_at(&mut self, at: usize, issue: Issue) {
        let severity = self.severity.unwrap_or(issue.severity);
        self.findings.add(at, issue.severity(severity));
    }
}

/// A new issue about a field.
pub fn issue(code: IssueCode, field: &FieldPath) -> Issue {
    Issue::new(code, field.path())
}
