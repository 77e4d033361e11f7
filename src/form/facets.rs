//! Which fields an edit may change, and what there is to compare.

use std::collections::BTreeSet;

use crate::issue::Path;
use crate::json::{Document, Value, write_as_is};
use crate::rules::{Facts, RELEVANCE, REQUIREMENTS, is_relevant, is_required, meets, paths};

/// The value and the standing of a field.
#[derive(Debug, PartialEq)]
pub(super) struct Facets {
    pub(super) value: Option<String>,
    pub(super) required: bool,
    pub(super) relevant: bool,
}

impl Facets {
    pub(super) fn new(facts: &Facts<'_>, path: &Path) -> Facets {
        let document = facts.update.0;
        let steps = path.segments();
        Facets {
            value: document.locate(steps).map(|at| {
                let mut text = String::new();
                write_as_is(document, at, &mut text);
                text
            }),
            required: is_required(facts, steps),
            relevant: is_relevant(facts, steps),
        }
    }
}

/// The fields that a change at a path may change: those around it, what is there, and those that other fields decide
/// about. They come in document order, those that are absent last.
pub(super) fn affected(document: &Document<'static>, path: &Path) -> Vec<Path> {
    let steps = path.segments();
    let around = (1..=steps.len()).map(|depth| Path(steps[..depth].to_vec()));
    let inside = document.locate(steps).into_iter().flat_map(|at| {
        let is_field = |at: &usize| document.nodes()[*at].kind.is_some();
        (at + 1..document.nodes()[at].end).filter(is_field).map(|at| document.path(at))
    });
    let by_relevance = RELEVANCE.iter().map(|row| (row.field, row.by));
    let by_requirement = REQUIREMENTS.iter().filter_map(|row| Some((row.field, row.when.reads()?)));
    let decided = by_relevance
        .chain(by_requirement)
        .filter(|(_, by)| meets(by, steps))
        .flat_map(|(field, _)| paths(field, document, steps));
    let mut seen = BTreeSet::new();
    around.chain(inside).chain(decided).filter(|path| seen.insert(path.clone())).collect()
}

/// Whether a value is there; `null` counts as absent.
pub(super) fn is_there(document: &Document<'_>, path: &Path) -> bool {
    document.locate(path.segments()).is_some_and(|at| document.nodes()[at].value != Value::Null)
}
