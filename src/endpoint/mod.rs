//! Describes endpoints. The endpoints themselves are in `endpoints`.
//!
//! An [`Endpoint`] is a value: its operation, the table of its body, its [rules](Rule), and the data for forms, schemas
//! and explanations. All code that serves an endpoint takes it as a parameter.

mod api_error;
mod condition;
mod constraint;
mod context;
#[cfg(feature = "card-member")]
mod correspondence;
mod duplicates;
mod field_path;
mod field_set;
mod misplaced_fields;
mod operation;
mod options;
mod rule;
#[cfg(feature = "form")]
mod sections;
mod view;

pub use api_error::{ApiErrorRow, ErrorSource};
pub use condition::{Check, Condition, Operand, SchemaGap, Values, When};
pub use constraint::{Constraint, Keyword};
pub use context::{Context, Reporter, issue};
#[cfg(feature = "card-member")]
pub use correspondence::{Basis, Correspondence, Counterpart, OldCard};
pub(crate) use duplicates::{duplicate, repeated_items};
pub use field_path::{ANY, FieldPath};
pub(crate) use field_set::FieldSet;
pub(crate) use misplaced_fields::{MisplacedFields, first_keys, no_known_field};
pub use operation::{Identity, Operation, Scheme, Success, SuccessBody};
pub use options::{Profile, UnknownKeys};
pub use rule::Rule;
#[cfg(feature = "form")]
pub(crate) use rule::{decisions, fields_of};
pub use view::View;

use std::fmt;

use crate::json::Document;
use crate::schema::{Body, Choice, Field, Section};
#[cfg(feature = "json-schema")]
use crate::text::locale::Bilingual;

/// An endpoint of WeChat Pay's API.
///
/// Data for a disabled feature is accepted by the builder functions, then dropped.
pub struct Endpoint {
    /// Its name: family and operation, such as `membercard-open.update`.
    pub name: &'static str,
    /// Its HTTP operation.
    pub operation: &'static Operation,
    /// Its body.
    pub body: &'static Body,
    /// Its rules by topic, in the order of evaluation.
    pub(crate) rules: &'static [&'static [Rule]],
    /// All enumerations of the body.
    pub enumerations: &'static [&'static [Choice]],
    /// The default image hosts.
    pub image_hosts: &'static [&'static str],
    /// The default treatment of unknown keys.
    pub unknown_keys: UnknownKeys,
    /// Fields of the card's current state that the body lacks.
    pub state_fields: &'static [&'static str],
    /// All endpoints that share its table, including itself.
    pub siblings: &'static [&'static Endpoint],
    /// The endpoint that reads a card. Its response is the current state that rules use.
    #[cfg(feature = "request")]
    pub get: Option<&'static Endpoint>,
    /// Its known errors.
    #[cfg(feature = "response")]
    pub errors: &'static [ApiErrorRow],
    #[cfg(feature = "form")]
    pub(crate) sections: &'static [&'static Section],
    #[cfg(feature = "json-schema")]
    pub(crate) title: Bilingual,
    #[cfg(feature = "json-schema")]
    pub(crate) description: Bilingual,
}

