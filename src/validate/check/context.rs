//! The value under check.

use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode};
use crate::json::{Document, Node};

/// The value under check, and the sink for its issues.
pub(crate) struct CheckContext<'c, 'd> {
    document: &'c Document<'d>,
    at: usize,
    findings: &'c mut Findings,
}

impl<'c, 'd> CheckContext<'c, 'd> {
    pub(crate) fn new(document: &'c Document<'d>, at: usize, findings: &'c mut Findings) -> Self {
        CheckContext { document, at, findings }
    }

    pub(crate) fn document(&self) -> &'c Document<'d> {
        self.document
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn node(&self) -> &'c Node<'d> {
        &self.document.nodes()[self.at]
    }

    /// Creates an issue about the value.
    #[inline(never)]
    pub(crate) fn issue(&self, code: IssueCode) -> Issue {
        Issue::new(code, self.document.path(self.at))
    }

    /// Whether issues about the value are past the limit of listed issues.
    pub(crate) fn is_late(&self) -> bool {
        self.findings.is_late(self.at)
    }

    #[inline(never)]
    pub(crate) fn report(&mut self, issue: Issue) {
        self.findings.add(self.at, issue);
    }

    /// Reports an issue about one of the value's members.
    pub(crate) fn report_member(&mut self, member: usize, issue: Issue) {
        self.findings.add(member, issue);
    }

    /// Reports an issue without parameters.
    #[inline(never)]
    pub(crate) fn add(&mut self, code: IssueCode) {
        self.report(self.issue(code));
    }
}
