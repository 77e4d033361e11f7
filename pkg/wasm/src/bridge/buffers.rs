//! The memory that both sides read and write.

use std::cell::{Cell, RefCell};

use encoding_rs::mem::convert_str_to_utf16;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{MAX_BYTES, WrittenValue};

use super::macros::numbers;

/// Larger buffers are not kept: more than one input takes, and many times an honest response.
pub const KEPT_BYTES: usize = 1024 * 1024;

numbers! {
    /// What the head says, in four bytes each.
    pub enum Head {
        /// Where the input is.
        Input,
        /// How many bytes it has room for.
        Capacity,
        /// Where the text of the response is.
        Text,
        /// Where the numbers of the response are.
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

/// Where the head is, for good.
#[wasm_bindgen]
pub fn head() -> *const u32 {
    HEAD.with(|head| head.as_ptr().cast_const().cast())
}

/// Makes room for an input of that many bytes, and no longer for much more.
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

/// Longer inputs may hold so many mistakes that the response to them is long, too.
const LONG_INPUT: usize = 16 * 1024;

/// Hands over what was written: so many bytes.
///
/// The room for a long response is kept, so it is made before what the input is read into: behind that, it would lie in
/// the way of the next long input, for which the memory would grow again.
pub fn with_input<T>(length: usize, read: impl FnOnce(&mut Input<'_>) -> T) -> T {
    if length > LONG_INPUT {
        OUTPUT.with_borrow_mut(|output| output.make_room(length.min(MAX_BYTES)));
    }
    INPUT.with_borrow(|bytes| read(&mut Input::new(bytes.get(..length).unwrap_or_default())))
}

numbers! {
    /// What a call came to.
    pub enum Outcome {
        /// The response is what was asked for.
        Done,
        /// The same, and there are warnings that the response does not hold.
        Warned,
        /// The response is the issues, an error among them.
        Invalid,
        /// The response says why not.
        Refused,
    }
}

/// Has `write` write the response, into empty buffers. Returns what the call returns: the outcome in the two lowest bits,
/// and above them the length of the text.
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

/// What JavaScript wrote, read from its beginning. What is missing reads as nothing.
#[derive(Debug)]
pub struct Input<'i>(&'i [u8]);

impl<'i> Input<'i> {
    /// Reads from the first of these bytes.
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

    /// How many bytes are left.
    pub fn left(&self) -> u32 {
        self.0.len() as u32
    }

    /// All bytes that are left.
    pub fn rest(&mut self) -> &'i [u8] {
        std::mem::take(&mut self.0)
    }

    /// All that is left, as a value: the number of its words, they, and their texts.
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

    /// All that is left, as text.
    pub fn rest_of_text(&mut self) -> &'i str {
        str::from_utf8(self.rest()).unwrap_or_default()
    }
}

/// What JavaScript reads.
#[derive(Debug)]
pub struct Output {
    /// Where the text is, with room for more.
    room: Vec<u16>,
    /// How long the text is.
    length: usize,
    numbers: Vec<u32>,
    /// For texts that are put together before they are added.
    pub(super) scratch: String,
}

impl Output {
    pub(super) const fn new() -> Output {
        Output { room: Vec::new(), length: 0, numbers: Vec::new(), scratch: String::new() }
    }

    /// Makes room for the response to an input of that many bytes.
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

    /// Adds a text without its length: the response has no other, or the length is written in another way, and says how
    /// long it is.
    pub fn add(&mut self, text: &str) -> usize {
        // A text has no more units than bytes.
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

/// What was written, for tests.
#[cfg(feature = "typescript")]
impl Output {
    /// The numbers, and the text.
    pub(super) fn into_parts(self) -> (Vec<u32>, String) {
        (self.numbers, String::from_utf16(&self.room[..self.length]).expect("it was text"))
    }
}
