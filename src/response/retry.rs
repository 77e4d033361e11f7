//! Whether a repetition helps, and which one.

use serde::Serialize;

use super::statuses;
use crate::endpoint::ApiErrorRow;

/// Whether to send the request again.
///
/// Every repetition carries the same body, signed anew with a new timestamp and nonce. It serializes as
/// `{"kind": "same_parameters"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Retry {
    /// A repetition is useless: change the request, the permissions or the card first.
    Never,
    /// Repeat with the same parameters.
    SameParameters,
    /// Repeat once, on the other host. Only for a connection or a response that timed out: a refusal never switches.
    BackupHost,
    /// Too fast, or the service is unavailable: slow down, then repeat with the same parameters.
    Wait,
}

impl Retry {
    /// What WeChat Pay advises for an HTTP status. Too many requests are told by the status, because the code's
    /// spelling differs between its pages.
    ///
    /// ```
    /// use wechatpay_membercard::Retry;
    /// assert_eq!(Retry::for_status(400), Retry::Never);
    /// assert_eq!(Retry::for_status(429), Retry::Wait);
    /// assert_eq!(Retry::for_status(500), Retry::SameParameters);
    /// ```
    pub const fn for_status(status: u16) -> Retry {
        match status {
            202 | 500 => Retry::SameParameters,
            429 | 501..=599 => Retry::Wait,
            _ => Retry::Never,
        }
    }

    /// What WeChat Pay advises for an error response. When an error comes under the status of a success, its row says it.
    pub(super) fn for_error(status: u16, row: Option<&ApiErrorRow>) -> Retry {
        match row {
            Some(row) if statuses::claims_success(status) => row.retry(),
            _ => Retry::for_status(status),
        }
    }

    /// What to do when connecting or reading timed out, so that there is no response at all.
    pub const fn for_timeout() -> Retry {
        Retry::BackupHost
    }
}

impl ApiErrorRow {
    /// Whether to send the request again.
    pub const fn retry(&self) -> Retry {
        match self.status {
            Some(status) => Retry::for_status(status),
            None => Retry::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serializes_with_its_kind() {
        let kinds = [
            (Retry::Never, "never"),
            (Retry::SameParameters, "same_parameters"),
            (Retry::BackupHost, "backup_host"),
            (Retry::Wait, "wait"),
        ];
        for (retry, kind) in kinds {
            assert_eq!(serde_json::to_value(retry).unwrap(), serde_json::json!({ "kind": kind }));
        }
    }

    #[test]
    fn a_refusal_never_switches_hosts() {
        assert!((0..=u16::MAX).all(|status| Retry::for_status(status) != Retry::BackupHost));
    }
}
