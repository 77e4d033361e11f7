//! The endpoints of the module: one family, whose endpoints share a table of fields. A call names the endpoint that it is
//! about, or means the family's default; what is particular to none asks the first.

use wechatpay_membercard::{DEFAULTS, ENDPOINTS, Endpoint};

/// Any endpoint of the family, for what they share.
pub(crate) fn any() -> &'static Endpoint {
    ENDPOINTS[0]
}

/// The endpoint of that name. JavaScript names none where it means the family's default, and none that there is not.
pub(crate) fn named(name: Option<&str>) -> &'static Endpoint {
    let default = || DEFAULTS.first().copied().unwrap_or_else(any);
    name.and_then(|name| every().find(|endpoint| endpoint.name == name)).unwrap_or_else(default)
}

/// The endpoints that take a payload.
#[cfg(not(feature = "response"))]
fn every() -> impl Iterator<Item = &'static Endpoint> {
    ENDPOINTS.iter().copied()
}

/// The endpoints that take a payload, and those that read cards.
#[cfg(feature = "response")]
fn every() -> impl Iterator<Item = &'static Endpoint> {
    ENDPOINTS.iter().copied().chain(ENDPOINTS.iter().filter_map(|endpoint| endpoint.get))
}
