//! Rows of an endpoint's error table.

use serde::Serialize;

use crate::text::locale::Bilingual;

/// The source of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum ErrorSource {
    /// The error table of the API's own page.
    Page,
    /// Another page of WeChat Pay's documentation.
    Official,
    /// Developers' reports; the advice is ours.
    ThirdParty,
}

/// A known error of WeChat Pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiErrorRow {
    /// The HTTP status, if known.
    pub status: Option<u16>,
    /// The error code, if known. The page prints five of them as `PARAM ERROR`; here all are `PARAM_ERROR`.
    pub code: Option<&'static str>,
    /// Our stable name of the cause. Errors with the same cause share it, even if their messages differ.
    pub cause: &'static str,
    /// What happened. The Chinese text is the documentation's 描述, verbatim.
    pub description: Bilingual,
    /// What to do. The Chinese text is the documentation's 解决方案, verbatim.
    pub solution: Bilingual,
    /// Additional advice of ours.
    pub note: Option<Bilingual>,
    /// Whether this API returns the error. The product's APIs share one table.
    pub concerns_this_api: bool,
    /// Whether the row matches its code with any message.
    pub any_message: bool,
    /// JSON pointers of the payload's fields to look at.
    pub fields: &'static [&'static str],
    /// Request options to look at: `card_id`, `mchid`.
    pub parameters: &'static [&'static str],
    /// Where the row comes from.
    pub source: ErrorSource,
}

impl ApiErrorRow {
    /// A row of the endpoint's page: our name of the cause, 描述 and 解决方案.
    pub const fn new(cause: &'static str, description: Bilingual, solution: Bilingual) -> ApiErrorRow {
        ApiErrorRow {
            status: None,
            code: None,
            cause,
            description,
            solution,
            note: None,
            concerns_this_api: true,
            any_message: false,
            fields: &[],
            parameters: &[],
            source: ErrorSource::Page,
        }
    }

    /// Sets the HTTP status and error code.
    pub const fn code(mut self, status: u16, code: &'static str) -> ApiErrorRow {
        self.code = Some(code);
        self.status(status)
    }

    /// Sets the HTTP status.
    #[must_use]
    pub const fn status(mut self, status: u16) -> ApiErrorRow {
        self.status = Some(status);
        self
    }

    /// Matches the code with any message.
    #[must_use]
    pub const fn any_message(mut self) -> ApiErrorRow {
        self.any_message = true;
        self
    }

    /// Sets the JSON pointers of the payload's fields to look at.
    #[must_use]
    pub const fn fields(mut self, fields: &'static [&'static str]) -> ApiErrorRow {
        self.fields = fields;
        self
    }

    /// Sets the request options to look at.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [&'static str]) -> ApiErrorRow {
        self.parameters = parameters;
        self
    }

    /// Adds advice of ours, in both languages.
    #[must_use]
    pub const fn note(mut self, zh: &'static str, en: &'static str) -> ApiErrorRow {
        self.note = Some(Bilingual { zh, en });
        self
    }

    /// Sets the source.
    #[must_use]
    pub const fn from(mut self, source: ErrorSource) -> ApiErrorRow {
        self.source = source;
        self
    }

    /// Marks the row as an error of the product's other APIs.
    #[must_use]
    pub const fn of_other_apis(mut self) -> ApiErrorRow {
        self.concerns_this_api = false;
        self
    }
}
