//! The options of a validation.

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{Locale, Profile, UnknownKeys, Validator};

use crate::mailbox::Parts;

/// What may be said about a text and its validation in one bit each; the sum of them is passed.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub enum CoreFlag {
    /// The text is in host notation, not JSON.
    Host = 1,
    /// Messages are in English, not in Chinese.
    English = 2,
    /// The merchants' page applies, not that of service providers.
    Merchant = 4,
    /// Times are written with the offset +08:00.
    ChinaTime = 8,
    /// Keys that the API does not list are errors.
    RefuseUnknownKeys = 16,
    /// Keys that the API does not list are left out of the body.
    DropUnknownKeys = 32,
    /// The first of the extras is the card's current state, in host notation.
    Current = 64,
    /// All other extras replace the hosts that images may have.
    ImageHosts = 128,
}

/// What the validator takes beside the payload.
pub(crate) struct CoreOptions<'e> {
    flags: u32,
    /// Milliseconds since the epoch.
    now: f64,
    extras: &'e [u8],
}

impl CoreOptions<'_> {
    pub(crate) fn new(flags: u32, now: f64, extras: &[u8]) -> CoreOptions<'_> {
        CoreOptions { flags, now, extras }
    }

    fn has(&self, flag: CoreFlag) -> bool {
        self.flags & flag as u32 != 0
    }

    /// Whether the text is in host notation.
    pub(crate) fn is_host(&self) -> bool {
        self.has(CoreFlag::Host)
    }

    pub(crate) fn locale(&self) -> Locale {
        if self.has(CoreFlag::English) { Locale::En } else { Locale::Zh }
    }

    /// The present, in seconds since the epoch.
    #[cfg(feature = "guard")]
    pub(crate) fn now_seconds(&self) -> i64 {
        (self.now / 1000.0).floor() as i64
    }

    fn unknown_keys(&self) -> UnknownKeys {
        match (self.has(CoreFlag::RefuseUnknownKeys), self.has(CoreFlag::DropUnknownKeys)) {
            (true, _) => UnknownKeys::Refuse,
            (false, true) => UnknownKeys::Drop,
            (false, false) => UnknownKeys::Warn,
        }
    }

    pub(crate) fn validator(&self) -> Validator {
        let profile = if self.has(CoreFlag::Merchant) { Profile::Merchant } else { Profile::Partner };
        let mut validator = Validator::new()
            .now(self.now as i64)
            .profile(profile)
            .china_time(self.has(CoreFlag::ChinaTime))
            .unknown_keys(self.unknown_keys());
        let mut extras = Parts(self.extras);
        if self.has(CoreFlag::Current) {
            validator = validator.current_json(extras.next().unwrap_or_default());
        }
        if self.has(CoreFlag::ImageHosts) {
            validator = validator.image_hosts(extras);
        }
        validator
    }
}
