//! The macros `table!` and `choices!` generate Rust types and static tables from rows, so that each field is written
//! once.

/// The objects of an API. A row reads
/// `name [in SECTION [after field]]: [Rust type] = "notation" kind(arguments) [mark], "标签" "说明", "label" "help",
/// "example";`.
///
/// A form shows the fields of a section in the order of their rows, except fields placed `after` another one. Fields of
/// nested objects name no section. A mark is `expected`, `required`, `marked(create, update, response)`, or
/// `marked_for_merchants` with the same arguments. `unlike` lists other APIs whose objects are easily confused with
/// this one.
#[macro_export]
#[doc(hidden)]
macro_rules! table {
    ($($(#[doc = $about:literal])+ $object:ident in $table:ident $(unlike $others:ident)? {
        $($name:ident $(in $section:ident $(after $before:ident)?)?: [$($type:tt)+] = $notation:tt $kind:ident($($argument:expr),*) $($mark:ident $(($($mark_argument:expr),*))?)?,
            $zh:tt $help_zh:tt, $en:tt $help_en:tt, $example:tt;)+
    })+) => {
        $(
            $crate::schema::macros::paste! {
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
            pub static $table: $crate::schema::Object = $crate::schema::Object::new(
                stringify!($object),
                &[$(
                    $crate::schema::Field::new(
                        $crate::schema::macros::json_name(stringify!($name)),
                        $crate::Bilingual { zh: $zh, en: $en },
                        $crate::schema::macros::$kind($notation $(, $argument)*),
                        $crate::schema::FieldDocs {
                            notation: $notation,
                            help: $crate::Bilingual { zh: $help_zh, en: $help_en },
                            example: $example,
                        },
                    )$(.$mark($($($mark_argument),*)?))?
                    $(.in_section(&$section)$(.after($crate::schema::macros::json_name(stringify!($before))))?)?,
                )+],
            )$(.unlike($others))?;
        )+
    };
}

/// Enumerations, and a list of all of them. A row reads `Variant = "VALUE", "标签", "label", ["ALIAS"];`
#[macro_export]
#[doc(hidden)]
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
                $crate::schema::Choice::new(
                    $value,
                    $crate::Bilingual { zh: $zh, en: $en },
                    &[$($($alias),*)?],
                ),
            )+];
        )+

        $crate::choices!(@all $($all)? [$($table)+]);
    };
    (@all [$($table:ident)+]) => {};
    (@all $all:ident [$($table:ident)+]) => {
        /// All enumerations.
        pub static $all: &[&[$crate::schema::Choice]] = &[$($table),+];
    };
}

pub use pastey::paste;

use super::field::{Choice, Empty, Format, Integer, Kind, Limit, List, Object, Text, UniqueBy, limit};
use super::severity::Severity;

/// The JSON name of a Rust identifier: without `r#`.
pub const fn json_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// A text that may be empty; whether an empty text clears the field is not documented.
pub const fn text(notation: &str, format: Format) -> Kind {
    Kind::Text(Text { max: limit(notation), format, empty: Empty::Doubtful })
}

/// A text that must not be empty.
pub const fn filled(notation: &str, format: Format) -> Kind {
    Kind::Text(Text { max: limit(notation), format, empty: Empty::Refused })
}

/// An RFC 3339 date and time.
pub const fn time(notation: &str) -> Kind {
    Kind::Text(Text { max: limit(notation), format: Format::DateTime, empty: Empty::Malformed })
}

/// A count: never negative; 0 and numbers above the usual maximum are warnings.
pub const fn count(_notation: &str, usual_max: Option<i64>) -> Kind {
    let max = match usual_max {
        Some(max) => Some(Limit::usual(max)),
        None => None,
    };
    Kind::Integer(Integer { min: 0, doubts_zero: true, max })
}

/// A number within limits that this API's page documents.
pub const fn range(_notation: &str, min: i64, max: i64) -> Kind {
    Kind::Integer(Integer { min, doubts_zero: false, max: Some(Limit::sure(max)) })
}

pub const fn boolean(_notation: &str) -> Kind {
    Kind::Boolean
}

pub const fn choice(_notation: &str, choices: &'static [Choice]) -> Kind {
    Kind::Choice(choices)
}

pub const fn object(_notation: &str, object: &'static Object) -> Kind {
    Kind::Object(object)
}

/// An array whose limits are those of related APIs: exceeding them, and duplicates, are warnings.
pub const fn list(
    _notation: &str,
    item: &'static Kind,
    usual_max: Option<usize>,
    unique_by: UniqueBy,
) -> Kind {
    let max = match usual_max {
        Some(max) => Some(Limit::usual(max)),
        None => None,
    };
    Kind::List(List { item, max, unique_by, repeats: Some(Severity::Warning) })
}

/// An array whose limits this API's page documents: exceeding them, and duplicates, are errors.
pub const fn sure_list(
    _notation: &str,
    item: &'static Kind,
    max: Option<usize>,
    unique_by: UniqueBy,
) -> Kind {
    let max = match max {
        Some(max) => Some(Limit::sure(max)),
        None => None,
    };
    Kind::List(List { item, max, unique_by, repeats: Some(Severity::Error) })
}

/// An array whose length limit this API's page documents; duplicates are warnings.
pub const fn limited_list(_notation: &str, item: &'static Kind, max: usize, unique_by: UniqueBy) -> Kind {
    let max = Some(Limit::sure(max));
    Kind::List(List { item, max, unique_by, repeats: Some(Severity::Warning) })
}

/// An array of values without a length limit; a rule decides about duplicates.
pub const fn values(_notation: &str, item: &'static Kind) -> Kind {
    Kind::List(List { item, max: None, unique_by: UniqueBy::Value, repeats: None })
}

/// An integer from 0 on; a rule decides whether 0 is allowed.
pub const fn whole(_notation: &str, max: Option<i64>) -> Kind {
    let max = match max {
        Some(max) => Some(Limit::sure(max)),
        None => None,
    };
    Kind::Integer(Integer { min: 0, doubts_zero: false, max })
}
