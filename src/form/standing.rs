//! How fields stand beside the others.

use crate::issue::{Path, Segment};
use crate::rules::{Facts, RELEVANCE, REQUIREMENTS, Scope, is_relevant, is_required, paths};

/// What the other fields make of a field.
#[derive(Debug, PartialEq)]
pub(super) struct Standing {
    pub(super) required: bool,
    pub(super) relevant: bool,
}

impl Standing {
    pub(super) fn new(facts: &Facts<'_>, path: &[Segment]) -> Standing {
        Standing { required: is_required(facts, path), relevant: is_relevant(facts, path) }
    }
}

/// A field that others decide about, with its standing: where it is or may be, one after another in the items of a list.
pub(super) type Decided = Vec<(Path, Standing)>;

/// The fields about which a change at a path may decide.
pub(super) fn decided(facts: &Facts<'_>, path: &[Segment]) -> Vec<Decided> {
    let by_relevance = RELEVANCE.iter().map(|row| (row.field, row.by));
    let by_requirement = REQUIREMENTS.iter().filter_map(|row| Some((row.field, row.when.reads()?)));
    let scope = Scope::new(path);
    let mut fields = Vec::new();
    for (field, by) in by_relevance.chain(by_requirement) {
        if scope.meets(by) && !fields.contains(&field) {
            fields.push(field);
        }
    }
    let with_standing = |path: Path| {
        let standing = Standing::new(facts, path.segments());
        (path, standing)
    };
    let everywhere = |field| paths(field, facts.update.0, path).into_iter().map(with_standing).collect();
    fields.into_iter().map(everywhere).collect()
}
