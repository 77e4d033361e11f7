//! What the rules look at.

use super::Place;
use crate::findings::Findings;
use crate::issue::{Issue, IssueCode};
use crate::json::{Document, Value, Whole, whole};
use crate::validator::Profile;

/// A document as the rules see it. A value of the wrong type counts as absent: that is reported already.
#[derive(Clone, Copy)]
pub(crate) struct Side<'d>(pub(crate) &'d Document<'d>);

impl<'d> Side<'d> {
    fn find(self, place: Place) -> Option<usize> {
        place.find(self.0)
    }

    pub(super) fn value(self, place: Place) -> Option<&'d Value<'d>> {
        self.find(place).map(|at| &self.0.nodes()[at].value)
    }

    /// Whether the field is there at all.
    pub(crate) fn has(self, place: Place) -> bool {
        self.find(place).is_some()
    }

    /// Whether the field is absent or an empty text. A value of another type is there, and reported already.
    pub(crate) fn lacks(self, place: Place) -> bool {
        !self.has(place) || self.text(place) == Some("")
    }

    /// Whether the field is there and is an object.
    pub(crate) fn is_object(self, place: Place) -> bool {
        matches!(self.value(place), Some(Value::Object))
    }

    pub(crate) fn text(self, place: Place) -> Option<&'d str> {
        match self.value(place) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The text, if it is one of the values that the table lists for it.
    pub(crate) fn choice(self, place: Place) -> Option<&'d str> {
        self.find(place).and_then(|at| self.0.nodes()[at].choice())
    }

    /// The text, unless it is empty.
    pub(crate) fn filled(self, place: Place) -> Option<&'d str> {
        self.text(place).filter(|text| !text.is_empty())
    }

    pub(crate) fn boolean(self, place: Place) -> Option<bool> {
        match self.value(place) {
            Some(Value::Boolean(value)) => Some(*value),
            _ => None,
        }
    }

    pub(crate) fn integer(self, place: Place) -> Option<i64> {
        match self.value(place) {
            Some(Value::Number(number)) => match whole(number) {
                Whole::Integer(value) => Some(value),
                Whole::Beyond | Whole::Fraction => None,
            },
            _ => None,
        }
    }
}

/// Everything that a rule may depend on.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'d> {
    /// What is to change.
    pub(crate) update: Side<'d>,
    /// The card as it is now, if the caller knows it. What it does not hold is not known: no rule may take it for absent.
    pub(crate) current: Option<Side<'d>>,
    /// Which of the two official pages applies.
    pub(crate) profile: Profile,
    /// The present, in milliseconds since the epoch.
    pub(crate) now: Option<i64>,
}

/// Where rules report.
pub(crate) struct Verdicts<'f> {
    document: &'f Document<'f>,
    findings: &'f mut Findings,
}

impl<'f> Verdicts<'f> {
    pub(crate) fn new(document: &'f Document<'f>, findings: &'f mut Findings) -> Self {
        Verdicts { document, findings }
    }

    /// Reports an issue without parameters.
    pub(crate) fn add(&mut self, code: IssueCode, place: Place) {
        self.report(issue(code, place), place);
    }

    /// Reports an issue about a field. One that is absent is told with the object that should hold it.
    pub(crate) fn report(&mut self, issue: Issue, place: Place) {
        let around = || (0..place.len()).rev().find_map(|depth| self.document.find(&place[..depth]));
        let at = place.find(self.document).or_else(around);
        self.findings.add(at.unwrap_or(0), issue);
    }

    /// Reports an issue about the value at an index of the document.
    pub(crate) fn report_at(&mut self, at: usize, issue: Issue) {
        self.findings.add(at, issue);
    }
}

/// A new issue about a field.
pub(crate) fn issue(code: IssueCode, place: Place) -> Issue {
    Issue::new(code, place.path())
}
