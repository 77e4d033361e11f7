//! The path of the request, in which the card id is one percent-encoded segment, and its query.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::endpoint::Operation;

/// Everything but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of a request as it is signed and sent, with the card and the brand that it names.
pub(crate) fn path_of(operation: &Operation, card_id: &str, brand_id: Option<&str>) -> String {
    let mut path = operation.path.to_owned();
    if !operation.path_parameter.is_empty() {
        path.extend(utf8_percent_encode(card_id, RESERVED));
    }
    if !operation.query_parameter.is_empty() {
        path.extend(["?", operation.query_parameter, "="]);
        path.extend(utf8_percent_encode(brand_id.unwrap_or_default(), RESERVED));
    }
    path
}
