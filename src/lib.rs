//! WeChat Pay's membership-card template update, `PATCH /v3/marketing/membercard-open/cards/{card_id}`:
//! validation, normalization, and a request that is ready to sign.
#![forbid(unsafe_code)]

mod issue;
mod locale;
mod request;
mod schema;

pub use issue::{Issue, IssueCode, Location, Param, Params, Path, Segment, Severity};
pub use locale::{Bilingual, Locale};
pub use request::{
    Authorization, Host, PreparedRequest, PreparedRequestData, RequestError, RequestOptions, Scheme,
    Signature, SignatureError, SignedRequest, Signer, SigningError, nonce_from_bytes,
};
