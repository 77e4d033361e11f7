//! The input of rules, and where they report issues.

use super::field_path::FieldPath;
use super::options::Profile;
use super::view::View;
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode};
use crate::json::Document;
use crate::schema::Severity;

/// Everything that a rule may depend on.
#[derive(Clone, Copy)]
pub struct Context<'d> {
    /// The request's body.
    pub payload: View<'d>,
    /// The card's current state, if known. A field that it lacks is unknown, not absent.
    pub card: Option<View<'d>>,
    /// Which of the two documentation pages applies.
    pub profile: Profile,
    /// The current time, in milliseconds since the epoch.
    pub now: Option<i64>,
}

/// Receives the issues of rules.
pub struct Reporter<'f> {
    document: &'f Document<'f>,
    findings: &'f mut Findings,
    /// Overrides the severity of the codes.
    severity: Option<Severity>,
}

impl<'f> Reporter<'f> {
    pub(crate) fn new(document: &'f Document<'f>, findings: &'f mut Findings) -> Reporter<'f> {
        Reporter { document, findings, severity: None }
    }

    /// Sets the severity of the next rule's issues.
    pub(crate) fn of_severity(&mut self, severity: Option<Severity>) -> &mut Reporter<'f> {
        self.severity = severity;
        self
    }

    /// Reports an issue without parameters.
    pub fn add(&mut self, code: IssueCode, field: &FieldPath) {
        self.report(issue(code, field), field);
    }

    /// Reports an issue about a field. An issue about an absent field is positioned at the object that should contain
    /// it.
    pub fn report(&mut self, issue: Issue, field: &FieldPath) {
        let keys = field.keys();
        let around = || (0..keys.len()).rev().find_map(|depth| self.document.find(&keys[..depth]));
        let at = field.find(self.document).or_else(around);
        self.report_at(at.unwrap_or(0), issue);
    }

    /// Reports a possible issue whose deciding value is unknown: always as a warning.
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

/// Creates an issue about a field.
pub fn issue(code: IssueCode, field: &FieldPath) -> Issue {
    Issue::new(code, field.path())
}
