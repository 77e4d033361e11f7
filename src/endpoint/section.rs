//! The sections of a form.

use crate::text::locale::Bilingual;

/// A section of a form, and the order of the fields in it.
#[derive(Debug)]
pub struct Section {
    /// A stable name.
    pub name: &'static str,
    /// What people call it.
    pub label: Bilingual,
    /// Its top-level fields, in order.
    pub fields: &'static [&'static str],
}
