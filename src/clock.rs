//! Clock tolerance.

/// The default tolerance for the time of a signed message, in seconds: a difference this large or larger is rejected.
/// WeChat Pay allows 5 minutes for requests, and its SDKs allow the same for responses.
///
/// It is the default of the signing guard, and the usual tolerance for verifying responses.
pub const DEFAULT_TOLERANCE_SECONDS: u64 = 300;
