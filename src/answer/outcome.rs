//! What an answer amounts to: the update, or an error answer.

use super::explain::ApiErrorExplanation;
use super::request_id::RequestId;
use crate::endpoint::Endpoint;
use crate::text::locale::Locale;

/// The card is updated: the answer reports success, and its signature was verified. There is no other way to one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Updated {
    /// The HTTP status: 204, as this API documents, or 200.
    pub status: u16,
    /// WeChat Pay's name for the exchange, to log.
    pub request_id: Option<RequestId>,
}

/// How far an error answer can be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trust {
    /// Its signature was verified: WeChat Pay said so.
    Verified,
    /// It carries no whole signature, as is usual for error answers: a proxy may have said so.
    Unverified,
}

/// An answer that does not report success. The card was not updated, as far as it can be believed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorAnswer {
    /// The endpoint that was called.
    pub endpoint: &'static Endpoint,
    /// The HTTP status.
    pub status: u16,
    /// The body, as received.
    pub body: Vec<u8>,
    /// Whether its signature was verified.
    pub trust: Trust,
    /// WeChat Pay's name for the exchange, to log. Some answers of status 401 have none.
    pub request_id: Option<RequestId>,
}

impl ErrorAnswer {
    /// What happened and what to do, from the body.
    pub fn explain(&self, locale: Locale) -> ApiErrorExplanation {
        self.endpoint.explain_error(self.status, &self.body, locale)
    }
}
