//! Whether and how to retry.

use serde::Serialize;

use super::statuses;
use crate::endpoint::ApiErrorRow;

/// Whether and how to send the request again.
///
/// Retries carry the same body, with a new timestamp, nonce and signature. Serialized form: `{"kind":
/// "same_parameters"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Retry {
    /// Do not retry: change the request, the permissions or the card first.
    Never,
    /// Retry with the same parameters.
    SameParameters,
    /// Retry once on the other host: only after a timeout, never after an error response.
    BackupHost,
    /// Too many requests, or the service is unavailable: wait, then retry with the same parameters.
    Wait,
}

impl Retry {
    /// WeChat Pay's advice for an HTTP status. Rate limiting is recognized by the status, because the spelling of its
    /// code varies in the documentation.
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

    /// WeChat Pay's advice for an error response. If the status claims success, the row decides.
    pub(super) fn for_error(status: u16, row: Option<&ApiErrorRow>) -> Retry {
        match row {
            Some(row) if statuses::claims_success(status) => row.retry(),
            _ => Retry::for_status(status),
        }
    }

    /// What to do after a connection or read timeout, without a response.
    pub const fn for_timeout() -> Retry {
        Retry::BackupHost
    }
}

impl ApiErrorRow {
    /// Whether to retry.
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
