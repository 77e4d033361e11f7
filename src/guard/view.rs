//! An inspection as programs in other languages read it.

use serde::Serialize;

use super::code::RefusalCode;
use super::inspected::InspectedMessage;
use super::refusal::{Refusal, Refused};
use crate::issue::{Issue, LocalizedIssue, Params, abridge};
use crate::text::locale::Locale;

/// What an inspection found, in one language. Its `accepted` tells which of the two it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Inspection {
    /// The message may be signed.
    Accepted(Box<AcceptedMessage>),
    /// The message must not be signed.
    Refused(RefusedMessage),
}

/// A message that may be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AcceptedMessage {
    /// `true`.
    #[cfg_attr(feature = "typescript", tsify(type = "true"))]
    pub accepted: bool,
    /// The message to sign: sign this one, not the one that came in.
    pub message: String,
    /// `PATCH`; `POST`, where a card is created; `GET`, where one is read.
    #[cfg_attr(feature = "typescript", tsify(type = "\"PATCH\" | \"POST\" | \"GET\""))]
    pub method: &'static str,
    /// The path, in which the card id is percent-encoded.
    pub path: String,
    /// The card that the request changes or reads; empty, if it creates one.
    pub card_id: String,
    /// The brand that the query names: where a service provider reads a card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brand_id: Option<String>,
    /// The Unix time in seconds.
    pub timestamp: i64,
    /// The Unix time in seconds from which on the message is stale for every guard, whatever its tolerance. Until then
    /// its nonce must be remembered.
    pub expires_at: i64,
    /// The nonce. Sign one message with it, no more.
    pub nonce_str: String,
    /// The body, which is valid and in its normal form; empty, if a card is read.
    pub body: String,
    /// What is unusual about the message, but was let pass.
    #[cfg_attr(feature = "typescript", tsify(type = "Issue[]"))]
    pub warnings: Vec<LocalizedIssue>,
}

/// A message that must not be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RefusedMessage {
    /// `false`.
    #[cfg_attr(feature = "typescript", tsify(type = "false"))]
    pub accepted: bool,
    /// All the reasons, in the order of the message's lines, and never none.
    #[cfg_attr(feature = "typescript", tsify(type = "Refusal[]"))]
    pub refusals: Vec<LocalizedRefusal>,
    /// What is only unusual about the message, as far as it could be read.
    #[cfg_attr(feature = "typescript", tsify(type = "Issue[]"))]
    pub warnings: Vec<LocalizedIssue>,
}

impl Inspection {
    /// The outcome of [`inspect_message`](super::inspect_message), or of what the host decided after it, to serialize.
    ///
    /// ```
    /// use wechatpay_membercard::{Expectations, Inspection, Locale, inspect_message};
    /// let result = inspect_message(b"", &Expectations::new(["pbLatjvWOibDc5-TBnbUk1pD12o0"]));
    /// let json = serde_json::to_value(Inspection::new(&result, Locale::En))?;
    /// assert_eq!(json["accepted"], false);
    /// assert_eq!(json["refusals"][0]["code"], "wrong_line_count");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn new(result: &Result<InspectedMessage, Refused>, locale: Locale) -> Inspection {
        match result {
            Ok(inspected) => Inspection::Accepted(Box::new(AcceptedMessage {
                accepted: true,
                message: inspected.message().to_owned(),
                method: inspected.method(),
                path: inspected.path().to_owned(),
                card_id: inspected.card_id().to_owned(),
                brand_id: inspected.brand_id().map(Into::into),
                timestamp: inspected.timestamp(),
                expires_at: inspected.expires_at(),
                nonce_str: inspected.nonce_str().to_owned(),
                body: inspected.body().to_owned(),
                warnings: localize(inspected.warnings(), locale),
            })),
            Err(refused) => Inspection::Refused(RefusedMessage {
                accepted: false,
                refusals: refused.refusals().iter().map(|refusal| refusal.localize(locale)).collect(),
                warnings: localize(refused.warnings(), locale),
            }),
        }
    }
}

fn localize(issues: &[Issue], locale: Locale) -> Vec<LocalizedIssue> {
    abridge(issues.to_vec()).into_iter().map(|issue| issue.into_localized(locale)).collect()
}

/// One reason not to sign a message, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(rename = "Refusal"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LocalizedRefusal {
    /// What it is: a stable name to branch on.
    pub code: RefusalCode,
    /// The values that the message is filled with.
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, string | number>"))]
    pub params: Params,
    /// What is wrong in detail: the body's issues, the warnings that are not let pass, or what is wrong with the card
    /// id; otherwise empty.
    #[cfg_attr(feature = "typescript", tsify(type = "Issue[]"))]
    pub issues: Vec<LocalizedIssue>,
    /// The reason in words, complete on its own and in one line.
    pub message: String,
}

impl Refusal {
    /// The reason with its message in a language, to serialize.
    pub fn localize(&self, locale: Locale) -> LocalizedRefusal {
        LocalizedRefusal {
            code: self.code,
            params: self.params.clone(),
            issues: localize(&self.issues, locale),
            message: self.message(locale),
        }
    }
}
