//! The options of a validation.

use serde::Deserialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wechatpay_membercard::{Locale, Profile, Validator};

use crate::value::from_js;

/// What the validator takes beside the payload.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoreOptions {
    /// The card's current state, in host notation.
    #[tsify(optional)]
    current: Option<String>,
    /// The language of messages.
    pub(crate) locale: Locale,
    /// Replaces the hosts that images may have.
    #[tsify(optional)]
    image_hosts: Option<Vec<String>>,
    /// Milliseconds since the epoch.
    now: f64,
    /// Which of the two official pages applies.
    #[tsify(optional)]
    profile: Option<Profile>,
    /// Whether times are written with the offset +08:00.
    #[tsify(optional)]
    china_time: Option<bool>,
}

impl CoreOptions {
    pub(crate) fn read(options: JsValue) -> Result<CoreOptions, JsValue> {
        from_js(options)
    }

    /// The options of a call that passes the language and the time by themselves, and all options only if there are
    /// others: an object takes longer to read than most updates.
    pub(crate) fn of_call(english: bool, now: f64, options: JsValue) -> Result<CoreOptions, JsValue> {
        if !options.is_undefined() {
            return CoreOptions::read(options);
        }
        let locale = if english { Locale::En } else { Locale::Zh };
        Ok(CoreOptions { locale, now, current: None, image_hosts: None, profile: None, china_time: None })
    }

    /// The present, in seconds since the epoch.
    #[cfg(feature = "guard")]
    pub(crate) fn now_seconds(&self) -> i64 {
        (self.now / 1000.0).floor() as i64
    }

    pub(crate) fn validator(self) -> Validator {
        let mut validator = Validator::new()
            .now(self.now as i64)
            .profile(self.profile.unwrap_or_default())
            .china_time(self.china_time.unwrap_or_default());
        if let Some(current) = self.current {
            validator = validator.current_json(current);
        }
        if let Some(hosts) = self.image_hosts {
            validator = validator.image_hosts(hosts);
        }
        validator
    }
}
