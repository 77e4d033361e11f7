//! What a validation takes beside the payload.

use serde::Deserialize;
use wechatpay_membercard::{Locale, Profile, Report, Validator};

/// The options, as the package's TypeScript writes them: complete and of the right types.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Options {
    /// The card's current state, in host notation.
    current: Option<String>,
    /// The language of messages.
    pub(crate) locale: Locale,
    image_hosts: Option<Vec<String>>,
    /// Milliseconds since the epoch.
    now: f64,
    #[serde(default)]
    profile: Profile,
    #[serde(default)]
    china_time: bool,
}

impl Options {
    /// The validator that the options describe.
    pub(crate) fn validator(&self) -> Validator {
        // A clock that stands outside the range of i64 is at its end.
        let mut validator =
            Validator::new().now(self.now as i64).profile(self.profile).china_time(self.china_time);
        if let Some(current) = &self.current {
            validator = validator.current_json(current);
        }
        match &self.image_hosts {
            Some(hosts) => validator.image_hosts(hosts),
            None => validator,
        }
    }

    /// Validates a text: JSON, or a value in host notation.
    pub(crate) fn judge(&self, text: &str, host: bool) -> Report {
        let validator = self.validator();
        if host { validator.validate_host(text) } else { validator.validate_json(text.as_bytes()) }
    }
}
