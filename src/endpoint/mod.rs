//! What an endpoint is. No endpoint is here: they are in `endpoints`.
//!
//! An [`Endpoint`] is a value: how it is called, the table of its body, its [rules](Rule), and what forms, schemas and
//! explanations say about it. Whatever serves an endpoint is given one.

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
mod profile;
mod rule;
#[cfg(feature = "form")]
mod sections;
mod unknown_keys;
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
pub use profile::Profile;
pub use rule::Rule;
#[cfg(feature = "form")]
pub(crate) use rule::{decisions, fields_of};
pub use unknown_keys::UnknownKeys;
pub use view::View;

use std::fmt;

use crate::json::Document;
use crate::schema::{Body, Choice, Field, Section};
#[cfg(feature = "json-schema")]
use crate::text::locale::Bilingual;

/// One endpoint of WeChat Pay's API.
///
/// What only a feature of this crate reads is taken, and dropped, without the feature.
pub struct Endpoint {
    /// What programs call it: its family and what it does, such as `membercard-open.update`.
    pub name: &'static str,
    /// How it is called.
    pub operation: &'static Operation,
    /// The JSON object that it takes.
    pub body: &'static Body,
    /// Its rules by topic, in the order in which they are asked.
    pub(crate) rules: &'static [&'static [Rule]],
    /// Every enumeration of the body.
    pub enumerations: &'static [&'static [Choice]],
    /// The hosts that images may have, if the caller names no others.
    pub image_hosts: &'static [&'static str],
    /// What becomes of keys that the table does not list, if the caller does not choose.
    pub unknown_keys: UnknownKeys,
    /// The fields that the card's current state has beyond those of the body.
    pub state_fields: &'static [&'static str],
    /// All endpoints that share the table of its body, this one among them.
    pub siblings: &'static [&'static Endpoint],
    /// The endpoint that reads a card, and whose response is the current state that rules look at.
    #[cfg(feature = "request")]
    pub get: Option<&'static Endpoint>,
    /// The errors that it answers with.
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
    /// An endpoint of that name that takes a body with these rules.
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

    /// The same endpoint with the enumerations of its body.
    #[must_use]
    pub const fn enumerations(mut self, enumerations: &'static [&'static [Choice]]) -> Endpoint {
        self.enumerations = enumerations;
        self
    }

    /// The same endpoint with the hosts that images may have.
    #[must_use]
    pub const fn image_hosts(mut self, hosts: &'static [&'static str]) -> Endpoint {
        self.image_hosts = hosts;
        self
    }

    /// The same endpoint with what becomes of keys that the table does not list. By default they are warnings.
    #[must_use]
    pub const fn unknown_keys(mut self, unknown_keys: UnknownKeys) -> Endpoint {
        self.unknown_keys = unknown_keys;
        self
    }

    /// The same endpoint with the fields that the card's current state has beyond those of the body.
    #[must_use]
    pub const fn state_fields(mut self, fields: &'static [&'static str]) -> Endpoint {
        self.state_fields = fields;
        self
    }

    /// The same endpoint with all that share the table of its body, itself among them.
    #[must_use]
    pub const fn siblings(mut self, siblings: &'static [&'static Endpoint]) -> Endpoint {
        self.siblings = siblings;
        self
    }

    /// The same endpoint with the one that reads its cards.
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

    /// The same endpoint with its error table.
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

    /// The same endpoint with the sections of its form, in order. Which fields each has is in the fields' rows.
    ///
    /// # Panics
    ///
    /// While it is compiled, if the row of a field that the operation's page lists names none of them.
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

    /// The same endpoint with the title of its schema, in both languages.
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

    /// The same endpoint with the description of its schema, in both languages.
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

    /// The sibling that takes a field, if one does: the one that does the same with a card, or else that the same party
    /// calls.
    pub(crate) fn sibling_that_takes(&self, field: &Field) -> Option<&'static Endpoint> {
        let takes = |sibling: &&&Endpoint| field.mark(sibling.body.action).is_taken();
        let mut takers = self.siblings.iter().filter(takes);
        let Operation { method, identity, .. } = self.operation;
        let is_near = |taker: &&Operation| taker.method == *method || taker.identity == *identity;
        takers.find(|taker| is_near(&taker.operation)).copied()
    }

    /// Every rule, in the order in which they are asked.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        self.rules.iter().copied().flatten()
    }

    /// The rules that may have something to say of a payload, in the order in which they are asked.
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

/// Endpoints are values of the program: each is equal to itself alone.
impl PartialEq for Endpoint {
    fn eq(&self, other: &Endpoint) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Endpoint {}
