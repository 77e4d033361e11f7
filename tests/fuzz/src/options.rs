//! Options of a validator, encoded in one byte.

use wechatpay_membercard::{Profile, UnknownKeys, Validator};

/// The current time of every run.
pub const NOW: i64 = 1_700_000_000_000;

/// A validator with the options in the bits of a byte, and the given card's state.
pub fn validator(bits: u8, current: Option<&str>) -> Validator {
    let is_set = |bit: u8| bits & (1 << bit) != 0;
    let mut validator = Validator::new()
        .profile(if is_set(0) { Profile::Merchant } else { Profile::Partner })
        .china_time(is_set(1))
        .unknown_keys(unknown_keys(bits))
        .now((!is_set(2)).then_some(NOW));
    if is_set(3) {
        validator = validator.image_hosts(["Images.Example", ""]);
    }
    match current {
        Some(state) => validator.current_json(state),
        None => validator,
    }
}

/// The treatment of unknown keys. It shares a bit with the profile.
pub fn unknown_keys(bits: u8) -> UnknownKeys {
    match (bits & 0x80 != 0, bits & 1 != 0) {
        (false, _) => UnknownKeys::Warn,
        (true, false) => UnknownKeys::Refuse,
        (true, true) => UnknownKeys::Drop,
    }
}
