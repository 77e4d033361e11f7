//! Validates bytes: the first byte selects the options, the rest is the text. With the option of a card, the text
//! before the first NUL is the card's state. With the option of a value, the next byte is the number of words (of four
//! bytes each), and the rest is their text in UTF-16.

use serde_json::Value;
use wechatpay_membercard::{TextBuffer, UnknownKeys, WrittenValue};

use crate::options::{unknown_keys, validator};
use crate::promises::{self, normal};

const VALUE: u8 = 1 << 4;
const CARD: u8 = 1 << 5;

/// Validates arbitrary bytes.
pub fn run(data: &[u8]) {
    let Some((bits, mut text)) = data.split_first() else { return };
    let mut card = None;
    if bits & CARD != 0
        && let Some(at) = text.iter().position(|byte| *byte == 0)
    {
        card = std::str::from_utf8(&text[..at]).ok();
        text = &text[at + 1..];
    }
    let validator = validator(*bits, card);
    if bits & VALUE != 0 {
        let report = validator.validate_value(written(text).read(&mut TextBuffer::new()));
        return promises::check(&validator, &[], &report);
    }
    let report = validator.validate_json(text);
    promises::check(&validator, text, &report);
    let keeps_all = bits & 2 == 0 && unknown_keys(*bits) != UnknownKeys::Drop;
    if let Some(body) = report.body().filter(|_| keeps_all)
        && let Ok(input) = serde_json::from_slice::<Value>(text)
    {
        let body: Value = serde_json::from_str(body).expect("it has the same numbers");
        assert_eq!(normal(&body), normal(&input), "the body says something else");
    }
}

fn written(bytes: &[u8]) -> WrittenValue {
    let (length, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let (words, units) = rest.split_at((usize::from(*length) * 4).min(rest.len()));
    WrittenValue {
        words: words.as_chunks().0.iter().copied().map(u32::from_le_bytes).collect(),
        units: units.as_chunks().0.iter().copied().map(u16::from_le_bytes).collect(),
    }
}
