//! Why a message is not signed.

use std::fmt;

use super::code::RefusalCode;
use crate::issue::Issue;
use crate::text::locale::Locale;
use crate::wording::{Param, Params, fill};

/// How many issues a refusal's message tells.
const ISSUES_IN_MESSAGE: usize = 3;

/// One reason not to sign a message. It displays in English; [`message`](Refusal::message) knows both languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Refusal {
    /// What it is: a stable name to branch on.
    pub code: RefusalCode,
    /// The values that the message is filled with. TextList from the message that was inspected are shortened, and what
    /// cannot be seen in them is escaped.
    pub params: Params,
    /// What is wrong in detail: the body's issues, the warnings that are not let pass, or what is wrong with the card
    /// id; otherwise empty.
    pub issues: Vec<Issue>,
}

impl Refusal {
    /// A reason that comes without parameters and issues, such as those of a host's own store of nonces.
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

    /// The reason in words, complete on its own and in one line. Of many issues it tells the first few.
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
        // An invalid body's errors are what matters, though its warnings are listed, too.
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

/// A message must not be signed: all the reasons, in the order of its lines, and never none.
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

    /// The reasons.
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }

    /// What is only unusual about the message, as far as it could be read.
    pub fn warnings(&self) -> &[Issue] {
        &self.warnings
    }

    /// Whether that is among the reasons.
    pub fn has(&self, code: RefusalCode) -> bool {
        self.refusals.iter().any(|refusal| refusal.code == code)
    }
}

/// A single reason, such as a [`NonceMemory`](super::NonceMemory) gives.
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
