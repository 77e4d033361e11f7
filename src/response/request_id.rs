//! `Request-ID`, WeChat Pay's id of an exchange.

use std::fmt;

/// The value of the `Request-ID` header. Log it: WeChat Pay's support asks for it. Some responses have none.
///
/// Its format is `<id>-<number>`. The number is an internal error number; 0 means success.
///
/// ```
/// use wechatpay_membercard::RequestId;
/// let id = RequestId::from("08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-0");
/// assert_eq!(id.error_number(), Some(0));
/// assert_eq!(RequestId::from("08F5-268435461").error_number(), Some(268_435_461));
/// assert_eq!(RequestId::from("08F5").error_number(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RequestId(String);

impl RequestId {
    /// The value, as received.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The internal error number: the digits after the last `-`. `Some(0)` means success; `None` means that the value
    /// has another format.
    pub fn error_number(&self) -> Option<u64> {
        let (_, number) = self.0.rsplit_once('-')?;
        number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.parse().ok()).flatten()
    }
}

impl From<&str> for RequestId {
    fn from(value: &str) -> RequestId {
        RequestId(value.into())
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_comes_after_the_last_hyphen() {
        let id = RequestId::from("08F5-1-268435461");
        assert_eq!((id.as_str(), id.error_number()), ("08F5-1-268435461", Some(268_435_461)));
    }

    #[test]
    fn other_forms_have_no_number() {
        for value in ["", "-", "08F5-", "08F5-x", "08F5-+1", "08F5-99999999999999999999999"] {
            assert_eq!(RequestId::from(value).error_number(), None, "{value}");
        }
    }
}
