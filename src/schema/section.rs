//! Sections of a form. A row names the section that shows its field.

use crate::text::locale::Bilingual;

/// A section of a form. `sections!` creates them.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// A stable name.
    pub name: &'static str,
    /// The label shown to people.
    pub label: Bilingual,
}

/// Sections of a form, and a list of them in order. A row reads `NAME = "name", "标签", "label";`
#[macro_export]
#[doc(hidden)]
macro_rules! sections {
    (all in $all:ident; $($section:ident = $name:tt, $zh:tt, $en:tt;)+) => {
        $(
            static $section: $crate::schema::Section =
                $crate::schema::Section { name: $name, label: $crate::Bilingual { zh: $zh, en: $en } };
        )+

        /// The sections of the form, in order.
        pub static $all: &[&$crate::schema::Section] = &[$(&$section),+];
    };
}
