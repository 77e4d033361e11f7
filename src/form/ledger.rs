//! The issues of a form by where they come from, so that a change asks again only what may answer differently: the
//! checks of the values that changed and of those around them, and the rules that read them.

use std::ops::Range;

use crate::findings::{Findings, in_document_order};
use crate::issue::{Issue, Path};
use crate::json::Document;
use crate::rules::{Verdicts, meets, rules};
use crate::validator::Validator;

/// An issue, and the index of the value that it is about.
type Found = (usize, Issue);

/// What is known about a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    /// The findings of each value's checks, in step with the document. They are about the value or its members and
    /// counted from the value.
    checks: Vec<Vec<Found>>,
    /// The findings of each rule.
    verdicts: Vec<Vec<Found>>,
    /// The rules that were asked, for tests.
    #[cfg(test)]
    pub(super) asked: Vec<usize>,
}

/// The issues that a judgement took back and those that it gave.
#[derive(Debug, Default)]
pub(super) struct Revision {
    pub(super) before: Vec<Found>,
    pub(super) after: Vec<Found>,
}

impl Ledger {
    /// A ledger that is to be filled by [`judge`](Ledger::judge).
    pub(super) fn new(document: &Document<'static>) -> Ledger {
        Ledger { checks: vec![Vec::new(); document.nodes().len()], ..Ledger::default() }
    }

    /// Follows a splice of the document.
    pub(super) fn splice(&mut self, range: Range<usize>, length: usize, revision: &mut Revision) {
        let (start, old, new) = (range.start, range.end, range.start + length);
        let removed = self.checks.splice(range, std::iter::repeat_with(Vec::new).take(length));
        for (at, slot) in removed.enumerate() {
            revision.before.extend(slot.into_iter().map(|(offset, issue)| (start + at + offset, issue)));
        }
        for (at, _) in self.verdicts.iter_mut().flatten() {
            if *at >= old {
                *at = *at - old + new;
            }
        }
    }

    /// Judges again what a change at the path may have changed.
    pub(super) fn judge(
        &mut self,
        validator: &Validator,
        document: &Document<'static>,
        card: Option<&Document<'static>>,
        path: &Path,
        revision: &mut Revision,
    ) {
        self.check_around(validator, document, path, revision);
        let facts = validator.facts(document, card);
        let is_object = document.table(0).is_some();
        self.verdicts.resize_with(rules().count(), Vec::new);
        for (number, rule) in rules().enumerate() {
            let is_whole = path.segments().is_empty();
            if !is_whole && !rule.reads.iter().any(|place| meets(*place, path.segments())) {
                continue;
            }
            let mut findings = Findings::default();
            if is_object {
                #[cfg(test)]
                self.asked.push(number);
                (rule.check)(&facts, &mut Verdicts::new(document, &mut findings));
            }
            let found = findings.into_found();
            revision.after.extend_from_slice(&found);
            revision.before.append(&mut std::mem::replace(&mut self.verdicts[number], found));
        }
    }

    /// Checks the value at the path with all that it holds, and the values around it by themselves.
    fn check_around(
        &mut self,
        validator: &Validator,
        document: &Document<'static>,
        path: &Path,
        revision: &mut Revision,
    ) {
        let mut around = 0;
        for step in path.segments() {
            self.check(validator, document, around, revision);
            match document.child(around, step) {
                Some(next) => around = next,
                None => return,
            }
        }
        for at in around..document.nodes()[around].end {
            self.check(validator, document, at, revision);
        }
    }

    fn check(
        &mut self,
        validator: &Validator,
        document: &Document<'static>,
        at: usize,
        revision: &mut Revision,
    ) {
        let mut findings = Findings::default();
        validator.check(document, at, &mut findings);
        let found = findings.into_found();
        revision.after.extend_from_slice(&found);
        let from_here = found.into_iter().map(|(about, issue)| (about - at, issue)).collect();
        let before = std::mem::replace(&mut self.checks[at], from_here);
        revision.before.extend(before.into_iter().map(|(offset, issue)| (at + offset, issue)));
    }

    /// All issues, in document order; those of one value in the order in which a validator finds them.
    pub(super) fn issues(&self) -> impl Iterator<Item = &Issue> {
        let checks = self.checks.iter().enumerate();
        let checks =
            checks.flat_map(|(at, slot)| slot.iter().map(move |(offset, issue)| (at + offset, issue)));
        let verdicts = self.verdicts.iter().flatten().map(|(at, issue)| (*at, issue));
        let found: Vec<(usize, &Issue)> = checks.chain(verdicts).collect();
        in_document_order(found).into_iter()
    }
}
