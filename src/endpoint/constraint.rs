//! What a rule asks of one value, where its row cannot say so: the endpoints that share the row differ in it, or in how
//! grave it is.

use super::context::{Context, Reporter, issue};
use super::duplicates::{duplicate, repeated_items};
use super::field_path::FieldPath;
use crate::issue::{IssueCode, TextList};
use crate::schema::UniqueBy;

/// What a value must be beyond its row.
#[derive(Clone, Copy)]
pub struct Constraint {
    /// The field.
    pub field: &'static FieldPath,
    /// The same in a keyword of JSON Schema.
    pub keyword: Keyword,
    /// The issue of a value that is not so.
    pub code: IssueCode,
    /// Looks at the value and reports. It stands here so that a program holds the checks that its rules use, and no others.
    pub(crate) check: fn(&Constraint, &Context<'_>, &mut Reporter<'_>),
}

/// A keyword of JSON Schema.
#[derive(Clone, Copy)]
pub enum Keyword {
    /// A choice has one of these values.
    Enum(&'static [&'static str]),
    /// A number, which its row has let be 0, is more.
    Minimum(i64),
    /// Nothing in a list stands twice.
    UniqueItems,
    /// A text has a form, by the function and by the regular expression.
    Pattern(fn(&str) -> bool, &'static str),
}

impl Constraint {
    /// Of the values that a choice has, only these are taken at present. The parameters of its issue are `actual` and
    /// `allowed`.
    pub const fn one_of(
        field: &'static FieldPath,
        values: &'static [&'static str],
        code: IssueCode,
    ) -> Constraint {
        Constraint { field, keyword: Keyword::Enum(values), code, check: check_one_of }
    }

    /// A number that is more than 0: its row has let 0 pass.
    pub const fn positive(field: &'static FieldPath) -> Constraint {
        Constraint { field, keyword: Keyword::Minimum(1), code: IssueCode::TooSmall, check: check_positive }
    }

    /// A list in which nothing stands twice.
    pub const fn unique_items(field: &'static FieldPath) -> Constraint {
        Constraint {
            field,
            keyword: Keyword::UniqueItems,
            code: IssueCode::DuplicateItem,
            check: check_unique_items,
        }
    }

    /// A text of the form that a function knows, and a regular expression says to JSON Schema. An empty text is reported
    /// already, where it is wrong.
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
