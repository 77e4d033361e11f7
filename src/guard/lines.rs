//! The five lines of a message.

use super::code::RefusalCode;
use super::refusal::Refusal;
use crate::json::MAX_BYTES;

/// The longest message, in bytes: the largest body, and 1 KiB for the lines before it.
pub const MAX_MESSAGE_BYTES: usize = MAX_BYTES + 1024;

const LINES: usize = 5;

/// The lines of a message, without line feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lines<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub timestamp: &'a str,
    pub nonce_str: &'a str,
    pub body: &'a str,
}

impl<'a> Lines<'a> {
    /// Splits a message. A canonical body contains no line feed, so the last line is the whole body.
    pub fn split(message: &'a [u8]) -> Result<Lines<'a>, Refusal> {
        if message.len() > MAX_MESSAGE_BYTES {
            let refusal = Refusal::new(RefusalCode::TooLarge);
            return Err(refusal.with("max", MAX_MESSAGE_BYTES).with("actual", message.len()));
        }
        let text = std::str::from_utf8(message)
            .map_err(|error| Refusal::new(RefusalCode::NotUtf8).with("offset", error.valid_up_to()))?;
        // The part after the last line feed must be empty.
        let mut parts = text.split('\n');
        let lines: [Option<&str>; LINES + 2] = std::array::from_fn(|_| parts.next());
        match lines {
            [Some(method), Some(path), Some(timestamp), Some(nonce_str), Some(body), Some(""), None] => {
                Ok(Lines { method, path, timestamp, nonce_str, body })
            }
            _ => Err(wrong_line_count(text)),
        }
    }
}

fn wrong_line_count(text: &str) -> Refusal {
    let refusal = Refusal::new(RefusalCode::WrongLineCount)
        .with("expected", LINES)
        .with("actual", text.matches('\n').count());
    match text.rsplit('\n').next().map_or(0, str::len) {
        0 => refusal,
        unterminated => refusal.with("unterminated", unterminated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::locale::Locale;

    fn refusal(message: &str) -> Refusal {
        Lines::split(message.as_bytes()).unwrap_err()
    }

    #[test]
    fn five_lines() {
        let lines = Lines::split(b"M\nP\nT\nN\nB\n").unwrap();
        assert_eq!(lines, Lines { method: "M", path: "P", timestamp: "T", nonce_str: "N", body: "B" });
        assert_eq!(Lines::split(b"\n\n\n\n\n").unwrap().body, "");
    }

    #[test]
    fn neither_more_nor_less() {
        for message in [
            "",
            "\n",
            "M",
            "M\nP\nT\nN\n",
            "M\nP\nT\nN\nB",
            "M\nP\nT\nN\nB\n\n",
            "M\nP\nT\nN\nB\nB\n",
            "\n\n\n\n\n\n",
            "M\nP\nT\nN\nB\nB",
        ] {
            assert_eq!(refusal(message).code, RefusalCode::WrongLineCount, "{message:?}");
        }
        assert_eq!(
            refusal("M\nP\nT\nN\n{}").message(Locale::En),
            "The message must be 5 lines, each ended by one line feed, the last one too; it has 4 line feeds and then 2 \
             bytes without one"
        );
        assert!(refusal("M\nP\nT\nN\nB\n\n").message(Locale::En).ends_with("it has 6 line feeds"));
    }

    #[test]
    fn other_line_breaks_are_none() {
        for line_break in ["\r", "\r\n", "\u{85}", "\u{2028}", "\u{b}"] {
            let message = ["M", "P", "T", "N", "B", ""].join(line_break);
            let message = message.trim_end_matches('\n');
            assert_eq!(refusal(message).code, RefusalCode::WrongLineCount, "{message:?}");
        }
        assert_eq!(Lines::split(b"M\r\nP\nT\nN\nB\n").unwrap().method, "M\r");
    }

    #[test]
    fn bytes_that_are_not_utf8() {
        let refusal = Lines::split(b"M\nP\nT\nN\n\xff\n").unwrap_err();
        assert_eq!(refusal.message(Locale::En), "The message is not UTF-8 from byte 8 on");
        assert_eq!(Lines::split(b"M\nP\nT\nN\n\xed\xa0\x80\n").unwrap_err().code, RefusalCode::NotUtf8);
        assert_eq!(Lines::split(b"M\nP\nT\nN\n\xc0\x8a\n").unwrap_err().code, RefusalCode::NotUtf8);
    }

    #[test]
    fn size_comes_first() {
        let refusal = Lines::split(&vec![0xff; MAX_MESSAGE_BYTES + 1]).unwrap_err();
        assert_eq!(refusal.message(Locale::En), "The message is too large: at most 263168 bytes, not 263169");
        assert_eq!(Lines::split(&vec![0xff; MAX_MESSAGE_BYTES]).unwrap_err().code, RefusalCode::NotUtf8);
    }
}
