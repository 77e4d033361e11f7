//! Paths of fields, as they are received.

use wechatpay_membercard::{Path, Segment};

/// Stands in the place of a key's length before an index.
const INDEX: u32 = u32::MAX;

/// The path that bytes stand for: of each step the length of the key and the key, or [`INDEX`] and the index. Numbers have
/// four bytes, the lowest first. `pkg/src/form/field-path.ts` writes them.
pub(super) fn path(bytes: &[u8]) -> Path {
    let mut steps = Steps(bytes);
    std::iter::from_fn(|| steps.step()).collect()
}

struct Steps<'b>(&'b [u8]);

impl Steps<'_> {
    fn step(&mut self) -> Option<Segment> {
        match self.number()? {
            INDEX => Some(Segment::Index(self.number()? as usize)),
            length => {
                let (key, rest) = self.0.split_at_checked(length as usize)?;
                self.0 = rest;
                Some(Segment::Key(str::from_utf8(key).ok()?.to_owned().into()))
            }
        }
    }

    fn number(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*number))
    }
}
