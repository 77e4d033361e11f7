//! The module's endpoints: one family, whose endpoints share a table. A call names its endpoint, or means the family's
//! default. Whatever all endpoints share is taken from the first one.

use wechatpay_membercard::{DEFAULTS, ENDPOINTS, Endpoint};

/// Any endpoint, for what all of them share.
pub(crate) fn any() -> &'static Endpoint {
    ENDPOINTS[0]
}

/// The endpoint of that name, otherwise the family's default. JavaScript has checked that the name exists, and that it is
/// given where it is required.
pub(crate) fn named(name: Option<&str>) -> &'static Endpoint {
    let default = || DEFAULTS.first().copied().unwrap_or_else(any);
    name.and_then(|name| every().find(|endpoint| endpoint.name == name)).unwrap_or_else(default)
}

/// The endpoints with a body.
#[cfg(not(feature = "response"))]
fn every() -> impl Iterator<Item = &'static Endpoint> {
    ENDPOINTS.iter().copied()
}

/// The endpoints with a body, and those that read cards.
#[cfg(feature = "response")]
fn every() -> impl Iterator<Item = &'static Endpoint> {
    ENDPOINTS.iter().copied().chain(ENDPOINTS.iter().filter_map(|endpoint| endpoint.get))
}
