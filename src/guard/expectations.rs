//! What a message must be to be signed.

use super::cards::ExpectedCards;
use super::nonce::MIN_NONCE_LENGTH;
use crate::clock::DEFAULT_TOLERANCE_SECONDS;
use crate::issue::IssueCode;
use crate::request::defaults;
use crate::validate::Validator;

/// How far a message's time may be from the present at most, in seconds: a guard can ask for less, and not for more.
///
/// WeChat Pay refuses requests whose time is 5 minutes off, so that a signature over such a message is of no use, or of
/// none yet. One limit for all guards also tells how long a nonce is remembered, whatever each of them asks for.
pub const MAX_TOLERANCE_SECONDS: u64 = DEFAULT_TOLERANCE_SECONDS;

/// What [`inspect_message`](super::inspect_message) expects of a message. It can be kept and shared between threads.
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
    /// Expects a body that this validator accepts, for one of these cards, with the strictness that a signing server
    /// should have.
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

    /// Validates the body with this validator. It decides which endpoint is called, and its options what is valid: the
    /// card's current state, the image hosts, the profile. They also decide the normal form, so
    /// [`china_time`](Validator::china_time) must be set as it was when the request was prepared.
    #[must_use]
    pub fn validator(mut self, validator: Validator) -> Expectations {
        self.validator = validator;
        self
    }

    /// Sets the present, in Unix **seconds**; by default the system's clock is read at each inspection (feature
    /// `host`). Without either, every message is refused.
    #[must_use]
    pub fn now_seconds(mut self, now: impl Into<Option<i64>>) -> Expectations {
        self.now_seconds = now.into();
        self
    }

    /// Refuses messages whose timestamp is this far from the present or farther, in either direction. By default, and at
    /// most, [`MAX_TOLERANCE_SECONDS`]: more counts as that. 0 refuses all.
    #[must_use]
    pub fn tolerance_seconds(mut self, tolerance: u64) -> Expectations {
        self.tolerance_seconds = tolerance.min(MAX_TOLERANCE_SECONDS);
        self
    }

    /// Refuses shorter nonces, by default than [`MIN_NONCE_LENGTH`].
    #[must_use]
    pub fn min_nonce_length(mut self, length: usize) -> Expectations {
        self.min_nonce_length = length;
        self
    }

    /// Refuses messages with one of these warnings too, about the body or about the values around it; the other
    /// warnings are handed on with an accepted message. With `IssueCode::ALL` nothing unusual passes.
    ///
    /// [`IssueCode::UnknownKey`] is refused without being named: nobody can say what a key that the API's page does not
    /// list does or will do one day, and the guard signs nothing that it does not understand. See
    /// [`allow_warnings`](Expectations::allow_warnings).
    #[must_use]
    pub fn refuse_warnings(mut self, codes: impl IntoIterator<Item = IssueCode>) -> Expectations {
        self.refused_warnings.extend(codes);
        self
    }

    /// Accepts messages with one of these warnings, which were refused until now: by default
    /// [`IssueCode::UnknownKey`]. An error is never allowed.
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

    /// The present, if it is known.
    pub(super) fn present(&self) -> Option<i64> {
        self.now_seconds.or_else(|| defaults::timestamp().ok())
    }
}
