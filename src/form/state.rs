//! What a form knows about one of its fields.

use std::collections::BTreeMap;

use serde::Serialize;

use super::card_form::CardForm;
use super::facets::Facets;
use super::measure::Measure;
use super::trail::{Trail, follow_to_field};
use crate::issue::{Issue, Path};
use crate::rules::{Lock, lock};

/// What a form knows about one of its fields, now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldState {
    /// Where the field is.
    pub path: Path,
    /// Its value as JSON text, in host notation if JSON has no word for it; `None` if it is absent.
    pub value: Option<String>,
    /// How much its text or list holds, in the unit of the limit. `None` if the field has neither.
    pub count: Option<usize>,
    /// The unit of `count` and `limit`.
    pub unit: Option<Unit>,
    /// How many characters a person would count in its text: fewer than code points where marks combine.
    pub graphemes: Option<usize>,
    /// The largest count that is allowed or, if only a related API prints a limit, advisable.
    pub limit: Option<usize>,
    /// What is left of the limit; negative beyond it.
    pub remaining: Option<i64>,
    /// Whether the other fields, with what is known about the card, ask for it: it is reported when it is absent.
    pub required: bool,
    /// Whether it means anything beside the values of the other fields. A form may hide it otherwise; filling it in is
    /// never an error.
    pub relevant: bool,
    /// Why the card does not let it change, if so.
    pub locked: Option<Lock>,
    /// Whether the user has visited it: [`CardForm::touch`](super::CardForm::touch).
    pub touched: bool,
    /// Whether its value differs from the one it is compared with: the card's, or the initial one.
    pub dirty: bool,
    /// The issues at its very path; those of its members are at theirs.
    pub issues: Vec<Issue>,
}

impl FieldState {
    /// The JSON pointer (RFC 6901) of the field.
    pub fn pointer(&self) -> String {
        self.path.to_string()
    }
}

impl CardForm {
    /// The states of those of the paths that lead to fields.
    pub(super) fn states(&self, fields: Vec<(Path, Facets)>) -> Vec<FieldState> {
        // A form may have very many issues, and few of them at these paths.
        let mut issues: BTreeMap<Path, Vec<Issue>> =
            fields.iter().map(|(path, _)| (path.clone(), Vec::new())).collect();
        for issue in self.ledger.issues() {
            if let Some(here) = issues.get_mut(&issue.path) {
                here.push(issue.clone());
            }
        }
        let state = |(path, facets): (Path, Facets)| {
            let trail = follow_to_field(&self.document, &path).ok()?;
            let here = issues.get(&path).cloned().unwrap_or_default();
            Some(self.state(path, &trail, facets, here))
        };
        fields.into_iter().filter_map(state).collect()
    }

    /// The state of the field that a trail leads to, with its facets and issues.
    pub(super) fn state(&self, path: Path, trail: &Trail, facets: Facets, issues: Vec<Issue>) -> FieldState {
        let is_there = trail.depth == path.segments().len();
        let measure = Measure::new(&self.document, is_there.then_some(trail.at), trail.kind);
        FieldState {
            value: facets.value,
            count: measure.count,
            unit: measure.unit,
            graphemes: measure.graphemes,
            limit: measure.limit,
            remaining: measure.remaining(),
            required: facets.required,
            relevant: facets.relevant,
            locked: lock(&self.facts(), path.segments()),
            touched: self.touched(&path),
            dirty: self.dirty(&path),
            path,
            issues,
        }
    }
}

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// A character of a text: a Unicode code point.
    Character,
    /// An item of a list.
    Item,
}
