//! Inspects messages.

use super::code::RefusalCode;
use super::excerpt::excerpt;
use super::expectations::{Expectations, MAX_TOLERANCE_SECONDS};
use super::inspected::InspectedMessage;
use super::lines::Lines;
use super::path::PathParameters;
use super::refusal::{Refusal, Refused};
use super::{body, nonce, path, timestamp};
use crate::endpoint::Operation;
use crate::issue::{Issue, IssueCode};
use crate::request::message::Message;

/// Decides whether a message may be signed: it must be exactly the message of a
/// [`PreparedRequest`](crate::PreparedRequest), for an expected card, fresh, and with a valid body.
///
/// It checks neither that the nonce is new (see [`NonceMemory`](super::NonceMemory)) nor that the sender is authorized:
/// require a login, as for any other change.
///
/// ```
/// use wechatpay_membercard::{Expectations, NonceMemory, Refused, inspect_message};
/// # fn sign_with_the_private_key(message: &[u8]) -> Vec<u8> { vec![1; 256] }
///
/// struct SigningServer {
///     expectations: Expectations,
///     memory: NonceMemory,
/// }
///
/// impl SigningServer {
///     fn sign(&mut self, message: &[u8], now_seconds: i64) -> Result<Vec<u8>, Refused> {
///         let expectations = self.expectations.clone().now_seconds(now_seconds);
///         let inspected = inspect_message(message, &expectations)?;
///         self.memory.remember(inspected.nonce_str(), inspected.expires_at(), now_seconds)?;
///         Ok(sign_with_the_private_key(inspected.message().as_bytes()))
///     }
/// }
///
/// let mut server = SigningServer {
///     expectations: Expectations::new(["pbLatjvWOibDc5-TBnbUk1pD12o0"]),
///     memory: NonceMemory::new(10_000),
/// };
/// let message = "PATCH\n/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0\n1554208460\n\
///     593BEC0C930BF1AFEB40B4A08C8FB242\n{\"title\":\"会员卡\"}\n";
/// assert!(server.sign(message.as_bytes(), 1_554_208_465).is_ok());
///
/// let replayed = server.sign(message.as_bytes(), 1_554_208_466).unwrap_err();
/// assert_eq!(replayed.refusals()[0].code.as_str(), "replayed_nonce");
///
/// let tampered = message.replace("PATCH", "DELETE").replace("1554208460", "1554208460000");
/// let refused = server.sign(tampered.as_bytes(), 1_554_208_466).unwrap_err();
/// assert_eq!(refused.refusals()[0].code.as_str(), "wrong_method");
/// assert_eq!(refused.refusals()[1].code.as_str(), "malformed_timestamp");
/// ```
///
/// # Errors
///
/// [`Refused`] with every reason not to sign it.
pub fn inspect_message(message: &[u8], expectations: &Expectations) -> Result<InspectedMessage, Refused> {
    let lines = Lines::split(message)?;
    let operation = expectations.validator.endpoint().operation;
    let mut warnings = Vec::new();
    let parts = (
        method(operation, lines.method),
        expected_card(operation, lines.path, expectations, &mut warnings),
        timestamp::timestamp(lines.timestamp, expectations),
        nonce::nonce_str(lines.nonce_str, expectations.min_nonce_length, &mut warnings),
        body::body(lines.body, &expectations.validator, &mut warnings),
        refuse_warnings(&warnings, expectations),
    );
    match parts {
        (Ok(method), Ok(path), Ok(timestamp), Ok(nonce_str), Ok(body), Ok(())) => Ok(InspectedMessage {
            method,
            message: Message::new(method, lines.path, timestamp, nonce_str, body),
            card_id: path.card_id,
            brand_id: path.brand_id,
            timestamp,
            expires_at: timestamp.saturating_add_unsigned(MAX_TOLERANCE_SECONDS),
            nonce_str: nonce_str.to_owned(),
            warnings,
        }),
        (method, card, timestamp, nonce_str, body, passed) => {
            let reasons =
                [method.err(), card.err(), timestamp.err(), nonce_str.err(), body.err(), passed.err()];
            Err(Refused::new(reasons.into_iter().flatten().collect(), warnings))
        }
    }
}

fn method(operation: &Operation, text: &str) -> Result<&'static str, Refusal> {
    if text == operation.method {
        return Ok(operation.method);
    }
    Err(Refusal::new(RefusalCode::WrongMethod)
        .with("expected", operation.method)
        .with("actual", excerpt(text)))
}

fn expected_card(
    operation: &Operation,
    text: &str,
    expectations: &Expectations,
    warnings: &mut Vec<Issue>,
) -> Result<PathParameters, Refusal> {
    let path = path::parse(operation, text, warnings)?;
    // A card to be created has no id yet.
    if operation.path_parameter.is_empty() || expectations.cards.include(&path.card_id) {
        return Ok(path);
    }
    Err(Refusal::new(RefusalCode::UnexpectedCard).with("actual", excerpt(&path.card_id)))
}

fn refuse_warnings(warnings: &[Issue], expectations: &Expectations) -> Result<(), Refusal> {
    let codes = &expectations.refused_warnings;
    // An omitted warning could be any of them.
    let may_hide = |issue: &&Issue| issue.code == IssueCode::TooManyIssues && !codes.is_empty();
    let refused = |issue: &&Issue| codes.contains(&issue.code) || may_hide(issue);
    let issues: Vec<Issue> = warnings.iter().filter(refused).cloned().collect();
    if issues.is_empty() {
        return Ok(());
    }
    Err(Refusal::new(RefusalCode::RefusedWarning).issues(issues))
}