impl Endpoint {
    /// An endpoint with a body and rules.
    pub const fn new(
        name: &'static str,
        operation: &'static Operation,
        body: &'static Body,
        rules: &'static [&'static [Rule]],
    ) -> Endpoint {
        Endpoint {
            name,
            operation,
            body,
            rules,
            enumerations: &[],
            image_hosts: &[],
            unknown_keys: UnknownKeys::Warn,
            state_fields: &[],
            siblings: &[],
            #[cfg(feature = "request")]
            get: None,
            #[cfg(feature = "response")]
            errors: &[],
            #[cfg(feature = "form")]
            sections: &[],
            #[cfg(feature = "json-schema")]
            title: Bilingual { zh: "", en: "" },
            #[cfg(feature = "json-schema")]
            description: Bilingual { zh: "", en: "" },
        }
    }

    /// Sets the enumerations of the body.
    #[must_use]
    pub const fn enumerations(mut self, enumerations: &'static [&'static [Choice]]) -> Endpoint {
        self.enumerations = enumerations;
        self
    }

    /// Sets the default image hosts.
    #[must_use]
    pub const fn image_hosts(mut self, hosts: &'static [&'static str]) -> Endpoint {
        self.image_hosts = hosts;
        self
    }

    /// Sets the default treatment of unknown keys, which otherwise are warnings.
    #[must_use]
    pub const fn unknown_keys(mut self, unknown_keys: UnknownKeys) -> Endpoint {
        self.unknown_keys = unknown_keys;
        self
    }

    /// Sets the fields of the card's current state that the body lacks.
    #[must_use]
    pub const fn state_fields(mut self, fields: &'static [&'static str]) -> Endpoint {
        self.state_fields = fields;
        self
    }

    /// Sets the endpoints that share its table, including itself.
    #[must_use]
    pub const fn siblings(mut self, siblings: &'static [&'static Endpoint]) -> Endpoint {
        self.siblings = siblings;
        self
    }

    /// Sets the endpoint that reads its cards.
    #[must_use]
    #[cfg_attr(
        not(feature = "request"),
        expect(unused_mut, unused_variables, reason = "only requests read cards")
    )]
    pub const fn get(mut self, get: &'static Endpoint) -> Endpoint {
        #[cfg(feature = "request")]
        {
            self.get = Some(get);
        }
        self
    }

    /// Sets the error table.
    #[must_use]
    #[cfg_attr(
        not(feature = "response"),
        expect(unused_mut, unused_variables, reason = "only responses have errors")
    )]
    pub const fn errors(mut self, errors: &'static [ApiErrorRow]) -> Endpoint {
        #[cfg(feature = "response")]
        {
            self.errors = errors;
        }
        self
    }

    /// Sets the sections of its form, in order. The rows of fields name their sections.
    ///
    /// # Panics
    ///
    /// At compile time, if a listed field belongs to none of the sections.
    #[must_use]
    #[cfg_attr(
        not(feature = "form"),
        expect(unused_mut, unused_variables, reason = "only forms have sections")
    )]
    pub const fn sections(mut self, sections: &'static [&'static Section]) -> Endpoint {
        #[cfg(feature = "form")]
        {
            sections::assert_complete(sections, self.body);
            self.sections = sections;
        }
        self
    }

    /// Sets the title of its schema, in both languages.
    #[must_use]
    #[cfg_attr(
        not(feature = "json-schema"),
        expect(unused_mut, unused_variables, reason = "only schemas have titles")
    )]
    pub const fn title(mut self, zh: &'static str, en: &'static str) -> Endpoint {
        #[cfg(feature = "json-schema")]
        {
            self.title = Bilingual { zh, en };
        }
        self
    }

    /// Sets the description of its schema, in both languages.
    #[must_use]
    #[cfg_attr(
        not(feature = "json-schema"),
        expect(unused_mut, unused_variables, reason = "only schemas have descriptions")
    )]
    pub const fn description(mut self, zh: &'static str, en: &'static str) -> Endpoint {
        #[cfg(feature = "json-schema")]
        {
            self.description = Bilingual { zh, en };
        }
        self
    }

    /// The sibling that accepts a field, if any. One with the same operation comes first, then one that the same party
    /// calls.
    pub(crate) fn sibling_that_takes(&self, field: &Field) -> Option<&'static Endpoint> {
        let takes = |sibling: &&&Endpoint| field.mark(sibling.body.action).is_taken();
        let mut takers = self.siblings.iter().filter(takes);
        let Operation { method, identity, .. } = self.operation;
        let is_near = |taker: &&Operation| taker.method == *method || taker.identity == *identity;
        takers.find(|taker| is_near(&taker.operation)).copied()
    }

    /// All rules, in the order of evaluation.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        self.rules.iter().copied().flatten()
    }

    /// The rules that may apply to a payload, in the order of evaluation.
    pub(crate) fn rules_of(&self, payload: &Document<'_>) -> impl Iterator<Item = &'static Rule> + use<> {
        let fields = FieldSet::in_document(payload);
        self.rules().filter(move |rule| rule.fields.intersects(fields))
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Endpoint({} {})", self.operation.method, self.operation.template())
    }
}

/// Endpoints are compared by identity.
impl PartialEq for Endpoint {
    fn eq(&self, other: &Endpoint) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Endpoint {}
