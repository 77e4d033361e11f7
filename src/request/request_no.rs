//! The merchant's own number of a request that creates a card.

use super::defaults;
use super::error::RequestError;

/// `string(128)`; what follows the brand id has 44 characters at most.
const BRAND_ID_MAX: usize = 64;

/// Makes an `out_request_no` of the shape that the page suggests: the brand id, the time, and a number of its own. It is
/// for hosts that bring their own randomness: the bytes must come from a secure source and be used once.
///
/// Of the brand id it takes what such a number may hold: letters, digits, `-` and `_`.
///
/// ```
/// use wechatpay_membercard::out_request_no_from_bytes;
/// let number = out_request_no_from_bytes("1004", 1_554_208_460, [0xa5; 8]);
/// assert_eq!(number, "1004-1554208460-A5A5A5A5A5A5A5A5");
/// ```
pub fn out_request_no_from_bytes(brand_id: &str, timestamp: i64, bytes: [u8; 8]) -> String {
    let is_taken = |character: &char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let brand_id: String = brand_id.chars().filter(is_taken).take(BRAND_ID_MAX).collect();
    format!("{brand_id}-{timestamp}-{:016X}", u64::from_be_bytes(bytes))
}

/// Makes an `out_request_no` for a creation, unlike any other one: see [`out_request_no_from_bytes`]. Keep it: a request
/// that is repeated has the same number, and creates no second card.
///
/// # Errors
///
/// [`RequestError::TimestampRequired`] and [`RequestError::NonceStrRequired`], if the system has no clock or no random
/// source, or the feature `host` is off.
pub fn new_out_request_no(brand_id: &str) -> Result<String, RequestError> {
    Ok(out_request_no_from_bytes(brand_id, defaults::timestamp()?, defaults::random()?))
}
