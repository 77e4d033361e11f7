//! Bytes to the validator: the first byte chooses its options, the rest is the text. With the option of a card, the
//! text before the first NUL is the card's state.

use serde_json::Value;
use wechatpay_membercard::UnknownKeys;

use crate::options::{unknown_keys, validator};
use crate::promises::{self, normal};

const HOST_NOTATION: u8 = 1 << 4;
const CARD: u8 = 1 << 5;

/// Validates anything.
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
    let in_host_notation = std::str::from_utf8(text).ok().filter(|_| bits & HOST_NOTATION != 0);
    let report = match in_host_notation {
        Some(text) => validator.validate_host(text),
        None => validator.validate_json(text),
    };
    promises::check(&validator, text, &report);
    let keeps_all = bits & 2 == 0 && unknown_keys(*bits) != UnknownKeys::Drop;
    if let Some(body) = report.body().filter(|_| keeps_all)
        && let Ok(input) = serde_json::from_slice::<Value>(text)
    {
        let body: Value = serde_json::from_str(body).expect("it has the same numbers");
        assert_eq!(normal(&body), normal(&input), "the body says something else");
    }
}
