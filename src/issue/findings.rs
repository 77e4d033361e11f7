//! Issues as they are found, each at the value that it is about, so that they can be told in document order.

use super::Issue;

/// Collected issues, each with the index of the value it is about.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<(usize, Issue)>);

impl Findings {
    /// Adds an issue about the value at that index of the document.
    pub(crate) fn add(&mut self, at: usize, issue: Issue) {
        self.0.push((at, issue));
    }

    /// The issues in document order; those of one value in the order they were found.
    pub(crate) fn into_issues(self) -> Vec<Issue> {
        in_document_order(self.0)
    }

    /// The issues with the indices of their values, in the order they were found.
    #[cfg(feature = "form")]
    pub(crate) fn into_found(self) -> Vec<(usize, Issue)> {
        self.0
    }
}

/// What was found, without the indices of its values but in their order; of one value in the order it was found.
pub(crate) fn in_document_order<T>(mut found: Vec<(usize, T)>) -> Vec<T> {
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, what)| what).collect()
}
