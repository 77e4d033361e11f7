//! From rows to Rust: `table!` and `choices!` turn the rows of a page into its types and its static tables, so that
//! a field is written down once.

/// The objects of a page. A row reads
/// `name: [Rust type] = "notation" kind(arguments) [expected], "标签" "说明", "label" "help", "example";`
macro_rules! table {
    ($($(#[doc = $about:literal])+ $object:ident in $table:ident {
        $($name:ident: [$($type:tt)+] = $notation:tt $kind:ident($($argument:expr),*) $($expected:ident)?,
            $zh:tt $help_zh:tt, $en:tt $help_en:tt, $example:tt;)+
    })+) => {
        $(
            pastey::paste! {
                $(#[doc = $about])+
                #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
                #[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
                pub struct $object {
                    $(
                        #[doc = " 【" $zh "】`" $notation "` " $help_zh "。"]
                        #[doc = ""]
                        #[doc = " " $en ": " $help_en "."]
                        #[doc = ""]
                        #[doc = " 例 (example): `" $example "`"]
                        #[serde(default, skip_serializing_if = "Option::is_none")]
                        #[cfg_attr(feature = "typescript", tsify(optional))]
                        pub $name: Option<$($type)+>,
                    )+
                }
            }

            #[doc = concat!("The rows of [`", stringify!($object), "`].")]
            pub static $table: $crate::schema::Object = $crate::schema::Object {
                name: stringify!($object),
                fields: &[$(
                    $crate::schema::Field {
                        name: $crate::schema::macros::json_name(stringify!($name)),
                        letters: $crate::schema::Letters::of($crate::schema::macros::json_name(stringify!($name))),
                        label: $crate::locale::Bilingual { zh: $zh, en: $en },
                        kind: $crate::schema::macros::$kind($notation $(, $argument)*),
                        expected: $crate::schema::macros::table!(@expected $($expected)?),
                    },
                )+],
            };
        )+

        /// What the rows of each object say to people.
        pub(super) static NOTES: &[(&[$crate::schema::Field], &[$crate::schema::Notes])] = &[$(
            ($table.fields, &[$(
                $crate::schema::Notes {
                    notation: $notation,
                    help: $crate::locale::Bilingual { zh: $help_zh, en: $help_en },
                    example: $example,
                },
            )+]),
        )+];
    };
    (@expected) => { false };
    (@expected expected) => { true };
}

/// The enumerations of a page, and all of them as a list. A row reads `Variant = "VALUE", "标签", "label", ["ALIAS"];`
macro_rules! choices {
    ($(all in $all:ident;)? $($(#[doc = $about:literal])+ $name:ident in $table:ident {
        $($variant:ident = $value:tt, $zh:tt, $en:tt $(, [$($alias:literal),*])?;)+
    })+) => {
        $(
            $(#[doc = $about])+
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
            #[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
            #[allow(missing_docs)]
            pub enum $name {
                $(#[doc = $zh] #[serde(rename = $value)] $variant,)+
            }

            impl $name {
                /// The value as WeChat Pay writes it.
                pub const fn as_str(self) -> &'static str {
                    match self { $($name::$variant => $value,)+ }
                }
            }

            #[doc = concat!("The values of [`", stringify!($name), "`].")]
            pub static $table: &[$crate::schema::Choice] = &[$(
                $crate::schema::Choice {
                    value: $value,
                    letters: $crate::schema::Letters::of($value),
                    label: $crate::locale::Bilingual { zh: $zh, en: $en },
                    aliases: &[$($($alias),*)?],
                },
            )+];
        )+

        $crate::schema::macros::choices!(@all $($all)? [$($table)+]);
    };
    (@all [$($table:ident)+]) => {};
    (@all $all:ident [$($table:ident)+]) => {
        /// Every enumeration of the page.
        pub static $all: &[&[$crate::schema::Choice]] = &[$($table),+];
    };
}

pub(super) use {choices, table};

use super::field::{Choice, Format, Integer, Kind, List, Object, Text, UniqueBy, limit};

/// The JSON name of a Rust identifier.
pub(super) const fn json_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

pub(super) const fn text(notation: &str, format: Format) -> Kind {
    Kind::Text(Text { max: limit(notation), format })
}

pub(super) const fn integer(_notation: &str, usual_max: Option<i64>) -> Kind {
    Kind::Integer(Integer { usual_max })
}

pub(super) const fn boolean(_notation: &str) -> Kind {
    Kind::Boolean
}

pub(super) const fn choice(_notation: &str, choices: &'static [Choice]) -> Kind {
    Kind::Choice(choices)
}

pub(super) const fn object(_notation: &str, object: &'static Object) -> Kind {
    Kind::Object(object)
}

pub(super) const fn list(
    _notation: &str,
    item: &'static Kind,
    usual_max: Option<usize>,
    unique_by: UniqueBy,
) -> Kind {
    Kind::List(List { item, usual_max, unique_by })
}
