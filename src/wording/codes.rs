//! Tables of codes: what programs branch on, and what people are told.

/// Makes a table of codes: the enum, its text form, which parameters a message of each code has, and its template in both
/// languages, which [`fill`](super::fill) makes a message of. A row reads
/// `Variant = "code", { parameter: Kind, …; parameter that may be missing: Kind, … }, "消息", "message";`
///
/// With an attribute `cfg` its words are left out where that does not hold: nothing reports the code then.
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

            /// The parameters that a message of this code has.
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

            /// The message's template in both languages. Codes of a feature that is off have only their text form: nothing
            /// reports them then.
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
