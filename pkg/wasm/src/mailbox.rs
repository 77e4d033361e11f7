//! How bytes cross: JavaScript leaves them in the input, calls with numbers alone, and finds the answer in the output. The
//! buffers stay where they are, so that a call needs no memory of its own, and no glue that passes values.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::utf16;

/// Larger buffers are not kept: more than one input takes, and many times an honest answer.
const KEPT_BYTES: usize = 1024 * 1024;

/// What the module answers: text, and numbers that tell what is where in it.
///
/// The text is in UTF-16, as JavaScript keeps it: engines take many times as long to read UTF-8 that is not ASCII.
pub(crate) struct Output {
    text: Vec<u16>,
    numbers: Vec<u32>,
}

impl Output {
    const fn new() -> Output {
        Output { text: Vec::new(), numbers: Vec::new() }
    }

    /// The length of the text so far, in UTF-16 code units, as all lengths that JavaScript is told.
    pub(crate) fn length(&self) -> usize {
        self.text.len()
    }

    /// Adds a text, and says how long it is.
    pub(crate) fn add(&mut self, text: &str) -> usize {
        let start = self.text.len();
        utf16::extend(&mut self.text, text);
        self.text.len() - start
    }

    /// Adds a text, and its length as a number.
    pub(crate) fn text(&mut self, text: &str) {
        let length = self.add(text);
        self.number(length);
    }

    /// Adds a text that there may be: its length and one, or nothing and 0.
    #[cfg(feature = "request")]
    pub(crate) fn optional(&mut self, text: Option<&str>) {
        let number = text.map_or(0, |text| self.add(text) + 1);
        self.number(number);
    }

    /// Adds a whole number: its lower and its upper half.
    pub(crate) fn integer(&mut self, number: i64) {
        self.numbers.extend([number as u32, (number >> 32) as u32]);
    }

    /// Adds the sum of those marks that are set: each is a bit.
    #[cfg(feature = "request")]
    pub(crate) fn marks(&mut self, marks: impl IntoIterator<Item = (usize, bool)>) {
        self.number(marks.into_iter().filter(|(_, is_set)| *is_set).map(|(mark, _)| mark).sum());
    }

    /// What a call returns that may come to several things: the outcome, and four times the length of the text.
    pub(crate) fn ended(&self, outcome: usize) -> usize {
        4 * self.length() + outcome
    }

    /// Adds a number.
    pub(crate) fn number(&mut self, number: usize) {
        self.numbers.push(number as u32);
    }
}

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Output> = const { RefCell::new(Output::new()) };
}

/// Makes room for an input of that many bytes and says where it is to be written.
#[wasm_bindgen]
pub fn input(length: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|bytes| {
        if length > bytes.len() {
            bytes.resize(length, 0);
        } else if bytes.len() > KEPT_BYTES {
            bytes.truncate(KEPT_BYTES.max(length));
            bytes.shrink_to_fit();
        }
        bytes.as_mut_ptr()
    })
}

/// Where the text of the answer is, in UTF-16. Its length is what the call returned.
#[wasm_bindgen]
pub fn output_text() -> *const u16 {
    OUTPUT.with_borrow(|output| output.text.as_ptr())
}

/// Where the numbers of the answer are.
#[wasm_bindgen]
pub fn output_numbers() -> *const u32 {
    OUTPUT.with_borrow(|output| output.numbers.as_ptr())
}

/// How many numbers the answer has.
#[wasm_bindgen]
pub fn output_count() -> usize {
    OUTPUT.with_borrow(|output| output.numbers.len())
}

/// Hands the input to `use_it`, cut into parts of those lengths.
pub(crate) fn received<T, const PARTS: usize>(
    lengths: [usize; PARTS],
    use_it: impl FnOnce([&[u8]; PARTS]) -> T,
) -> T {
    INPUT.with_borrow(|bytes| {
        let mut rest = bytes.as_slice();
        use_it(lengths.map(|length| {
            let (part, behind) = rest.split_at_checked(length).unwrap_or_default();
            rest = behind;
            part
        }))
    })
}

/// Has `write` write the answer, into empty buffers.
pub(crate) fn answer<T>(write: impl FnOnce(&mut Output) -> T) -> T {
    OUTPUT.with_borrow_mut(|output| {
        if output.text.capacity() > KEPT_BYTES {
            *output = Output::new();
        }
        output.text.clear();
        output.numbers.clear();
        write(output)
    })
}

/// A text in parts, each behind its length in four bytes, the lowest first.
pub(crate) struct Parts<'p>(pub(crate) &'p [u8]);

impl<'p> Iterator for Parts<'p> {
    type Item = &'p str;

    fn next(&mut self) -> Option<&'p str> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let (part, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        self.0 = rest;
        std::str::from_utf8(part).ok()
    }
}
