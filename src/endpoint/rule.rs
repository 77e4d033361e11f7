//! Rules, one row each.
//!
//! A rule names the fields it reads. A form reevaluates it only when one of them changes.

use super::condition::{Check, Condition, Operand, SchemaGap, When};
use super::constraint::Constraint;
use super::field_path::FieldPath;
use super::field_set::FieldSet;
use crate::issue::IssueCode;
use crate::schema::Severity;
#[cfg(feature = "form")]
use crate::text::locale::Bilingual;

/// A rule of an endpoint: a condition with its severity.
pub struct Rule {
    pub(crate) condition: Condition,
    /// Overrides the severity of the codes.
    pub(crate) severity: Option<Severity>,
    /// The rule is skipped if the payload has none of these fields.
    pub(crate) fields: FieldSet,
    /// Decisions about other fields can change only if one of these does. Testing this set first reduces the decisions
    /// of a keystroke from 7,118 instructions to 1,362.
    #[cfg(feature = "form")]
    pub(crate) deciders: FieldSet,
    /// Why the card locks the field.
    #[cfg(feature = "form")]
    pub(crate) reason: Option<Bilingual>,
}

impl Rule {
    /// A rule that applies if the payload has at least one of its fields.
    pub const fn new(condition: Condition) -> Rule {
        Rule {
            fields: payload_fields(&condition),
            #[cfg(feature = "form")]
            deciders: deciders(&condition),
            condition,
            severity: None,
            #[cfg(feature = "form")]
            reason: None,
        }
    }

    /// A rule as a function that reads these fields.
    pub const fn check(reads: &'static [&'static FieldPath], check: Check) -> Rule {
        Rule::new(Condition::Check { reads, check, gaps: &[] })
    }

    /// A rule as a function, with errors that JSON Schema cannot express.
    pub const fn check_with_gaps(
        reads: &'static [&'static FieldPath],
        check: Check,
        gaps: &'static [SchemaGap],
    ) -> Rule {
        Rule::new(Condition::Check { reads, check, gaps })
    }

    /// A field that is required under a condition.
    pub const fn requires(field: &'static FieldPath, when: When, code: IssueCode) -> Rule {
        Rule::new(Condition::Requires { field, when, code, unless_on_card: None })
    }

    /// A field that is required under a condition, unless the card has it. The second code is reported if the card's
    /// value is unknown.
    pub const fn requires_unless_on_card(
        field: &'static FieldPath,
        when: When,
        code: IssueCode,
        unverified: IssueCode,
    ) -> Rule {
        Rule::new(Condition::Requires { field, when, code, unless_on_card: Some(unverified) })
    }

    /// A field that applies only with these values of another one.
    pub const fn only_with(
        field: &'static FieldPath,
        by: Operand,
        values: &'static [&'static str],
        code: Option<IssueCode>,
    ) -> Rule {
        Rule::new(Condition::OnlyWith { field, by, values, code, doubts: false })
    }

    /// The same, with a warning if the deciding value is unknown.
    pub const fn only_with_known(
        field: &'static FieldPath,
        by: Operand,
        values: &'static [&'static str],
        code: IssueCode,
    ) -> Rule {
        Rule::new(Condition::OnlyWith { field, by, values, code: Some(code), doubts: true })
    }

    /// A constraint on one value.
    pub const fn value(constraint: Constraint) -> Rule {
        Rule::new(Condition::Value(constraint))
    }

    /// Applies the rule to every payload.
    #[must_use]
    pub const fn of_any_payload(self) -> Rule {
        Rule { fields: FieldSet::ALL, ..self }
    }

    /// Sets the severity, according to the sources of this endpoint.
    #[must_use]
    pub const fn severity(self, severity: Severity) -> Rule {
        Rule { severity: Some(severity), ..self }
    }

    /// Whether an issue with this code is an error here.
    #[cfg(feature = "json-schema")]
    pub(crate) fn is_error(&self, code: IssueCode) -> bool {
        self.severity.unwrap_or(code.severity()) == Severity::Error
    }

    /// Sets the reason why the card locks the field, in both languages.
    #[must_use]
    pub const fn reason(self, zh: &'static str, en: &'static str) -> Rule {
        #[cfg(feature = "form")]
        let rule = Rule { reason: Some(Bilingual { zh, en }), ..self };
        #[cfg(not(feature = "form"))]
        let (rule, _) = (self, (zh, en));
        rule
    }
}

/// The fields of the payload that a condition reads.
pub(crate) const fn fields_of(condition: &Condition) -> [Option<&'static FieldPath>; 2] {
    match condition {
        Condition::Requires { field, when, .. } => match when {
            When::Has(Operand::Payload(by) | Operand::Either(by), _) | When::Filled(by) => {
                [Some(field), Some(by)]
            }
            When::Has(Operand::Card(_), _) | When::Profile(_) => [Some(field), None],
        },
        Condition::AnyField { whole, .. } => [Some(whole), None],
        Condition::Pair { fields: [one, other], .. } => [Some(one), Some(other)],
        Condition::OnlyWith { field, by: Operand::Payload(by) | Operand::Either(by), .. } => {
            [Some(field), Some(by)]
        }
        Condition::OnlyWith { field, by: Operand::Card(_), .. }
        | Condition::NeverBack { field, .. }
        | Condition::NeverWhile { field, .. }
        | Condition::Stays { field, .. }
        | Condition::ChangesAmong { field, .. }
        | Condition::Value(Constraint { field, .. })
        | Condition::Unlisted { field, .. } => [Some(field), None],
        Condition::Check { .. } => [None, None],
    }
}

const fn payload_fields(condition: &Condition) -> FieldSet {
    let mut fields = FieldSet::NONE;
    match condition {
        Condition::Check { reads, .. } => {
            let mut at = 0;
            while at < reads.len() {
                fields = fields.union(reads[at].fields());
                at += 1;
            }
        }
        condition => {
            let [one, other] = fields_of(condition);
            if let Some(one) = one {
                fields = fields.union(one.fields());
            }
            if let Some(other) = other {
                fields = fields.union(other.fields());
            }
        }
    }
    fields
}

/// The fields that a condition decides about, each with the field of the payload that decides.
#[cfg(feature = "form")]
pub(crate) const fn decisions(
    condition: &Condition,
) -> [Option<(&'static FieldPath, &'static FieldPath)>; 2] {
    match condition {
        Condition::Requires { field, when: When::Has(by, _), .. } => [Some((field, by.field())), None],
        Condition::Requires { field, when: When::Filled(by), .. } => [Some((field, by)), None],
        Condition::Pair { fields: [one, other], .. } => [Some((one, other)), Some((other, one))],
        Condition::OnlyWith { field, by, .. } => [Some((field, by.field())), None],
        _ => [None, None],
    }
}

/// The fields of the payload that decide about others.
#[cfg(feature = "form")]
const fn deciders(condition: &Condition) -> FieldSet {
    match decisions(condition) {
        [None, _] => FieldSet::NONE,
        [Some((_, by)), None] => by.fields(),
        [Some((_, one)), Some((_, other))] => one.fields().union(other.fields()),
    }
}
