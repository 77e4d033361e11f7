//! The sections of a form. A row names its section, and with it where a form shows the field.

use crate::text::locale::Bilingual;

/// A section of a form. `sections!` makes them; the rows of a table say which fields each has.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// A stable name.
    pub name: &'static str,
    /// What people call it.
    pub label: Bilingual,
}

/// The sections of a form, and all of them as a list, in their order. A row reads `NAME = "name", "标签", "label";`
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
