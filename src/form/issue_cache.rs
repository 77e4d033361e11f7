//! Caches the issues of a form by origin, so that a change only reruns the checks of affected values and the rules that
//! read them.

use std::ops::Range;

use super::field_conditions::reads;
use super::field_paths::ChangedPath;
use crate::endpoint::{Context, Endpoint, Reporter};
use crate::issue::findings::{Abridged, Findings, in_document_order};
use crate::issue::{Issue, IssueCode, MAX_LISTED_ISSUES, Path, Segment};
use crate::json::{Document, Value};
use crate::validate::Validator;
use crate::validate::conditions::evaluate;

/// An issue, and the index of the value that it is about.
type Found = (usize, Issue);

/// The cached issues of a document.
///
/// If a document has more issues than are listed, only the listed ones are cached, and each change checks the whole
/// document again.
#[derive(Clone, Debug)]
pub(super) struct IssueCache {
    /// The issues of each value's checks, parallel to the document's nodes. They are about the value or its members;
    /// indices are relative to the value, and in document order.
    value_issues: Vec<Vec<Found>>,
    /// The issues of each rule, in document order.
    rule_issues: Vec<Vec<Found>>,
    /// The number of cached issues.
    count: usize,
    /// The issues of a document with too many. The lists above are empty then.
    abridged: Option<Abridged>,
    /// The evaluated rules, for tests.
    #[cfg(test)]
    pub(super) evaluated: Vec<usize>,
}

/// Issues that an update of the cache removed and added. An issue that was found again unchanged is in neither or in
/// both.
#[derive(Debug, Default)]
pub(super) struct IssueDiff {
    pub(super) before: Vec<Found>,
    pub(super) after: Vec<Found>,
}

impl IssueCache {
    /// An empty cache; [`update`](IssueCache::update) fills it.
    pub(super) fn new(endpoint: &Endpoint, document: &Document<'static>) -> IssueCache {
        IssueCache {
            value_issues: vec![Vec::new(); document.nodes().len()],
            rule_issues: vec![Vec::new(); endpoint.rules().count()],
            count: 0,
            abridged: None,
            #[cfg(test)]
            evaluated: Vec::new(),
        }
    }

    /// Follows a splice of the document.
    pub(super) fn splice(&mut self, range: Range<usize>, length: usize, diff: &mut IssueDiff) {
        if self.abridged.is_some() {
            return;
        }
        let (start, old, new) = (range.start, range.end, range.start + length);
        let removed = self.value_issues.splice(range, std::iter::repeat_with(Vec::new).take(length));
        for (at, slot) in removed.enumerate() {
            self.count -= slot.len();
            diff.before.extend(slot.into_iter().map(|(offset, issue)| (start + at + offset, issue)));
        }
        if new != old {
            for (at, _) in self.rule_issues.iter_mut().flatten().filter(|(at, _)| *at >= old) {
                *at = *at - old + new;
            }
        }
    }

    /// Updates the issues that a change at the path may affect. `in_place` means that later values have not moved.
    pub(super) fn update(
        &mut self,
        validator: &Validator,
        context: &Context<'_>,
        path: &Path,
        in_place: bool,
        diff: &mut IssueDiff,
    ) {
        if let Some(before) = self.abridged.take() {
            diff.before.extend(before.listed);
            return self.rebuild(validator, context, diff);
        }
        self.check_around(validator, context.payload.0, path, in_place, diff);
        self.evaluate_rules(validator, context, path, diff);
        if self.has_too_many() {
            diff.before.extend(self.take_all());
            self.rebuild(validator, context, diff);
        }
    }

    /// Checks a whole document that may have too many issues.
    fn rebuild(&mut self, validator: &Validator, context: &Context<'_>, diff: &mut IssueDiff) {
        let document = context.payload.0;
        let mut findings = Findings::with_late_at_fields();
        validator.inspect(document, context.card.map(|card| card.0), &mut findings);
        let found = findings.into_abridged();
        diff.after.extend(found.listed.iter().cloned());
        if found.listed.len() > MAX_LISTED_ISSUES {
            self.abridged = Some(found);
            return;
        }
        self.value_issues = vec![Vec::new(); document.nodes().len()];
        let whole = Path::root();
        self.check_around(validator, document, &whole, true, &mut IssueDiff::default());
        self.evaluate_rules(validator, context, &whole, &mut IssueDiff::default());
    }

    fn has_too_many(&self) -> bool {
        self.count > MAX_LISTED_ISSUES
    }

    /// Takes out all cached issues.
    fn take_all(&mut self) -> Vec<Found> {
        self.count = 0;
        let mut all = Vec::new();
        for (at, slot) in std::mem::take(&mut self.value_issues).into_iter().enumerate() {
            all.extend(slot.into_iter().map(|(offset, issue)| (at + offset, issue)));
        }
        self.rule_issues.iter_mut().for_each(|slot| all.append(slot));
        all
    }

