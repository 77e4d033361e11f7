//! Which fields an edit may change, and what there is to compare.

use std::collections::BTreeSet;

use crate::issue::Path;
use crate::json::{Document, write_as_is};
use crate::rules::{Facts, RELEVANCE, REQUIREMENTS, is_relevant, is_required, meets, paths as places};

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
        let value = document.locate(path.segments()).map(|at| {
            let mut text = String::new();
            write_as_is(document, at, &mut text);
            text
        });
        Facets { value, ..Facets::of_absent(facts, path) }
    }

    /// Those of a field that is known to be absent.
    pub(super) fn of_absent(facts: &Facts<'_>, path: &Path) -> Facets {
        let steps = path.segments();
        Facets { value: None, required: is_required(facts, steps), relevant: is_relevant(facts, steps) }
    }
}

/// The fields that a change at a path may change, apart from the values around it: what is there, and those that other
/// fields decide about. They come in document order, those that are absent last.
pub(super) fn affected(document: &Document<'static>, path: &Path) -> Vec<Path> {
    let steps = path.segments();
    let mut paths = Vec::new();
    if !steps.is_empty() {
        paths.push(path.clone());
    }
    if let Some(at) = document.locate(steps) {
        inside(document, at, &mut paths);
    }
    let by_relevance = RELEVANCE.iter().map(|row| (row.field, row.by));
    let by_requirement = REQUIREMENTS.iter().filter_map(|row| Some((row.field, row.when.reads()?)));
    let mut known: BTreeSet<Path> = paths.iter().cloned().collect();
    for (field, _) in by_relevance.chain(by_requirement).filter(|(_, by)| meets(*by, steps)) {
        paths.extend(places(field, document, steps).into_iter().filter(|path| known.insert(path.clone())));
    }
    paths
}

/// The fields below a value; of those of the same path, the first.
fn inside(document: &Document<'static>, at: usize, paths: &mut Vec<Path>) {
    let nodes = document.nodes();
    let end = nodes[at].end;
    let mut next = at + 1;
    while next < end {
        let node = &nodes[next];
        let is_first = || node.name.key().is_none_or(|key| document.member(node.parent, key) == Some(next));
        if node.kind.is_some() && is_first() {
            paths.push(document.path(next));
            next += 1;
        } else {
            next = node.end;
        }
    }
}

/// Whether a value is there; `null` counts as absent.
pub(super) fn is_there(document: &Document<'_>, path: &Path) -> bool {
    document.locate(path.segments()).is_some_and(|at| !document.nodes()[at].value.is_null())
}
