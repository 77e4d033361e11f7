//! A row of an endpoint's error table.

use serde::Serialize;

use crate::text::locale::Bilingual;

/// Where a row comes from.
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

/// One error that WeChat Pay answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiErrorRow {
    /// The HTTP status, if it is known.
    pub status: Option<u16>,
    /// The error code, if it is known. The page writes five of them as `PARAM ERROR`; here all are `PARAM_ERROR`.
    pub code: Option<&'static str>,
    /// Our stable name of the cause. Several wordings of one cause share it.
    pub cause: &'static str,
    /// What happened. The Chinese text is the 描述, verbatim.
    pub description: Bilingual,
    /// What to do. The Chinese text is the 解决方案, verbatim.
    pub solution: Bilingual,
    /// What we know beyond the page.
    pub note: Option<Bilingual>,
    /// Whether this API answers so. The table is shared with the product's other APIs.
    pub concerns_this_api: bool,
    /// Whether the row holds for its code whatever the message says.
    pub any_message: bool,
    /// JSON pointers of the payload's fields that it is about.
    pub fields: &'static [&'static str],
    /// Values around the payload that it is about: `card_id`, `mchid`.
    pub parameters: &'static [&'static str],
    /// Where the row comes from.
    pub source: ErrorSource,
}

impl ApiErrorRow {
    /// A row of the endpoint's page: our name of the cause, the 描述 and the 解决方案.
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

    /// The same row with its HTTP status and error code.
    pub const fn code(mut self, status: u16, code: &'static str) -> ApiErrorRow {
        self.code = Some(code);
        self.status(status)
    }

    /// The same row with its HTTP status.
    #[must_use]
    pub const fn status(mut self, status: u16) -> ApiErrorRow {
        self.status = Some(status);
        self
    }

    /// The same row, for its code whatever the message says.
    #[must_use]
    pub const fn any_message(mut self) -> ApiErrorRow {
        self.any_message = true;
        self
    }

    /// The same row with the JSON pointers of the payload's fields that it is about.
    #[must_use]
    pub const fn fields(mut self, fields: &'static [&'static str]) -> ApiErrorRow {
        self.fields = fields;
        self
    }

    /// The same row with the values around the payload that it is about.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [&'static str]) -> ApiErrorRow {
        self.parameters = parameters;
        self
    }

    /// The same row with what we know beyond the page, in both languages.
    #[must_use]
    pub const fn note(mut self, zh: &'static str, en: &'static str) -> ApiErrorRow {
        self.note = Some(Bilingual { zh, en });
        self
    }

    /// The same row from another source.
    #[must_use]
    pub const fn from(mut self, source: ErrorSource) -> ApiErrorRow {
        self.source = source;
        self
    }

    /// The same row, of the product's other APIs.
    #[must_use]
    pub const fn of_other_apis(mut self) -> ApiErrorRow {
        self.concerns_this_api = false;
        self
    }
}
