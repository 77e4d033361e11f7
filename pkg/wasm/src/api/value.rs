//! Encoded JavaScript values, as the core's `HostValue`. `pkg/src/bridge/write-value.ts` writes them.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{HostValue, Issue, TextBuffer};

use crate::bridge::records::issue::Issues;
use crate::bridge::records::options::ValidationOptions;
use crate::bridge::{Input, Outcome, Write, respond, with_input};

thread_local! {
    static VALUE: RefCell<ValueBuffer> = const { RefCell::new(ValueBuffer { words: Vec::new(), units: Vec::new(), texts: TextBuffer::new() }) };
}

/// Larger buffers are not kept.
const MAX_KEPT: usize = 128 * 1024;

/// The buffer for encoded values.
struct ValueBuffer {
    words: Vec<u32>,
    units: Vec<u16>,
    /// The buffer for their texts in UTF-8.
    texts: TextBuffer,
}

/// Reserves space for a value with that many words and code units.
#[wasm_bindgen]
pub fn reserve_value(words: usize, units: usize) {
    VALUE.with_borrow_mut(|buffer| {
        resize(&mut buffer.words, words);
        resize(&mut buffer.units, units);
        if buffer.texts.size() > MAX_KEPT {
            buffer.texts = TextBuffer::new();
        }
    });
}

fn resize<T: Clone + Default>(buffer: &mut Vec<T>, needed: usize) {
    if needed > buffer.len() {
        buffer.resize(needed, T::default());
    } else if buffer.len() > MAX_KEPT {
        buffer.truncate(MAX_KEPT.max(needed));
        buffer.shrink_to_fit();
    }
}

/// The address of the words.
#[wasm_bindgen]
pub fn value_words() -> *const u32 {
    VALUE.with_borrow(|buffer| buffer.words.as_ptr())
}

/// The address of the texts, in UTF-16.
#[wasm_bindgen]
pub fn value_units() -> *const u16 {
    VALUE.with_borrow(|buffer| buffer.units.as_ptr())
}

/// Passes on the value with that many words and code units, and the input.
pub(super) fn with_value<T>(
    words: usize,
    units: usize,
    input: usize,
    use_it: impl FnOnce(HostValue<'_>, &mut Input<'_>) -> T,
) -> T {
    VALUE.with_borrow_mut(|buffer| {
        let words = buffer.words.get(..words).unwrap_or_default();
        let units = buffer.units.get(..units).unwrap_or_default();
        let value = HostValue::new(words, units, &mut buffer.texts);
        with_input(input, |input| use_it(value, input))
    })
}

/// Validates the value; `now` is in milliseconds since the epoch. Returns the issues of an invalid value. Body and
/// warnings are not written, because not every caller reads them.
#[wasm_bindgen]
pub fn validate_value(words: usize, units: usize, input: usize, flags: u32, now: f64) -> usize {
    with_value(words, units, input, |value, input| {
        let options = ValidationOptions::take(flags, input);
        let locale = options.locale;
        let issues = options.validator(now).check_value(value);
        if issues.iter().any(Issue::is_error) {
            respond(|output| {
                Issues::new(issues, locale).write(output);
                Outcome::Invalid
            })
        } else if issues.is_empty() {
            Outcome::Done as usize
        } else {
            Outcome::Warned as usize
        }
    })
}

/// Validates like `validate_value`, and returns the issues.
#[wasm_bindgen]
pub fn issues_of_value(words: usize, units: usize, input: usize, flags: u32, now: f64) -> usize {
    with_value(words, units, input, |value, input| {
        let options = ValidationOptions::take(flags, input);
        let locale = options.locale;
        let issues = options.validator(now).check_value(value);
        respond(|output| {
            Issues::new(issues, locale).write(output);
            Outcome::Done
        })
    })
}

/// Returns the body of a valid value.
#[wasm_bindgen]
pub fn body_of_value(words: usize, units: usize, input: usize, flags: u32) -> usize {
    with_value(words, units, input, |value, input| {
        let options = ValidationOptions::take(flags, input);
        let body = options.validator(0.0).body_of(value);
        respond(|output| {
            output.add(&body.unwrap_or_default());
            Outcome::Done
        })
    })
}
