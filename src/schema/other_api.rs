//! Fields of other APIs. A program holds none of their tables, but knows what they are called: who gives a payload to the
//! wrong API is told so.

use crate::text::letters::{is_same_word, letter};

/// Another API, by the fields that an object has there and not here.
#[derive(Debug)]
pub struct OtherApi {
    /// What it is called: as the names of its endpoints begin, or by its address.
    pub name: &'static str,
    /// The names of the fields. `outer/inner` is `outer`, if it holds `inner`.
    pub fields: &'static [&'static str],
}

impl OtherApi {
    /// Whether a key is one of the fields, but for case and punctuation.
    pub(super) fn has(&self, key: &str, holds: &dyn Fn(&str) -> bool) -> bool {
        // Each unknown key is asked about, and hardly any begins like one of the fields.
        let first = |word: &str| word.bytes().find_map(letter);
        let begins = first(key);
        let mut alike = self.fields.iter().filter(|field| first(field) == begins);
        alike.any(|field| match field.split_once('/') {
            Some((outer, inner)) => is_same_word(outer, key) && holds(inner),
            None => is_same_word(field, key),
        })
    }
}
