//! The states of fields, as they are answered. `pkg/src/form/read-state.ts` reads them.

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{FieldState, Locale, Unit};

use crate::mailbox::Output;
use crate::told::tell;

/// What is said of a field in one bit each; the sum of them is answered.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub enum CoreMark {
    /// The other fields and the card ask for it.
    Required = 1,
    /// It means something beside the other fields.
    Relevant = 2,
    /// The user has visited it.
    Touched = 4,
    /// Its value differs from the one it is compared with.
    Dirty = 8,
    /// Its limit counts characters.
    Characters = 16,
    /// Its limit counts items.
    Items = 32,
    /// A count follows.
    Count = 64,
    /// A count of graphemes follows.
    Graphemes = 128,
    /// A limit follows.
    Limit = 256,
    /// What remains of the limit follows.
    Remaining = 512,
    /// The card does not let it change: the code of the issue that a change would raise follows, and the reason.
    Locked = 1024,
}

/// Adds the state of a field to the answer: its path; its value, if it has one; the sum of its marks, and what they say
/// follows; its issues.
pub(super) fn tell_state(state: FieldState, locale: Locale, output: &mut Output) {
    output.path(&state.path);
    output.optional(state.value.as_deref());
    let counts = [
        (CoreMark::Count, state.count),
        (CoreMark::Graphemes, state.graphemes),
        (CoreMark::Limit, state.limit),
        (CoreMark::Remaining, state.remaining.map(|remaining| remaining as usize)),
    ];
    let marks = [
        (CoreMark::Required as usize, state.required),
        (CoreMark::Relevant as usize, state.relevant),
        (CoreMark::Touched as usize, state.touched),
        (CoreMark::Dirty as usize, state.dirty),
        (CoreMark::Characters as usize, state.unit == Some(Unit::Character)),
        (CoreMark::Items as usize, state.unit == Some(Unit::Item)),
        (CoreMark::Locked as usize, state.locked.is_some()),
    ];
    output.marks(marks.into_iter().chain(counts.map(|(count, number)| (count as usize, number.is_some()))));
    for number in counts.into_iter().filter_map(|(_, number)| number) {
        output.number(number);
    }
    if let Some(lock) = state.locked {
        output.number(lock.code as usize);
        output.text(lock.reason.get(locale));
    }
    tell(state.issues, locale, output);
}
