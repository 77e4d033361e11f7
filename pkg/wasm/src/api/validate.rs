//! Validates payloads.

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{Locale, Report};

use crate::bridge::records::issue::Issues;
use crate::bridge::records::options::ValidationOptions;
use crate::bridge::{Input, Outcome, Write, respond, with_input};

/// Validates the payload (JSON text) that follows the options in an input.
pub(super) fn validated(flags: u32, now: f64, input: &mut Input<'_>) -> (Report, Locale) {
    let options = ValidationOptions::take(flags, input);
    let locale = options.locale;
    (options.validator(now).validate_json(input.rest()), locale)
}

/// Validates a payload, given as JSON text after the options; `now` is in milliseconds since the epoch. Returns the
/// canonical body, or the issues.
///
/// Warnings are only indicated: writing their messages takes longer than finding them, and not every caller reads them.
#[wasm_bindgen]
pub fn validate(input: usize, flags: u32, now: f64) -> usize {
    with_input(input, |input| {
        let (report, locale) = validated(flags, now, input);
        respond(|output| match report.into_result() {
            Ok((body, issues)) => {
                output.add(&body);
                if issues.is_empty() { Outcome::Done } else { Outcome::Warned }
            }
            Err(issues) => {
                Issues::new(issues, locale).write(output);
                Outcome::Invalid
            }
        })
    })
}

/// Validates like `validate`, and returns the issues.
#[wasm_bindgen]
pub fn issues(input: usize, flags: u32, now: f64) -> usize {
    with_input(input, |input| {
        let (report, locale) = validated(flags, now, input);
        let (Ok((_, issues)) | Err(issues)) = report.into_result();
        respond(|output| {
            Issues::new(issues, locale).write(output);
            Outcome::Done
        })
    })
}
