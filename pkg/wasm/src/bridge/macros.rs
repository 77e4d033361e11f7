//! Macros that describe records.

/// Describes a record: its members, in the order of their encoding. `output` is for responses, `input` for inputs,
/// `both` for both.
///
/// ```text
/// record! {
///     /// Why a field cannot be changed.
///     output pub struct FieldLock {
///         /// The issue that a change would raise.
///         code: Code,
///         /// The reason, in the form's language.
///         reason: &'static str,
///     }
/// }
/// ```
///
/// `impl` instead of `pub struct` describes a struct of the core, which defines the types of the members. With
/// `declared`, the TypeScript type comes from the core, by tsify; so does that of a `union`, whose variants differ only
/// by values. All other types are generated from the description. A member may have a more specific TypeScript type:
/// `method as "\"PATCH\""`. If only the core can construct a struct, a function provides samples for tests: `like
/// samples::field_info`.
macro_rules! record {
    ($(#[doc = $about:literal])+ $direction:ident pub struct $name:ident $(<$life:lifetime>)? $(as $declared:ident)? {
        $($(#[doc = $doc:literal])* $member:ident: $type:ty $(as $typescript:literal)?,)+
    }) => {
        $(#[doc = $about])+
        #[derive(Debug)]
        pub struct $name $(<$life>)? {
            $($(#[doc = $doc])* pub $member: $type,)+
        }

        $crate::bridge::macros::record! {
            @$direction [$name $(<$life>)?] [$($life)?] [$name] [$($declared)?] [] [$($about)+]
            $($member [$($doc)*] [$($typescript)?])+
        }
    };
    ($(#[doc = $about:literal])+ $direction:ident impl $name:ident $(as $declared:ident)? $(like $sample:path)? {
        $($member:ident $(as $typescript:literal)?,)+
    }) => {
        $crate::bridge::macros::record! {
            @$direction [wechatpay_membercard::$name] [] [$name] [$($declared)?] [$($sample)?] [$($about)+]
            $($member [] [$($typescript)?])+
        }
    };

    (@output $($described:tt)+) => {
        $crate::bridge::macros::record!(@crosses Output $($described)+);
        $crate::bridge::macros::record!(@write $($described)+);
    };
    (@input $($described:tt)+) => {
        $crate::bridge::macros::record!(@crosses Input $($described)+);
        $crate::bridge::macros::record!(@read $($described)+);
    };
    (@both $($described:tt)+) => {
        $crate::bridge::macros::record!(@crosses Both $($described)+);
        $crate::bridge::macros::record!(@write $($described)+);
        $crate::bridge::macros::record!(@read $($described)+);
    };

    (@write [$($type:tt)+] [$($life:lifetime)?] [$name:ident] $declared:tt $sample:tt $about:tt
        $($member:ident $doc:tt $typescript:tt)+
    ) => {
        impl $(<$life>)? $crate::bridge::Write for $($type)+ {
            fn write(&self, output: &mut $crate::bridge::Output) {
                let mut flags = $crate::bridge::Flags::default();
                $(flags.add(&self.$member);)+
                output.number(flags.bits() as usize);
                $($crate::bridge::Write::write(&self.$member, output);)+
            }
        }
    };

    (@read [$($type:tt)+] [] $($rest:tt)+) => {
        $crate::bridge::macros::record!(@read [$($type)+] ['i] $($rest)+);
    };
    (@read [$($type:tt)+] [$life:lifetime] [$name:ident] $declared:tt $sample:tt $about:tt
        $($member:ident $doc:tt $typescript:tt)+
    ) => {
        impl<$life> $crate::bridge::Read<$life> for $($type)+ {
            fn read(_: u32, input: &mut $crate::bridge::Input<$life>) -> Self {
                let flags = input.number();
                $crate::bridge::ReadMembers::read_members(flags, input)
            }
        }

        impl<$life> $crate::bridge::ReadMembers<$life> for $($type)+ {
            fn read_members(flags: u32, input: &mut $crate::bridge::Input<$life>) -> Self {
                let mut flags = $crate::bridge::Flags::of(flags);
                Self { $($member: flags.read(input),)+ }
            }
        }
    };

    (@crosses $direction:ident [$($type:tt)+] [$($life:lifetime)?] [$name:ident] [$($declared:ident)?] $sample:tt
        [$($about:literal)+]
        $($member:ident [$($doc:literal)*] [$($typescript:literal)?])+
    ) => {
        impl $(<$life>)? $crate::bridge::BridgeType for $($type)+ {}

        #[cfg(feature = "typescript")]
        impl $(<$life>)? $crate::bridge::typescript::Described for $($type)+ {
            fn shape(types: &mut $crate::bridge::typescript::Types) -> $crate::bridge::typescript::Shape {
                use $crate::bridge::typescript::{Direction, Member, Record, member_of};
                types.record(stringify!($name), |types| Record {
                    direction: Direction::$direction,
                    declared: [$(stringify!($declared))?].first().copied(),
                    about: &[$($about),+],
                    members: vec![$(Member {
                        name: stringify!($member),
                        doc: &[$($doc),*],
                        shape: member_of(types, |record: &Self| &record.$member),
                        typescript: [$($typescript)?].first().copied(),
                    },)+],
                })
            }

            fn sample(random: &mut fastrand::Rng) -> Self {
                $crate::bridge::macros::record!(@sample $sample random $($member)+)
            }

            fn json(&self) -> serde_json::Value {
                let mut object = serde_json::Map::new();
                $($crate::bridge::typescript::Described::add_to(&self.$member, stringify!($member), &mut object);)+
                object.into()
            }
        }
    };

    (@sample [] $random:ident $($member:ident)+) => {
        Self { $($member: $crate::bridge::typescript::Described::sample($random),)+ }
    };
    (@sample [$sample:path] $random:ident $($member:ident)+) => {
        $sample($random)
    };
}

/// Describes an enumeration of the core, encoded in the flags by its index: the TypeScript name of the list of names,
/// and the values in order.
macro_rules! enumeration {
    ($list:ident: $name:ident { $first:ident, $($value:ident),+ $(,)? }) => {
        impl $crate::bridge::BridgeType for wechatpay_membercard::$name {
            const FLAGS: u32 = [$(stringify!($value)),+].len().ilog2() + 1;
        }

        impl $crate::bridge::Write for wechatpay_membercard::$name {
            fn flags(&self) -> u32 {
                use wechatpay_membercard::$name;
                // Fails to compile if a value is missing.
                match self {
                    $name::$first => $name::$first as u32,
                    $($name::$value => $name::$value as u32,)+
                }
            }

            fn write(&self, _: &mut $crate::bridge::Output) {}
        }

        impl $crate::bridge::Read<'_> for wechatpay_membercard::$name {
            fn read(flags: u32, _: &mut $crate::bridge::Input<'_>) -> Self {
                use wechatpay_membercard::$name;
                const ALL: &[$name] = &[$name::$first, $($name::$value),+];
                const {
                    let mut place = 0;
                    while place < ALL.len() {
                        assert!(ALL[place] as usize == place, "the core has them in another order");
                        place += 1;
                    }
                }
                let place = flags & ((1 << <$name as $crate::bridge::BridgeType>::FLAGS) - 1);
                ALL.get(place as usize).copied().unwrap_or($name::$first)
            }
        }

        #[cfg(feature = "typescript")]
        impl $crate::bridge::typescript::Described for wechatpay_membercard::$name {
            fn shape(types: &mut $crate::bridge::typescript::Types) -> $crate::bridge::typescript::Shape {
                use wechatpay_membercard::$name;
                let names = [$name::$first, $($name::$value),+].map(|value| value.json());
                types.enumeration(stringify!($name), stringify!($list), &names)
            }

            fn sample(random: &mut fastrand::Rng) -> Self {
                <Self as $crate::bridge::Read>::read(random.u32(..), &mut $crate::bridge::Input::new(&[]))
            }

            fn json(&self) -> serde_json::Value {
                serde_json::to_value(self).expect("it has a name")
            }
        }
    };
}

/// Describes named numbers, shared by both sides: an enumeration defined here, or one of the core in the order of its
/// values, with a function of that name to add it to the types.
macro_rules! numbers {
    ($(#[doc = $about:literal])+ $add:ident: $name:ident { $($value:ident),+ $(,)? }) => {
        fn $add(types: &mut $crate::bridge::typescript::Types) {
            use wechatpay_membercard::$name;
            let mut place = 0;
            for value in [$($name::$value),+] {
                // Fails to compile if a value is missing.
                match value { $($name::$value => assert_eq!(value as usize, place, "another order"),)+ }
                place += 1;
            }
            types.numbers(&[$($about),+], stringify!($name), &[$((&[], stringify!($value))),+]);
        }
    };
    ($(#[doc = $about:literal])+ pub enum $name:ident { $($(#[doc = $doc:literal])+ $value:ident,)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[doc = $doc])+ $value,)+ }

        #[cfg(feature = "typescript")]
        impl $name {
            /// Adds the numbers to the types.
            pub(in $crate::bridge) fn add_to(types: &mut $crate::bridge::typescript::Types) {
                types.numbers(&[$($about),+], stringify!($name), &[$((&[$($doc),+], stringify!($value))),+]);
            }
        }
    };
}

pub(super) use {enumeration, numbers, record};
