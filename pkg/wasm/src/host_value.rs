//! JavaScript values, written down as the core's `HostValue`. `pkg/src/bridge/write-value.ts` writes them.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::membercard_open::UPDATE;
use wechatpay_membercard::schema::Kind;
use wechatpay_membercard::{HostValue, Issue};

use crate::mailbox::{Output, answer, received};
use crate::options::CoreOptions;
use crate::told::tell;
use crate::validate::CoreVerdict;

thread_local! {
    static ROOM: RefCell<Room> = const { RefCell::new(Room { words: Vec::new(), units: Vec::new() }) };
}

/// More is not kept.
const KEPT: usize = 128 * 1024;

/// Where JavaScript writes a value.
struct Room {
    words: Vec<u32>,
    units: Vec<u16>,
}

/// Makes room for a value of so many words and code units of texts.
#[wasm_bindgen]
pub fn value_room(words: usize, units: usize) {
    ROOM.with_borrow_mut(|room| {
        fit(&mut room.words, words);
        fit(&mut room.units, units);
    });
}

fn fit<T: Clone + Default>(places: &mut Vec<T>, needed: usize) {
    if needed > places.len() {
        places.resize(needed, T::default());
    } else if places.len() > KEPT {
        places.truncate(KEPT.max(needed));
        places.shrink_to_fit();
    }
}

/// Where the words are to be written.
#[wasm_bindgen]
pub fn value_words() -> *const u32 {
    ROOM.with_borrow(|room| room.words.as_ptr())
}

/// Where the texts are to be written, in UTF-16.
#[wasm_bindgen]
pub fn value_units() -> *const u16 {
    ROOM.with_borrow(|room| room.units.as_ptr())
}

/// Hands the value to `use_it`, of which so many words and code units were written, and the extras.
fn with_value<T>(
    words: usize,
    units: usize,
    extras: usize,
    use_it: impl FnOnce(HostValue<'_>, &[u8]) -> T,
) -> T {
    ROOM.with_borrow(|room| {
        let words = room.words.get(..words).unwrap_or_default();
        let units = room.units.get(..units).unwrap_or_default();
        received([extras], |[extras]| use_it(HostValue { words, units }, extras))
    })
}

/// Validates the value, with the extras at hand. Returns the `CoreVerdict`; of an invalid one, the answer is the issues,
/// and four times the length of their text is added. The body and warnings are not made: not everyone reads them.
#[wasm_bindgen]
pub fn validate_value(words: usize, units: usize, extras: usize, flags: u32, now: f64) -> usize {
    with_value(words, units, extras, |value, extras| {
        let options = CoreOptions::new(flags, now, extras);
        let issues = options.validator().check_value(value);
        if issues.iter().any(Issue::is_error) {
            answer(|output| {
                tell(issues, options.locale(), output);
                output.ended(CoreVerdict::Invalid as usize)
            })
        } else if issues.is_empty() {
            CoreVerdict::Valid as usize
        } else {
            CoreVerdict::Warned as usize
        }
    })
}

/// Validates as `validate_value` does, and answers the issues. Returns the length of the answer's text.
#[wasm_bindgen]
pub fn issues_of_value(words: usize, units: usize, extras: usize, flags: u32, now: f64) -> usize {
    with_value(words, units, extras, |value, extras| {
        let options = CoreOptions::new(flags, now, extras);
        let issues = options.validator().check_value(value);
        answer(|output| {
            tell(issues, options.locale(), output);
            output.length()
        })
    })
}

/// Answers the body of a value that is valid with these flags. Returns its length.
#[wasm_bindgen]
pub fn body_of_value(words: usize, units: usize, flags: u32) -> usize {
    with_value(words, units, 0, |value, _| {
        let body = CoreOptions::new(flags, 0.0, &[]).validator().body_of(value);
        answer(|output| output.add(&body.unwrap_or_default()))
    })
}

/// Answers which keys have a position, as JSON: an object has the keys of a table, in order, each with what its value
/// holds; an array, what the items of a list hold; all else is 0. Returns its length.
#[wasm_bindgen]
pub fn value_keys() -> usize {
    answer(|output| {
        output.keys(&UPDATE.body.kind);
        output.length()
    })
}

impl Output {
    fn keys(&mut self, kind: &Kind) {
        match kind {
            Kind::Object(object) => {
                for (row, field) in object.fields.iter().enumerate() {
                    self.add(if row == 0 { "{\"" } else { ",\"" });
                    self.add(field.name);
                    self.add("\":");
                    self.keys(&field.kind);
                }
                self.add("}");
            }
            Kind::List(list) => {
                self.add("[");
                self.keys(list.item);
                self.add("]");
            }
            _ => {
                self.add("0");
            }
        }
    }
}