    /// Reevaluates the rules that a change at the path may affect.
    fn evaluate_rules(
        &mut self,
        validator: &Validator,
        context: &Context<'_>,
        path: &Path,
        diff: &mut IssueDiff,
    ) {
        let document = context.payload.0;
        let change = ChangedPath::new(path.segments(), validator.endpoint().body.object());
        let is_whole = path.segments().is_empty();
        let is_object = document.table(0).is_some();
        for (number, rule) in validator.endpoint().rules().enumerate() {
            if self.has_too_many() {
                return;
            }
            if !is_whole && !reads(rule, &change) {
                continue;
            }
            let mut findings = Findings::default();
            if is_object {
                #[cfg(test)]
                self.evaluated.push(number);
                evaluate(rule, context, &mut Reporter::new(document, &mut findings));
            }
            replace(&mut self.rule_issues[number], &mut self.count, findings, 0, diff);
        }
    }

    /// Checks the value at the path with its contents, and the enclosing values whose own checks may change. An
    /// object's checks depend only on the keys and positions of its members.
    fn check_around(
        &mut self,
        validator: &Validator,
        document: &Document<'_>,
        path: &Path,
        in_place: bool,
        diff: &mut IssueDiff,
    ) {
        let mut around = 0;
        for step in path.segments() {
            if !in_place || document.nodes()[around].value != Value::Object {
                self.check(validator, document, around, diff);
            }
            match document.child(around, step) {
                Some(next) => around = next,
                None => return,
            }
        }
        for at in around..document.nodes()[around].end {
            if self.has_too_many() {
                return;
            }
            self.check(validator, document, at, diff);
        }
    }

    fn check(&mut self, validator: &Validator, document: &Document<'_>, at: usize, diff: &mut IssueDiff) {
        let mut findings = Findings::default();
        validator.check(document, at, &mut findings);
        replace(&mut self.value_issues[at], &mut self.count, findings, at, diff);
    }

    /// All issues, in document order; those of one value in the validator's order.
    pub(super) fn issues<'l>(&'l self) -> impl Iterator<Item = &'l Issue> {
        let mut all: Vec<(usize, &Issue)> = Vec::new();
        let mut add = |from: usize, slot: &'l [Found]| {
            all.extend(slot.iter().map(|(offset, issue)| (from + offset, issue)));
        };
        self.value_issues.iter().enumerate().for_each(|(at, slot)| add(at, slot));
        self.rule_issues.iter().for_each(|slot| add(0, slot));
        self.abridged.iter().for_each(|abridged| add(0, &abridged.listed));
        in_document_order(all).into_iter()
    }

    /// The issues at a path, in the same order. If there are too many, those past the limit are missing unless they are
    /// at a numbered field.
    pub(super) fn issues_at(&self, document: &Document<'_>, path: &Path) -> Vec<Issue> {
        if let Some(abridged) = &self.abridged {
            let is_here = |(_, issue): &&Found| issue.path == *path && issue.code != IssueCode::TooManyIssues;
            let found =
                abridged.listed.iter().filter(is_here).chain(abridged.late_at_fields.iter().filter(is_here));
            return in_document_order(found.take(MAX_LISTED_ISSUES).cloned().collect());
        }
        let way = nodes_along(document, path);
        let mut found = Vec::new();
        let mut add = |slot: &[Found], from: usize, at: usize| {
            let first = slot.partition_point(|(offset, _)| from + offset < at);
            let here = slot[first..].iter().take_while(|(offset, _)| from + offset == at);
            found.extend(here.filter(|(_, issue)| issue.path == *path).map(|(_, issue)| (at, issue.clone())));
        };
        let depth = path.segments().len();
        if way.len() == depth {
            // An issue about a missing member is positioned at the object.
            for at in way[depth - 1].iter().copied() {
                add(&self.value_issues[at], at, at);
            }
        }
        if let Some(ends) = way.get(depth) {
            for at in ends.iter().copied() {
                let parent = document.nodes()[at].parent;
                if parent != at {
                    add(&self.value_issues[parent], parent, at);
                }
                add(&self.value_issues[at], at, at);
            }
        }
        for slot in self.rule_issues.iter().filter(|slot| !slot.is_empty()) {
            // An issue about an absent field is positioned at an enclosing value.
            for at in way.iter().flatten().copied() {
                add(slot, 0, at);
            }
        }
        in_document_order(found)
    }
}

/// The values along a path, segment by segment: more than one for duplicate keys.
fn nodes_along(document: &Document<'_>, path: &Path) -> Vec<Vec<usize>> {
    let mut way = vec![vec![0]];
    for step in path.segments() {
        let mut next = Vec::new();
        for at in way[way.len() - 1].iter().copied() {
            match step {
                Segment::Key(key) => {
                    let is_it = |member: &usize| document.nodes()[*member].name.key() == Some(key);
                    next.extend(document.members(at).filter(is_it));
                }
                Segment::Index(_) => next.extend(document.child(at, step)),
            }
        }
        if next.is_empty() {
            break;
        }
        way.push(next);
    }
    way
}

/// Replaces cached issues and records the difference.
fn replace(slot: &mut Vec<Found>, count: &mut usize, findings: Findings, at: usize, diff: &mut IssueDiff) {
    let mut found = findings.into_found();
    for (about, _) in &mut found {
        *about -= at;
    }
    found.sort_by_key(|(about, _)| *about);
    if found != *slot {
        *count = *count + found.len() - slot.len();
        let absolute = |(offset, issue): Found| (at + offset, issue);
        diff.after.extend(found.iter().cloned().map(absolute));
        diff.before.extend(std::mem::replace(slot, found).into_iter().map(absolute));
    }
}
