//! Field names of other APIs, without their tables. They let a payload that was sent to the wrong API be recognized.

use crate::text::letters::{is_same_word, letter};

/// Another API, identified by fields that only its objects have.
#[derive(Debug)]
pub struct OtherApi {
    /// Its name, as in the names of its endpoints, or its address.
    pub name: &'static str,
    /// Names of fields. `outer/inner` matches the key `outer` if its value has `inner`.
    pub fields: &'static [&'static str],
}

impl OtherApi {
    /// Whether a key is one of the fields, ignoring case and punctuation.
    pub(super) fn has(&self, key: &str, holds: &dyn Fn(&str) -> bool) -> bool {
        // Comparing first letters is cheap and rules out most keys.
        let first = |word: &str| word.bytes().find_map(letter);
        let begins = first(key);
        let mut alike = self.fields.iter().filter(|field| first(field) == begins);
        alike.any(|field| match field.split_once('/') {
            Some((outer, inner)) => is_same_word(outer, key) && holds(inner),
            None => is_same_word(field, key),
        })
    }
}
