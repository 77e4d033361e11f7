//! The endpoints of the module: one family, whose endpoints share a table of fields. A call names the endpoint that it is
//! about; what is particular to none asks the first.

use wechatpay_membercard::{ENDPOINTS, Endpoint};

/// Any endpoint of the family, for what they share.
pub(crate) fn any() -> &'static Endpoint {
    ENDPOINTS[0]
}

/// The endpoint of that name. JavaScript names none where the family has one alone, and none that there is not.
pub(crate) fn named(name: Option<&str>) -> &'static Endpoint {
    let named = name.and_then(|name| ENDPOINTS.iter().find(|endpoint| endpoint.name == name));
    named.copied().unwrap_or_else(any)
}
