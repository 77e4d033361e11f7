//! The request path, with the card id as one percent-encoded segment, and the query.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::endpoint::Operation;

/// All characters except RFC 3986's unreserved ones.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The request path, exactly as it is signed and sent.
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
