//! The requirements on messages.

use super::cards::ExpectedCards;
use super::nonce::MIN_NONCE_LENGTH;
use crate::clock::DEFAULT_TOLERANCE_SECONDS;
use crate::issue::IssueCode;
use crate::request::defaults;
use crate::validate::Validator;

/// The maximum tolerance for a message's time, in seconds. A guard can be stricter, but not more lenient.
///
/// WeChat Pay refuses requests whose time is 5 minutes off, so signing such a message would be useless (or premature).
/// A common limit also defines how long nonces are remembered, regardless of each guard's setting.
pub const MAX_TOLERANCE_SECONDS: u64 = DEFAULT_TOLERANCE_SECONDS;

/// The requirements that [`inspect_message`](super::inspect_message) checks. They can be kept, and shared between
/// threads.
///
/// ```
/// use wechatpay_membercard::{Expectations, IssueCode, Profile, Validator};
/// let expectations = Expectations::new(["pbLatjvWOibDc5-TBnbUk1pD12o0"])
///     .validator(Validator::new().profile(Profile::Merchant))
///     .tolerance_seconds(60)
///     .refuse_warnings([IssueCode::CardDeleted, IssueCode::NothingToUpdate]);
/// ```
#[derive(Clone, Debug)]
pub struct Expectations {
    pub(super) cards: ExpectedCards,
    pub(super) validator: Validator,
    pub(super) now_seconds: Option<i64>,
    pub(super) tolerance_seconds: u64,
    pub(super) min_nonce_length: usize,
    pub(super) refused_warnings: Vec<IssueCode>,
}

impl Expectations {
    /// Requires a valid body according to the validator, for one of these cards, with the strict defaults that a
    /// signing server needs.
    pub fn of(validator: Validator, cards: impl Into<ExpectedCards>) -> Expectations {
        Expectations {
            cards: cards.into(),
            validator,
            now_seconds: None,
            tolerance_seconds: DEFAULT_TOLERANCE_SECONDS,
            min_nonce_length: MIN_NONCE_LENGTH,
            refused_warnings: vec![IssueCode::UnknownKey],
        }
    }

    /// Sets the validator of the body. It determines the endpoint and, by its options, what is valid: the card's
    /// current state, image hosts, and profile. It also determines the canonical form, so
    /// [`china_time`](Validator::china_time) must be the same as when the request was prepared.
    #[must_use]
    pub fn validator(mut self, validator: Validator) -> Expectations {
        self.validator = validator;
        self
    }

    /// Sets the current time, in Unix **seconds**. By default, each inspection reads the system's clock (feature
    /// `host`). Without both, every message is refused.
    #[must_use]
    pub fn now_seconds(mut self, now: impl Into<Option<i64>>) -> Expectations {
        self.now_seconds = now.into();
        self
    }

    /// Sets the tolerance: messages are refused if their timestamp differs from the current time by this much or more,
    /// in either direction. The default and maximum is [`MAX_TOLERANCE_SECONDS`]. 0 refuses all.
    #[must_use]
    pub fn tolerance_seconds(mut self, tolerance: u64) -> Expectations {
        self.tolerance_seconds = tolerance.min(MAX_TOLERANCE_SECONDS);
        self
    }

    /// Sets the minimum length of nonces. The default is [`MIN_NONCE_LENGTH`].
    #[must_use]
    pub fn min_nonce_length(mut self, length: usize) -> Expectations {
        self.min_nonce_length = length;
        self
    }

    /// Refuses messages with these warnings about the body or the options. Other warnings are returned with the
    /// accepted message. `IssueCode::ALL` refuses anything unusual.
    ///
    /// [`IssueCode::UnknownKey`] is refused by default: the effect of an undocumented key is unknown, and the guard
    /// signs nothing that it does not understand. See [`allow_warnings`](Expectations::allow_warnings).
    #[must_use]
    pub fn refuse_warnings(mut self, codes: impl IntoIterator<Item = IssueCode>) -> Expectations {
        self.refused_warnings.extend(codes);
        self
    }

    /// Accepts messages with these warnings, which would be refused otherwise: by default [`IssueCode::UnknownKey`].
    /// Errors are always refused.
    ///
    /// ```
    /// use wechatpay_membercard::{Expectations, IssueCode, inspect_message};
    ///
    /// let message = b"PATCH\n/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0\n1554208460\n\
    ///     593BEC0C930BF1AFEB40B4A08C8FB242\n{\"title\":\"A\",\"need_rights\":true}\n";
    /// let expectations = Expectations::new(["pbLatjvWOibDc5-TBnbUk1pD12o0"]).now_seconds(1_554_208_465);
    /// assert!(inspect_message(message, &expectations).is_err());
    /// let expectations = expectations.allow_warnings([IssueCode::UnknownKey]);
    /// assert!(inspect_message(message, &expectations).is_ok());
    /// ```
    #[must_use]
    pub fn allow_warnings(mut self, codes: impl IntoIterator<Item = IssueCode>) -> Expectations {
        let allowed: Vec<IssueCode> = codes.into_iter().collect();
        self.refused_warnings.retain(|code| !allowed.contains(code));
        self
    }

    /// The current time, if known.
    pub(super) fn present(&self) -> Option<i64> {
        self.now_seconds.or_else(|| defaults::timestamp().ok())
    }
}
