//! The signing guard.

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard as core;
use wechatpay_membercard::{ExpectedCards, IssueCode, NonceMemory, RefusalCode};

use crate::bridge::records::guard::{AcceptedMessage, Expectations, Refusal, RefusedMessage, SentPath};
use crate::bridge::records::options::ValidationOptions;
use crate::bridge::{Outcome, Read, Write, respond, with_input};
use crate::family;

/// The guard's requirements, without the options of the validation. Fails for an unknown issue code: a misspelt code
/// must not let a warning pass.
fn expectations(
    given: Expectations<'_>,
    options: ValidationOptions<'_>,
    now: f64,
) -> Result<core::Expectations, String> {
    let cards = given.card_ids.map_or_else(ExpectedCards::any, ExpectedCards::any_of);
    let now_seconds = (now / 1000.0).floor() as i64;
    let mut expected = core::Expectations::of(options.validator(now), cards).now_seconds(now_seconds);
    if let Some(tolerance) = given.tolerance_seconds {
        expected = expected.tolerance_seconds(tolerance.into());
    }
    if let Some(length) = given.min_nonce_length {
        expected = expected.min_nonce_length(length as usize);
    }
    // Refusing a warning takes precedence over allowing it.
    let expected = expected.allow_warnings(issue_codes(&given.allow_warnings)?);
    Ok(expected.refuse_warnings(issue_codes(&given.refuse_warnings)?))
}

fn issue_codes(names: &[&str]) -> Result<Vec<IssueCode>, String> {
    let code = |name: &&str| {
        let code = IssueCode::ALL.iter().find(|code| code.as_str() == *name);
        code.copied().ok_or_else(|| format!("no issue has the code {name:?}"))
    };
    names.iter().map(code).collect()
}

/// Decides whether a message may be signed. The input is the requirements, the options of the validation, and the
/// message. Returns the accepted message; or, as `Invalid`, the refusals; or, as `Refused`, the problem with the
/// requirements.
#[wasm_bindgen]
pub fn inspect_message(input: usize, flags: u32, now: f64) -> usize {
    with_input(input, |input| {
        let given = Expectations::read(0, input);
        let options = ValidationOptions::take(flags, input);
        let locale = options.locale;
        let expected = expectations(given, options, now);
        respond(|output| match expected.map(|expected| core::inspect_message(input.rest(), &expected)) {
            Ok(Ok(inspected)) => {
                AcceptedMessage::new(&inspected, locale).write(output);
                Outcome::Done
            }
            Ok(Err(refused)) => {
                RefusedMessage::new(&refused, locale).write(output);
                Outcome::Invalid
            }
            Err(wrong) => {
                output.add(&wrong);
                Outcome::Refused
            }
        })
    })
}

/// Returns the refusal for a code that the host determined itself. The input is the code.
#[wasm_bindgen]
pub fn refusal_of(input: usize, locale: u32) -> usize {
    let name = with_input(input, |input| input.rest_of_text().to_owned());
    let code = RefusalCode::ALL.iter().find(|code| code.as_str() == name);
    respond(|output| match code {
        Some(code) => {
            Refusal::new(&core::Refusal::new(*code), super::locale(locale)).write(output);
            Outcome::Done
        }
        None => Outcome::Refused,
    })
}

/// Returns the card id in a path, or refuses a path that is not the endpoint's, with an English reason.
#[wasm_bindgen]
pub fn check_path(input: usize) -> usize {
    with_input(input, |input| {
        let SentPath { api, path } = SentPath::read(0, input);
        let checked = family::named(api).operation.card_id_in_path(path);
        respond(|output| match checked {
            Ok(card_id) => {
                output.add(&card_id);
                Outcome::Done
            }
            Err(refusal) => {
                output.add(&refusal.to_string());
                Outcome::Refused
            }
        })
    })
}

/// The nonces of signed messages.
#[wasm_bindgen]
pub struct CoreNonceMemory(NonceMemory);

#[wasm_bindgen]
impl CoreNonceMemory {
    /// An empty memory.
    #[wasm_bindgen(constructor)]
    pub fn new(capacity: u32) -> CoreNonceMemory {
        CoreNonceMemory(NonceMemory::new(capacity as usize))
    }

    /// Remembers a nonce (the input), or returns why its message must not be signed. Times are in seconds.
    pub fn remember(&mut self, input: usize, expires_at: f64, now_seconds: f64, locale: u32) -> usize {
        let remembered = with_input(input, |input| {
            self.0.remember(input.rest_of_text(), expires_at as i64, now_seconds as i64)
        });
        respond(|output| match remembered {
            Ok(()) => Outcome::Done,
            Err(refusal) => {
                Refusal::new(&refusal, super::locale(locale)).write(output);
                Outcome::Refused
            }
        })
    }

    /// The number of remembered nonces.
    pub fn size(&self) -> usize {
        self.0.len()
    }
}
