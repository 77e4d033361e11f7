//! Validation.

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::Report;

use crate::mailbox::{answer, received};
use crate::options::CoreOptions;
use crate::told::tell;

/// What a validation came to.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoreVerdict {
    /// There is an error. The answer is the issues.
    Invalid = 0,
    /// There is no issue. The answer is the canonical body.
    Valid = 1,
    /// There are warnings, which `issues` tells. The answer is the canonical body.
    Warned = 2,
}

/// Judges the bytes of JSON text, or of host notation.
pub(crate) fn judge(text: &[u8], options: &CoreOptions<'_>) -> Report {
    let validator = options.validator();
    if options.is_host() { validator.validate_host(text) } else { validator.validate_json(text) }
}

/// Validates the text at hand, so many bytes of it, with the extras behind it. Returns the `CoreVerdict` and four times
/// the length of the answer's text.
///
/// Warnings are only counted: to put them in words takes longer than to find them, and not everyone reads them.
#[wasm_bindgen]
pub fn validate(text: usize, extras: usize, flags: u32, now: f64) -> usize {
    received([text, extras], |[text, extras]| {
        let options = CoreOptions::new(flags, now, extras);
        let report = judge(text, &options);
        answer(|output| {
            let verdict = match report.into_result() {
                Ok((body, issues)) => {
                    output.add(&body);
                    if issues.is_empty() { CoreVerdict::Valid } else { CoreVerdict::Warned }
                }
                Err(issues) => {
                    tell(issues, options.locale(), output);
                    CoreVerdict::Invalid
                }
            };
            output.ended(verdict as usize)
        })
    })
}

/// Validates as `validate` does, and answers the issues. Returns the length of the answer's text.
#[wasm_bindgen]
pub fn issues(text: usize, extras: usize, flags: u32, now: f64) -> usize {
    received([text, extras], |[text, extras]| {
        let options = CoreOptions::new(flags, now, extras);
        let (Ok((_, issues)) | Err(issues)) = judge(text, &options).into_result();
        answer(|output| {
            tell(issues, options.locale(), output);
            output.length()
        })
    })
}
