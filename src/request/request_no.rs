//! Request numbers of creations.

use super::defaults;
use super::error::RequestError;

/// `string(128)`: the part after the brand id has at most 44 characters.
const BRAND_ID_MAX: usize = 64;

/// Makes an `out_request_no` in the format that WeChat Pay's page suggests: brand id, time, and a random number. For
/// hosts with their own random number generator: the bytes must be cryptographically secure, and used once.
///
/// Characters of the brand id that such a number must not contain are dropped: it has letters, digits, `-` and `_`.
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

/// Makes a unique `out_request_no` for a creation: see [`out_request_no_from_bytes`]. Keep it: a retry with the same
/// number does not create a second card.
///
/// # Errors
///
/// [`RequestError::TimestampRequired`] or [`RequestError::NonceStrRequired`] if the system has no clock or random
/// number generator, or the feature `host` is off.
pub fn new_out_request_no(brand_id: &str) -> Result<String, RequestError> {
    Ok(out_request_no_from_bytes(brand_id, defaults::timestamp()?, defaults::random()?))
}
