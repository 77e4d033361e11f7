//! Options of a validation.

use wechatpay_membercard::{Locale, Profile, UnknownKeys, Validator};

use crate::bridge::macros::{enumeration, record};
use crate::bridge::{Input, ReadMembers};
use crate::family;

enumeration!(PROFILES: Profile { Partner, Merchant });
enumeration!(UNKNOWN_KEYS: UnknownKeys { Warn, Refuse, Drop });

record! {
    /// The options of a validation, without payload and time. The flags are a separate argument of calls, so that
    /// options without card and hosts need no bytes at all.
    input pub struct ValidationOptions<'i> {
        /// The language of messages.
        locale: Locale,
        /// The documentation page that applies.
        profile: Profile,
        /// The treatment of unknown keys, unless it is the endpoint's.
        unknown_keys: Option<UnknownKeys>,
        /// Whether times are written with the offset `+08:00`.
        china_time: bool,
        /// The name of the endpoint, if the module has several.
        api: Option<&'i str>,
        /// The card's current state: an encoded value.
        current: Option<&'i [u8]>,
        /// Replaces the allowed image hosts.
        image_hosts: Option<Vec<&'i str>>,
    }
}

impl<'i> ValidationOptions<'i> {
    /// Reads the options after their flags.
    pub fn take(flags: u32, input: &mut Input<'i>) -> ValidationOptions<'i> {
        ValidationOptions::read_members(flags, input)
    }

    /// A validator with these options; `now` is in milliseconds since the epoch.
    pub fn validator(self, now: f64) -> Validator {
        let mut validator = Validator::of(family::named(self.api))
            .now(now as i64)
            .profile(self.profile)
            .china_time(self.china_time);
        if let Some(unknown_keys) = self.unknown_keys {
            validator = validator.unknown_keys(unknown_keys);
        }
        if let Some(current) = self.current {
            validator = validator.current_value(Input::new(current).rest_of_value());
        }
        if let Some(hosts) = self.image_hosts {
            validator = validator.image_hosts(hosts);
        }
        validator
    }
}
