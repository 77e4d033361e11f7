//! The message to sign.
//!
//! Facts: docs/domain.md#6.1.

use std::ops::Range;

use crate::text::digits::push_integer;

/// The five lines of WeChat Pay's signing tutorial: method, path, timestamp, nonce and body, each ended by one line
/// feed. The body is exactly the text that is sent, or empty.
///
/// The path and the body are slices of the same buffer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    text: String,
    path: Range<usize>,
    body: Range<usize>,
}

impl Message {
    /// Builds the message. The caller has checked that the values before the body contain no line feeds.
    pub(crate) fn new(method: &str, path: &str, timestamp: i64, nonce_str: &str, body: &str) -> Message {
        const TIMESTAMP_AND_LINE_FEEDS: usize = 20 + 5;
        let capacity = method.len() + path.len() + nonce_str.len() + body.len() + TIMESTAMP_AND_LINE_FEEDS;
        let mut text = String::with_capacity(capacity);
        for part in [method, "\n", path, "\n"] {
            text.push_str(part);
        }
        push_integer(timestamp, &mut text);
        for part in ["\n", nonce_str, "\n"] {
            text.push_str(part);
        }
        let path = method.len() + 1..method.len() + 1 + path.len();
        let body_start = text.len();
        text.push_str(body);
        let body = body_start..text.len();
        text.push('\n');
        Message { text, path, body }
    }

    /// The complete message.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The path, exactly as it is signed and sent.
    pub(crate) fn path(&self) -> &str {
        &self.text[self.path.clone()]
    }

    /// The body, exactly as it is signed and sent.
    pub(crate) fn body(&self) -> &str {
        &self.text[self.body.clone()]
    }
}
