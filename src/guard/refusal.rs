//! Refusals.

use std::fmt;

use super::code::RefusalCode;
use crate::issue::Issue;
use crate::text::locale::Locale;
use crate::wording::{Param, Params, fill};

/// The number of issues in a refusal's message.
const ISSUES_IN_MESSAGE: usize = 3;

/// A reason not to sign a message. `Display` is in English; [`message`](Refusal::message) supports both languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Refusal {
    /// Its code: a stable name to branch on.
    pub code: RefusalCode,
    /// The parameters of the message. Texts from the inspected message are shortened, with hidden characters escaped.
    pub params: Params,
    /// Details: the issues of the body or card id, or the refused warnings; otherwise empty.
    pub issues: Vec<Issue>,
}

impl Refusal {
    /// A refusal without parameters and issues, for example from an application's own store of nonces.
    pub fn new(code: RefusalCode) -> Refusal {
        Refusal { code, params: Params::default(), issues: Vec::new() }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<Param>) -> Refusal {
        self.params.push(name, value.into());
        self
    }

    pub(super) fn issues(mut self, issues: Vec<Issue>) -> Refusal {
        self.issues = issues;
        self
    }

    /// The reason: a complete sentence on one line. It includes the first few issues.
    ///
    /// ```
    /// use wechatpay_membercard::{Expectations, Locale, inspect_message};
    /// let refused = inspect_message(b"POST", &Expectations::new(["pbLatjvWOibDc5-TBnbUk1pD12o0"])).unwrap_err();
    /// assert_eq!(
    ///     refused.refusals()[0].message(Locale::Zh),
    ///     "待签名串应为 5 行，每行（包括最后一行）以一个换行符结尾；当前有 0 个换行符，末尾还有 4 字节没有换行符",
    /// );
    /// ```
    pub fn message(&self, locale: Locale) -> String {
        let mut message = String::new();
        fill(self.code.template(), &self.params, locale, &mut message, &|name, out| {
            let issues = (name == "issues").then(|| self.issues_in_words(locale)).flatten();
            issues.map(|issues| out.push_str(&issues)).is_some()
        });
        message
    }

    fn issues_in_words(&self, locale: Locale) -> Option<String> {
        // If there are errors, warnings are left out.
        let errors = self.issues.iter().any(Issue::is_error);
        let mut issues = self.issues.iter().filter(|issue| !errors || issue.is_error());
        let first: Vec<String> =
            issues.by_ref().take(ISSUES_IN_MESSAGE).map(|issue| issue.message(locale)).collect();
        let more = issues.count();
        let mut words = match locale {
            Locale::Zh => first.join("；"),
            Locale::En => first.join("; "),
        };
        match locale {
            _ if more == 0 => (),
            Locale::Zh => words.push_str(&format!("；另有 {more} 项")),
            Locale::En => words.push_str(&format!("; and {more} more")),
        }
        (!first.is_empty()).then_some(words)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Locale::En))
    }
}

/// All reasons not to sign a message, in the order of its lines; never empty.
///
/// ```
/// use wechatpay_membercard::{Expectations, RefusalCode, inspect_message};
///
/// let refund = b"POST\n/v3/refund/domestic/refunds\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n{}\n";
/// let expectations = Expectations::new(["pbLatjvWOibDc5-TBnbUk1pD12o0"]).now_seconds(1_554_209_460);
/// let refused = inspect_message(refund, &expectations).unwrap_err();
/// let codes: Vec<_> = refused.refusals().iter().map(|refusal| refusal.code).collect();
/// assert_eq!(codes, [RefusalCode::WrongMethod, RefusalCode::WrongPath, RefusalCode::StaleTimestamp]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Refused {
    refusals: Vec<Refusal>,
    warnings: Vec<Issue>,
}

impl Refused {
    pub(super) fn new(refusals: Vec<Refusal>, warnings: Vec<Issue>) -> Refused {
        Refused { refusals, warnings }
    }

    /// The reasons; never empty.
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }

    /// Warnings about the parts that could be read.
    pub fn warnings(&self) -> &[Issue] {
        &self.warnings
    }

    /// Whether a code is among the reasons.
    pub fn has(&self, code: RefusalCode) -> bool {
        self.refusals.iter().any(|refusal| refusal.code == code)
    }
}

/// A single reason, for example from a [`NonceMemory`](super::NonceMemory).
impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Refused {
        Refused::new(vec![refusal], Vec::new())
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the message must not be signed")?;
        for (index, refusal) in self.refusals.iter().enumerate() {
            write!(out, "{} {refusal}", if index == 0 { ":" } else { ";" })?;
        }
        Ok(())
    }
}
