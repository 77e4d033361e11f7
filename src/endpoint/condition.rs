//! Conditions between fields, as data. Validation, forms (required, relevant, locked), JSON Schema and documentation
//! all derive from them.

use super::constraint::Constraint;
use super::context::{Context, Reporter};
use super::field_path::FieldPath;
use super::options::Profile;
use crate::issue::IssueCode;
use crate::text::locale::Bilingual;

/// The values of a condition: those of an enumeration, or `true` and `false`.
pub type Values = &'static [&'static str];

/// A condition. The payload is the request's body, the card is its current state.
#[derive(Clone, Copy)]
pub enum Condition {
    /// The payload has at least one listed field.
    AnyField {
        /// The payload itself.
        whole: &'static FieldPath,
        /// Reported if the payload is empty.
        nothing: IssueCode,
        /// Reported if it has only other keys. The parameters hint at the fields: see [`IssueCode::NoKnownField`].
        no_field: IssueCode,
        /// Keys in which an older API nests its fields.
        old_keys: Values,
    },
    /// A field is required under a condition.
    Requires {
        /// The required field.
        field: &'static FieldPath,
        /// The condition.
        when: When,
        /// Reported if the field is absent or empty.
        code: IssueCode,
        /// If set, the card's own value suffices, so only emptying the field is certainly wrong. This code is reported
        /// if the field is absent and the card's value is unknown.
        unless_on_card: Option<IssueCode>,
    },
    /// Two fields require each other.
    Pair {
        /// The fields.
        fields: [&'static FieldPath; 2],
        /// Reported for the missing field; the parameter `other` names the other one.
        code: IssueCode,
    },
    /// A field applies only with certain values of another one.
    OnlyWith {
        /// The dependent field.
        field: &'static FieldPath,
        /// The field that decides.
        by: Operand,
        /// The values with which the field applies.
        values: Values,
        /// Reported if the field is given with another value. Without a code, this is not an issue, but forms may hide
        /// the field.
        code: Option<IssueCode>,
        /// Whether to warn if the deciding value is unknown.
        doubts: bool,
    },
    /// A constraint on one value, beyond its row.
    Value(Constraint),
    /// A boolean that never changes from `true` to `false`.
    NeverBack {
        /// The field.
        field: &'static FieldPath,
        /// Reported if the card has `true` and the payload `false`.
        code: IssueCode,
        /// Reported if the payload has `false` and the card's value is unknown.
        unverified: IssueCode,
    },
    /// A field that must not be given while the card has certain values of another one.
    NeverWhile {
        /// The field.
        field: &'static FieldPath,
        /// The card's deciding field.
        card: &'static FieldPath,
        /// The deciding values.
        values: Values,
        /// Reported if the field is given.
        code: IssueCode,
    },
    /// A choice that cannot change. The issue has the parameters `current` and `requested`.
    Stays {
        /// The field.
        field: &'static FieldPath,
        /// Reported if the payload's value differs from the card's.
        code: IssueCode,
    },
    /// A choice that can change only among certain values. The issues have the parameters `current` and `requested`.
    ChangesAmong {
        /// The field.
        field: &'static FieldPath,
        /// The interchangeable values.
        values: Values,
        /// Reported if the card has another value, which the payload would change.
        from: IssueCode,
        /// Reported if the payload has another value than these, unlike the card.
        to: IssueCode,
        /// Reported if the payload has another value than these, and the card's is unknown.
        unverified: IssueCode,
    },
    /// A field that the endpoint's page does not list.
    Unlisted {
        /// The field.
        field: &'static FieldPath,
        /// Reported if the field is given.
        code: IssueCode,
    },
    /// Anything else, as a function.
    Check {
        /// The fields it reads.
        reads: &'static [&'static FieldPath],
        /// Examines the fields and reports issues.
        check: Check,
        /// Its errors that JSON Schema cannot express, with reasons.
        gaps: &'static [SchemaGap],
    },
}

/// A rule as a function.
pub type Check = fn(&Context<'_>, &mut Reporter<'_>);

/// Errors that JSON Schema cannot express.
#[derive(Clone, Copy, Debug)]
pub struct SchemaGap {
    /// The field whose schema mentions them.
    pub field: &'static FieldPath,
    /// The errors.
    pub codes: &'static [IssueCode],
    /// The reason.
    pub reason: Bilingual,
}

/// The condition under which a field is required.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Another field has one of these values.
    Has(Operand, Values),
    /// Another field of the payload is given and not empty.
    Filled(&'static FieldPath),
    /// The given documentation page applies.
    Profile(Profile),
}

/// Where a condition looks up a field. A value of the wrong type, or an unlisted choice, counts as absent.
#[derive(Clone, Copy, Debug)]
pub enum Operand {
    /// The payload.
    Payload(&'static FieldPath),
    /// The payload, or else the card.
    Either(&'static FieldPath),
    /// The card.
    Card(&'static FieldPath),
}

impl Operand {
    /// The field.
    pub const fn field(&self) -> &'static FieldPath {
        match self {
            Operand::Payload(field) | Operand::Either(field) | Operand::Card(field) => field,
        }
    }
}
