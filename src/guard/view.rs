//! The result of an inspection, for serialization.

use serde::Serialize;

use super::code::RefusalCode;
use super::inspected::InspectedMessage;
use super::refusal::{Refusal, Refused};
use crate::issue::{Issue, LocalizedIssue, Params, abridge};
use crate::text::locale::Locale;

/// The result of an inspection, in one language. `accepted` distinguishes the variants.
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
    /// The message to sign. Sign this one, not the received one.
    pub message: String,
    /// `PATCH`, `POST` for a creation, or `GET` for a reading.
    #[cfg_attr(feature = "typescript", tsify(type = "\"PATCH\" | \"POST\" | \"GET\""))]
    pub method: &'static str,
    /// The path. The card id in it is percent-encoded.
    pub path: String,
    /// The card that is changed or read; empty for a creation.
    pub card_id: String,
    /// The brand in the query, when a service provider reads a card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brand_id: Option<String>,
    /// The Unix time in seconds.
    pub timestamp: i64,
    /// The Unix time in seconds when the message expires for every guard. Its nonce must be remembered until then.
    pub expires_at: i64,
    /// The nonce. Sign only one message with it.
    pub nonce_str: String,
    /// The body, which is valid and canonical; empty for a reading.
    pub body: String,
    /// Warnings that were accepted.
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
    /// All reasons, in the order of the message's lines; never empty.
    #[cfg_attr(feature = "typescript", tsify(type = "Refusal[]"))]
    pub refusals: Vec<LocalizedRefusal>,
    /// Warnings about the parts that could be read.
    #[cfg_attr(feature = "typescript", tsify(type = "Issue[]"))]
    pub warnings: Vec<LocalizedIssue>,
}

impl Inspection {
    /// The result of [`inspect_message`](super::inspect_message), or of the host's own checks after it, for
    /// serialization.
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

/// A reason not to sign a message, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(rename = "Refusal"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LocalizedRefusal {
    /// Its code: a stable name to branch on.
    pub code: RefusalCode,
    /// The parameters of the message.
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, string | number>"))]
    pub params: Params,
    /// Details: the issues of the body or card id, or the refused warnings; otherwise empty.
    #[cfg_attr(feature = "typescript", tsify(type = "Issue[]"))]
    pub issues: Vec<LocalizedIssue>,
    /// The reason: a complete sentence on one line.
    pub message: String,
}

impl Refusal {
    /// The reason with its message in one language, for serialization.
    pub fn localize(&self, locale: Locale) -> LocalizedRefusal {
        LocalizedRefusal {
            code: self.code,
            params: self.params.clone(),
            issues: localize(&self.issues, locale),
            message: self.message(locale),
        }
    }
}
