//! Collects issues with their positions, and sorts them into document order.

use super::abridge::Omitted;
use super::{Issue, MAX_LISTED_ISSUES};

/// The number of issues held before those past the limit are dropped.
const MAX_HELD: usize = 2 * MAX_LISTED_ISSUES;

/// Issues, each with the index of its value. Only those within the limit are held, the others are counted: a hostile
/// payload may produce hundreds of thousands.
#[derive(Debug)]
pub(crate) struct Findings {
    held: Vec<(usize, Issue)>,
    omitted: Omitted,
    /// Issues at this value or later are past the limit.
    horizon: usize,
    /// A filter: other issues are ignored.
    wanted: fn(&Issue) -> bool,
    /// Issues past the limit at numbered fields, if they are collected.
    #[cfg(feature = "form")]
    late_at_fields: Option<Vec<(usize, Issue)>>,
}

impl Default for Findings {
    fn default() -> Findings {
        Findings::only(|_| true)
    }
}

impl Findings {
    /// Collects only issues that pass the filter.
    pub(crate) fn only(wanted: fn(&Issue) -> bool) -> Findings {
        Findings {
            held: Vec::new(),
            omitted: Omitted::default(),
            horizon: usize::MAX,
            wanted,
            #[cfg(feature = "form")]
            late_at_fields: None,
        }
    }

    /// Also collects issues past the limit if they are at numbered fields.
    #[cfg(feature = "form")]
    pub(crate) fn with_late_at_fields() -> Findings {
        Findings { late_at_fields: Some(Vec::new()), ..Findings::default() }
    }

    /// Adds an issue about the value at an index of the document.
    pub(crate) fn add(&mut self, at: usize, issue: Issue) {
        if !(self.wanted)(&issue) {
            return;
        }
        if self.is_late(at) {
            return self.leave_out(at, issue);
        }
        self.held.push((at, issue));
        if self.held.len() == MAX_HELD {
            self.drop_late();
        }
    }

    /// Whether issues about the value at an index are past the limit.
    pub(crate) fn is_late(&self, at: usize) -> bool {
        at >= self.horizon
    }

    /// Sorts what is held and drops what is past the limit. The sort is stable, so later findings about the same value
    /// stay later.
    fn drop_late(&mut self) {
        // Checks find issues in order, and most rules add none.
        if !self.held.is_sorted_by_key(|(at, _)| *at) {
            self.held.sort_by_key(|(at, _)| *at);
        }
        let late = self.held.split_off(MAX_LISTED_ISSUES.min(self.held.len()));
        if let Some((last, _)) = self.held.last().filter(|_| !late.is_empty()) {
            self.horizon = *last;
        }
        for (at, issue) in late {
            self.leave_out(at, issue);
        }
    }

    fn leave_out(&mut self, at: usize, issue: Issue) {
        self.omitted.add(1, &issue);
        #[cfg(feature = "form")]
        if let Some(late) = self.late_at_fields.as_mut().filter(|late| late.len() < MAX_LISTED_ISSUES)
            && issue.path.field().is_some_and(|field| field.steps().len() == issue.path.segments().len())
        {
            late.push((at, issue));
        }
        #[cfg(not(feature = "form"))]
        let _ = at;
    }

    /// The issues in document order; those of one value in the order they were found. They are
    /// [abridged](super::abridge()).
    pub(crate) fn into_issues(mut self) -> Vec<Issue> {
        self.drop_late();
        let listed = self.held.len();
        let issues = self.held.into_iter().map(|(_, issue)| issue);
        issues.chain(self.omitted.issue(listed)).collect()
    }

    /// The issues with the indices of their values, in the order they were found. Those past the limit may be missing.
    #[cfg(feature = "form")]
    pub(crate) fn into_found(self) -> Vec<(usize, Issue)> {
        self.held
    }

    /// The issues like [`into_issues`](Findings::into_issues), with the indices of their values, and those past the
    /// limit at numbered fields.
    #[cfg(feature = "form")]
    pub(crate) fn into_abridged(mut self) -> Abridged {
        self.drop_late();
        let omitted = self.omitted.issue(self.held.len()).map(|issue| (usize::MAX, issue));
        self.held.extend(omitted);
        Abridged { listed: self.held, late_at_fields: self.late_at_fields.unwrap_or_default() }
    }
}

/// Issues with the indices of their values: those that are listed, including `TooManyIssues`, and those past the limit
/// at numbered fields.
#[cfg(feature = "form")]
#[derive(Clone, Debug)]
pub(crate) struct Abridged {
    pub(crate) listed: Vec<(usize, Issue)>,
    pub(crate) late_at_fields: Vec<(usize, Issue)>,
}

/// Sorts findings into document order and drops the indices. Those of one value keep their order.
#[cfg(feature = "form")]
pub(crate) fn in_document_order<T>(mut found: Vec<(usize, T)>) -> Vec<T> {
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, what)| what).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::issue::{IssueCode, abridge};
    use crate::schema::{Path, Severity};

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        /// The first issues in document order are listed, regardless of the order in which they are found.
        #[test]
        fn the_first_are_listed(
            found in proptest::collection::vec((0_usize..2000, proptest::bool::weighted(0.001)), 0..6000),
            is_sorted in any::<bool>(),
        ) {
            let mut found = found;
            if is_sorted {
                found.sort();
            }
            let issue = |(number, (_, is_error)): (usize, &(usize, bool))| {
                let severity = if *is_error { Severity::Error } else { Severity::Warning };
                Issue::new(IssueCode::NullOmitted, Path::root().index(number)).severity(severity)
            };
            let mut findings = Findings::default();
            let mut all = Vec::new();
            for (number, row) in found.iter().enumerate() {
                findings.add(row.0, issue((number, row)));
                prop_assert!(findings.held.len() < MAX_HELD);
                all.push((row.0, issue((number, row))));
            }
            all.sort_by_key(|(at, _)| *at);
            let all = all.into_iter().map(|(_, issue)| issue).collect();
            prop_assert_eq!(findings.into_issues(), abridge(all));
        }
    }
}
