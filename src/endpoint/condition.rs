//! What one field asks of another, as data. From a condition follow the validator's issue, what a form calls required,
//! relevant and locked, the JSON Schema and what that cannot state, and the documentation.

use super::constraint::Constraint;
use super::context::{Context, Reporter};
use super::field_path::FieldPath;
use super::profile::Profile;
use crate::issue::IssueCode;
use crate::text::locale::Bilingual;

/// The values of a condition: those of an enumeration, or `true` and `false`.
pub type Values = &'static [&'static str];

/// A statement about fields. Payload means what is to change, card the card's current state.
#[derive(Clone, Copy)]
pub enum Condition {
    /// The payload holds at least one field that the table lists.
    AnyField {
        /// The payload itself.
        whole: &'static FieldPath,
        /// It holds nothing.
        nothing: IssueCode,
        /// It holds other keys only. The parameters of its issue say where the fields are: see
        /// [`IssueCode::NoKnownField`].
        no_field: IssueCode,
        /// Keys into which an older API puts its fields.
        old_keys: Values,
    },
    /// The field is required while something holds.
    Requires {
        /// The field that is required.
        field: &'static FieldPath,
        /// What requires it.
        when: When,
        /// It is absent, or empty.
        code: IssueCode,
        /// The card's own value will do, and only emptying the field is certainly wrong. It is absent, and what the card
        /// has is not known: this code. What the card's state does not hold is not known.
        unless_on_card: Option<IssueCode>,
    },
    /// Of two fields, each requires the other.
    Pair {
        /// The fields.
        fields: [&'static FieldPath; 2],
        /// One is filled in without the other, whose issue it is. Its parameter `other` is the name of the one.
        code: IssueCode,
    },
    /// The field means something only beside certain values of another one.
    OnlyWith {
        /// The field.
        field: &'static FieldPath,
        /// What decides.
        by: Operand,
        /// The values beside which it means something.
        values: Values,
        /// It is filled in beside another value. Without a code that is no issue: forms may hide it.
        code: Option<IssueCode>,
        /// Whether it is a warning as well that it is filled in while what decides is not known.
        doubts: bool,
    },
    /// What one value must be beyond its row.
    Value(Constraint),
    /// A boolean that has become `true` never becomes `false` again.
    NeverBack {
        /// The field.
        field: &'static FieldPath,
        /// The card has `true` and the payload `false`.
        code: IssueCode,
        /// The payload has `false`, and what the card has is not known.
        unverified: IssueCode,
    },
    /// A field must not be given while the card has certain values of another one.
    NeverWhile {
        /// The field.
        field: &'static FieldPath,
        /// The card's field that decides.
        card: &'static FieldPath,
        /// The values with which the first field must not be given.
        values: Values,
        /// It is given.
        code: IssueCode,
    },
    /// A choice that does not change. The parameters of its issue are `current` and `requested`.
    Stays {
        /// The field.
        field: &'static FieldPath,
        /// The payload's value is not the card's.
        code: IssueCode,
    },
    /// A choice that changes only among certain values. The parameters of its issues are `current` and `requested`.
    ChangesAmong {
        /// The field.
        field: &'static FieldPath,
        /// The values that may replace each other.
        values: Values,
        /// The card has another value, which changes.
        from: IssueCode,
        /// The payload has another value, and the card does not have it.
        to: IssueCode,
        /// The payload has another value, and what the card has is not known.
        unverified: IssueCode,
    },
    /// A field that the endpoint's own page does not list.
    Unlisted {
        /// The field.
        field: &'static FieldPath,
        /// It is given.
        code: IssueCode,
    },
    /// What no other condition can say.
    Check {
        /// The fields whose value it depends on.
        reads: &'static [&'static FieldPath],
        /// Looks at the fields and reports.
        check: Check,
        /// The errors among its issues, which no JSON Schema can state, and why.
        gaps: &'static [SchemaGap],
    },
}

/// A rule in code.
pub type Check = fn(&Context<'_>, &mut Reporter<'_>);

/// Errors that JSON Schema has no words for.
#[derive(Clone, Copy, Debug)]
pub struct SchemaGap {
    /// The field whose schema says so.
    pub field: &'static FieldPath,
    /// The errors.
    pub codes: &'static [IssueCode],
    /// Why.
    pub reason: Bilingual,
}

/// What requires a field.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Another field has one of these values.
    Has(Operand, Values),
    /// Another field of the payload is filled in.
    Filled(&'static FieldPath),
    /// The official page that applies.
    Profile(Profile),
}

/// Where a condition finds a field. A value that is neither a boolean nor a listed one counts as absent.
#[derive(Clone, Copy, Debug)]
pub enum Operand {
    /// In the payload.
    Payload(&'static FieldPath),
    /// In the payload, or else in the card.
    Either(&'static FieldPath),
    /// In the card.
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
