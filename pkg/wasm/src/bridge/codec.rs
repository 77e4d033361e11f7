//! Encodes and decodes values of each type.

use std::borrow::Cow;

use super::buffers::{Input, Output};

/// A type with an encoding.
pub trait BridgeType {
    /// The number of flags that a value uses in its record.
    const FLAGS: u32 = 0;
}

/// A value in a response.
pub trait Write: BridgeType {
    /// Its flags.
    fn flags(&self) -> u32 {
        0
    }

    /// Writes everything except the flags.
    fn write(&self, output: &mut Output);
}

/// A value in an input.
pub trait Read<'i>: BridgeType + Sized {
    /// Reads a value. Its flags are the lowest ones of `flags`.
    fn read(flags: u32, input: &mut Input<'i>) -> Self;
}

/// The flags of a record: those of its members, from the lowest bit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Flags {
    bits: u32,
    used: u32,
}

impl Flags {
    /// Flags to read.
    pub fn of(bits: u32) -> Flags {
        Flags { bits, used: 0 }
    }

    /// Adds the flags of the next member.
    pub fn add<T: Write>(&mut self, member: &T) {
        self.bits |= member.flags() << self.used;
        self.used += T::FLAGS;
    }

    /// The complete flags.
    pub fn bits(self) -> u32 {
        self.bits
    }

    /// Reads the next member, using its flags.
    pub fn read<'i, T: Read<'i>>(&mut self, input: &mut Input<'i>) -> T {
        let member = T::read(self.bits >> self.used, input);
        self.used += T::FLAGS;
        member
    }
}

/// Writes a value outside a record: its flags, if the type has any, then the rest.
pub fn write_alone<T: Write>(value: &T, output: &mut Output) {
    if T::FLAGS > 0 {
        output.number(value.flags() as usize);
    }
    value.write(output);
}

/// Reads what [`write_alone`] writes.
pub fn read_alone<'i, T: Read<'i>>(input: &mut Input<'i>) -> T {
    let flags = if T::FLAGS > 0 { input.number() } else { 0 };
    T::read(flags, input)
}

/// Types that are encoded as one number.
macro_rules! numbers {
    ($($type:ty),+) => {
        $(
            impl BridgeType for $type {}

            impl Write for $type {
                fn write(&self, output: &mut Output) {
                    output.number(*self as usize);
                }
            }

            impl Read<'_> for $type {
                fn read(_: u32, input: &mut Input<'_>) -> $type {
                    input.number() as $type
                }
            }
        )+
    };
}

numbers!(u16, u32, usize);

impl BridgeType for i64 {}

impl Write for i64 {
    fn write(&self, output: &mut Output) {
        output.integer(*self);
    }
}

impl Read<'_> for i64 {
    fn read(_: u32, input: &mut Input<'_>) -> i64 {
        input.integer()
    }
}

impl BridgeType for bool {
    const FLAGS: u32 = 1;
}

impl Write for bool {
    fn flags(&self) -> u32 {
        u32::from(*self)
    }

    fn write(&self, _: &mut Output) {}
}

impl Read<'_> for bool {
    fn read(flags: u32, _: &mut Input<'_>) -> bool {
        flags & 1 != 0
    }
}

impl BridgeType for &str {}

impl Write for &str {
    fn write(&self, output: &mut Output) {
        output.text(self);
    }
}

impl<'i> Read<'i> for &'i str {
    fn read(_: u32, input: &mut Input<'i>) -> &'i str {
        input.text()
    }
}

impl BridgeType for String {}

impl Write for String {
    fn write(&self, output: &mut Output) {
        output.text(self);
    }
}

impl Read<'_> for String {
    fn read(_: u32, input: &mut Input<'_>) -> String {
        input.text().into()
    }
}

impl BridgeType for Cow<'_, str> {}

impl Write for Cow<'_, str> {
    fn write(&self, output: &mut Output) {
        output.text(self);
    }
}

impl BridgeType for &[u8] {}

impl Write for &[u8] {
    fn write(&self, output: &mut Output) {
        output.bytes(self);
    }
}

impl<'i> Read<'i> for &'i [u8] {
    fn read(_: u32, input: &mut Input<'i>) -> &'i [u8] {
        input.bytes()
    }
}

impl<T: BridgeType> BridgeType for Option<T> {
    const FLAGS: u32 = 1 + T::FLAGS;
}

impl<T: Write> Write for Option<T> {
    fn flags(&self) -> u32 {
        self.as_ref().map_or(0, |value| 1 | value.flags() << 1)
    }

    fn write(&self, output: &mut Output) {
        if let Some(value) = self {
            value.write(output);
        }
    }
}

impl<'i, T: Read<'i>> Read<'i> for Option<T> {
    fn read(flags: u32, input: &mut Input<'i>) -> Option<T> {
        (flags & 1 != 0).then(|| T::read(flags >> 1, input))
    }
}

impl<T: BridgeType> BridgeType for Vec<T> {}

impl<T: Write> Write for Vec<T> {
    fn write(&self, output: &mut Output) {
        write_all(self, output);
    }
}

impl<'i, T: Read<'i>> Read<'i> for Vec<T> {
    fn read(_: u32, input: &mut Input<'i>) -> Vec<T> {
        // An invalid length must not create items.
        let left = input.number().min(input.left());
        (0..left).map(|_| read_alone(input)).collect()
    }
}

impl<T: BridgeType> BridgeType for &[T] {}

impl<T: Write> Write for &[T] {
    fn write(&self, output: &mut Output) {
        write_all(self, output);
    }
}

fn write_all<T: Write>(items: &[T], output: &mut Output) {
    output.number(items.len());
    for item in items {
        write_alone(item, output);
    }
}

/// A record in an input.
pub trait ReadMembers<'i> {
    /// Reads the members, given the flags.
    fn read_members(flags: u32, input: &mut Input<'i>) -> Self;
}

impl BridgeType for () {}

impl Write for () {
    fn write(&self, _: &mut Output) {}
}
