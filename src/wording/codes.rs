//! Code tables: stable names for programs, and their messages for people.

/// Defines a code table: the enum, its text form, the parameters of each code, and message templates in both languages,
/// which [`fill`](super::fill) fills in. A row reads
/// `Variant = "code", { parameter: Kind, …; optional parameter: Kind, … }, "消息", "message";`
///
/// An attribute `cfg` on a row leaves out its templates when the condition is false, since nothing reports the code
/// then.
macro_rules! codes {
    ($(#[doc = $about:literal])+ pub enum $name:ident;
        $($(#[cfg($($cfg:tt)+)])? $(#[doc = $doc:literal])+ $variant:ident = $code:literal,
            $({ $($param:ident: $kind:ident),* $(; $($extra:ident: $extra_kind:ident),+)? },)?
            $zh:literal, $en:literal;)+
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[doc = $doc])+
                $(
                    #[doc = ""]
                    #[doc = concat!("Parameters:" $(, " `", stringify!($param), "`")* $($(, " `", stringify!($extra), "`?")+)?)]
                )?
                #[serde(rename = $code)]
                $variant,
            )+
        }

        impl $name {
            /// Every code, in the order of the table.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The code's text form, in `snake_case`.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }

            /// The parameters of this code's messages.
            pub const fn parameters(self) -> &'static [$crate::Parameter] {
                match self {
                    $($name::$variant => const {
                        &[$(
                            $($crate::Parameter::always(stringify!($param), $crate::ParamKind::$kind),)*
                            $($($crate::Parameter::sometimes(stringify!($extra), $crate::ParamKind::$extra_kind),)+)?
                        )?]
                    },)+
                }
            }

            /// The message template in both languages; empty if the code belongs to a disabled feature.
            pub const fn template(self) -> $crate::Bilingual {
                match self {
                    $(
                        $(#[cfg($($cfg)+)])?
                        $name::$variant => $crate::Bilingual { zh: $zh, en: $en },
                        $(
                            #[cfg(not($($cfg)+))]
                            $name::$variant => $crate::Bilingual { zh: $code, en: $code },
                        )?
                    )+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use codes;
