//! How far clocks may differ.

/// How far the time of a signed message may be from the host's, in seconds: at this difference and above, it is not
/// believed. WeChat Pay allows requests these 5 minutes, and its own SDKs allow them to responses.
///
/// It is the default of a signing guard's expectations, and what a response is usually verified with.
pub const DEFAULT_TOLERANCE_SECONDS: u64 = 300;
