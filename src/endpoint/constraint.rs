//! Constraints on one value that its row cannot state, because endpoints that share the row differ in the constraint or
//! its severity.

use super::context::{Context, Reporter, issue};
use super::duplicates::{duplicate, repeated_items};
use super::field_path::FieldPath;
use crate::issue::{IssueCode, TextList};
use crate::schema::UniqueBy;

/// A constraint on one value, beyond its row.
#[derive(Clone, Copy)]
pub struct Constraint {
    /// The field.
    pub field: &'static FieldPath,
    /// The equivalent JSON Schema keyword.
    pub keyword: Keyword,
    /// Reported if the value violates it.
    pub code: IssueCode,
    /// The check, as a pointer: a program then contains only the checks that its rules use.
    pub(crate) check: fn(&Constraint, &Context<'_>, &mut Reporter<'_>),
}

/// A JSON Schema keyword.
#[derive(Clone, Copy)]
pub enum Keyword {
    /// The values that a choice may have.
    Enum(&'static [&'static str]),
    /// The minimum of a number whose row allows 0.
    Minimum(i64),
    /// A list without duplicates.
    UniqueItems,
    /// A format, as a function and as a regular expression.
    Pattern(fn(&str) -> bool, &'static str),
}

impl Constraint {
    /// Limits a choice to the values that are accepted at present. The issue has the parameters `actual` and `allowed`.
    pub const fn one_of(
        field: &'static FieldPath,
        values: &'static [&'static str],
        code: IssueCode,
    ) -> Constraint {
        Constraint { field, keyword: Keyword::Enum(values), code, check: check_one_of }
    }

    /// Requires a number above 0, where its row allows 0.
    pub const fn positive(field: &'static FieldPath) -> Constraint {
        Constraint { field, keyword: Keyword::Minimum(1), code: IssueCode::TooSmall, check: check_positive }
    }

    /// Requires a list without duplicates.
    pub const fn unique_items(field: &'static FieldPath) -> Constraint {
        Constraint {
            field,
            keyword: Keyword::UniqueItems,
            code: IssueCode::DuplicateItem,
            check: check_unique_items,
        }
    }

    /// Requires a format, as a function for validation and as a regular expression for JSON Schema. Empty texts are
    /// left to the row.
    pub const fn pattern(
        field: &'static FieldPath,
        fits: fn(&str) -> bool,
        pattern: &'static str,
        code: IssueCode,
    ) -> Constraint {
        Constraint { field, keyword: Keyword::Pattern(fits, pattern), code, check: check_pattern }
    }
}

fn check_one_of(constraint: &Constraint, context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let (Keyword::Enum(values), Some(actual)) =
        (constraint.keyword, context.payload.choice(constraint.field))
    else {
        return;
    };
    if !values.contains(&actual) {
        let closed = issue(constraint.code, constraint.field).with("allowed", TextList::from(values));
        reporter.report(closed.quoting("actual", actual), constraint.field);
    }
}

fn check_positive(constraint: &Constraint, context: &Context<'_>, reporter: &mut Reporter<'_>) {
    if context.payload.integer(constraint.field) == Some(0) {
        let small = issue(constraint.code, constraint.field).with("min", 1_i64);
        reporter.report(small.with("actual", 0_i64), constraint.field);
    }
}

fn check_unique_items(constraint: &Constraint, context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let document = context.payload.0;
    let Some(list) = constraint.field.find(document) else { return };
    for (first, again) in repeated_items(document, list, UniqueBy::Value) {
        reporter.report_at(again, duplicate(document, first, again));
    }
}

fn check_pattern(constraint: &Constraint, context: &Context<'_>, reporter: &mut Reporter<'_>) {
    if let Keyword::Pattern(fits, _) = constraint.keyword
        && context.payload.filled(constraint.field).is_some_and(|text| !fits(text))
    {
        reporter.add(constraint.code, constraint.field);
    }
}
