//! The path of the request, in which the card id is one percent-encoded segment.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::endpoint::Operation;

/// Everything but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of a card, as it is signed and sent; of an operation without a card, its own.
pub(crate) fn card_path(operation: &Operation, card_id: &str) -> String {
    match operation.path_parameter {
        "" => operation.path.to_owned(),
        _ => format!("{}{}", operation.path, utf8_percent_encode(card_id, RESERVED)),
    }
}
