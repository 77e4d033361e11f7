//! Buffers that both sides read and write.

use std::cell::{Cell, RefCell};

use encoding_rs::mem::convert_str_to_utf16;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{MAX_BYTES, WrittenValue};

use super::macros::numbers;

/// Larger buffers are not kept. This exceeds the largest input and any ordinary response.
pub const KEPT_BYTES: usize = 1024 * 1024;

numbers! {
    /// The numbers of the head, with four bytes each.
    pub enum Head {
        /// The address of the input.
        Input,
        /// The capacity of the input, in bytes.
        Capacity,
        /// The address of the response's text.
        Text,
        /// The address of the response's numbers.
        Numbers,
    }
}

thread_local! {
    static HEAD: Cell<[u32; 4]> = const { Cell::new([0; 4]) };
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Output> = const { RefCell::new(Output::new()) };
}

fn set_head(values: [(Head, usize); 2]) {
    HEAD.with(|head| {
        let mut noted = head.get();
        for (name, value) in values {
            noted[name as usize] = value as u32;
        }
        head.set(noted);
    });
}

/// The address of the head. It never changes.
#[wasm_bindgen]
pub fn head() -> *const u32 {
    HEAD.with(|head| head.as_ptr().cast_const().cast())
}

/// Ensures the capacity of the input, and shrinks a buffer that is too large to keep.
#[wasm_bindgen]
pub fn reserve(length: usize) {
    INPUT.with_borrow_mut(|bytes| {
        if length > bytes.len() {
            bytes.resize(length, 0);
        } else if bytes.len() > KEPT_BYTES {
            bytes.truncate(KEPT_BYTES.max(length));
            bytes.shrink_to_fit();
        }
        set_head([(Head::Input, bytes.as_ptr().addr()), (Head::Capacity, bytes.len())]);
    });
}

/// Longer inputs may have so many issues that their responses are long, too.
const LONG_INPUT: usize = 16 * 1024;

/// Reads the first `length` bytes of the input.
///
/// The buffer for a long response is allocated before the input is parsed. Allocated after the parsed data, the kept
/// buffer would fragment the memory, which would then grow again for the next long input.
pub fn with_input<T>(length: usize, read: impl FnOnce(&mut Input<'_>) -> T) -> T {
    if length > LONG_INPUT {
        OUTPUT.with_borrow_mut(|output| output.make_room(length.min(MAX_BYTES)));
    }
    INPUT.with_borrow(|bytes| read(&mut Input::new(bytes.get(..length).unwrap_or_default())))
}

numbers! {
    /// The outcome of a call.
    pub enum Outcome {
        /// The response is the result.
        Done,
        /// The response is the result, and there are warnings, which are not included.
        Warned,
        /// The response is the issues, with at least one error.
        Invalid,
        /// The response is the reason for a refusal.
        Refused,
    }
}

/// Clears the response and calls `write` to write it. Returns the return value of the call: the outcome in the two
/// lowest bits, the length of the text above.
pub fn respond(write: impl FnOnce(&mut Output) -> Outcome) -> usize {
    OUTPUT.with_borrow_mut(|output| {
        if output.room.len() > KEPT_BYTES {
            *output = Output::new();
        }
        output.length = 0;
        output.numbers.clear();
        let outcome = write(output);
        set_head([
            (Head::Text, output.room.as_ptr().addr()),
            (Head::Numbers, output.numbers.as_ptr().addr()),
        ]);
        4 * output.length + outcome as usize
    })
}

/// Reads an input from its start. Missing data reads as zeros and empty texts.
#[derive(Debug)]
pub struct Input<'i>(&'i [u8]);

impl<'i> Input<'i> {
    /// Reads these bytes.
    pub fn new(bytes: &'i [u8]) -> Input<'i> {
        Input(bytes)
    }

    /// The next number.
    pub fn number(&mut self) -> u32 {
        let (number, rest) = self.0.split_first_chunk().unwrap_or((&[0; 4], &[]));
        self.0 = rest;
        u32::from_le_bytes(*number)
    }

    /// The next whole number of up to 64 bits.
    pub fn integer(&mut self) -> i64 {
        let lower = self.number();
        i64::from(self.number()) << 32 | i64::from(lower)
    }

    /// The next bytes.
    pub fn bytes(&mut self) -> &'i [u8] {
        let length = self.number() as usize;
        let (bytes, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest;
        bytes
    }

    /// The next text.
    pub fn text(&mut self) -> &'i str {
        str::from_utf8(self.bytes()).unwrap_or_default()
    }

    /// The number of remaining bytes.
    pub fn left(&self) -> u32 {
        self.0.len() as u32
    }

    /// All remaining bytes.
    pub fn rest(&mut self) -> &'i [u8] {
        std::mem::take(&mut self.0)
    }

    /// The remaining bytes as an encoded value: the number of words, the words, and the text.
    pub fn rest_of_value(&mut self) -> WrittenValue {
        const BYTES_PER_WORD: usize = 4;
        let length = self.number() as usize * BYTES_PER_WORD;
        let (words, units) = self.rest().split_at_checked(length).unwrap_or_default();
        let (words, units) = (words.as_chunks().0, units.as_chunks().0);
        WrittenValue {
            words: words.iter().copied().map(u32::from_le_bytes).collect(),
            units: units.iter().copied().map(u16::from_le_bytes).collect(),
        }
    }

    /// The remaining bytes as text.
    pub fn rest_of_text(&mut self) -> &'i str {
        str::from_utf8(self.rest()).unwrap_or_default()
    }
}

/// A response.
#[derive(Debug)]
pub struct Output {
    /// The text, with spare capacity.
    room: Vec<u16>,
    /// The length of the text.
    length: usize,
    numbers: Vec<u32>,
    /// A buffer for building texts.
    pub(super) scratch: String,
}

impl Output {
    pub(super) const fn new() -> Output {
        Output { room: Vec::new(), length: 0, numbers: Vec::new(), scratch: String::new() }
    }

    /// Reserves capacity for the response to an input of that many bytes.
    fn make_room(&mut self, length: usize) {
        self.make_room_for_text(length);
        self.numbers.clear();
        self.numbers.reserve(length / 4);
    }

    fn make_room_for_text(&mut self, length: usize) {
        if length > self.room.len() {
            self.room.resize(length.max(2 * self.room.len()), 0);
        }
    }

    /// Adds a number.
    pub fn number(&mut self, number: usize) {
        self.numbers.push(number as u32);
    }

    /// Adds a whole number.
    pub fn integer(&mut self, number: i64) {
        self.numbers.extend([number as u32, (number >> 32) as u32]);
    }

    /// Adds bytes: four to a number.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        let word = |four: &[u8]| four.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte));
        self.numbers.extend(bytes.chunks(4).map(word));
    }

    /// Adds a text without its length, which is written in another way or is the response's total. Returns the length.
    pub fn add(&mut self, text: &str) -> usize {
        // UTF-16 has at most as many code units as UTF-8 has bytes.
        self.make_room_for_text(self.length + text.len());
        let units = convert_str_to_utf16(text, &mut self.room[self.length..]);
        self.length += units;
        units
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        let length = self.add(text);
        self.number(length);
    }
}

/// For tests.
#[cfg(feature = "typescript")]
impl Output {
    /// The numbers, and the text.
    pub(super) fn into_parts(self) -> (Vec<u32>, String) {
        (self.numbers, String::from_utf16(&self.room[..self.length]).expect("it was text"))
    }
}
