//! The endpoints, one folder and feature per family. No other module names an endpoint.

#[cfg(feature = "card-member")]
pub mod card_member;
#[cfg(feature = "membercard-open")]
pub mod membercard_open;
#[cfg(any(feature = "card-member", feature = "membercard-open"))]
mod official_account;
#[cfg(any(feature = "card-member", feature = "membercard-open"))]
mod range;
#[cfg(test)]
mod tests;

use crate::endpoint::Endpoint;

/// All endpoints of the enabled families. [`DEFAULTS`] lists the default ones.
///
/// ```
/// use wechatpay_membercard::{ENDPOINTS, membercard_open};
/// let named = ENDPOINTS.iter().find(|endpoint| endpoint.name == "membercard-open.update");
/// assert_eq!(named, Some(&&membercard_open::UPDATE));
/// ```
pub static ENDPOINTS: &[&Endpoint] = &[
    #[cfg(feature = "membercard-open")]
    &membercard_open::UPDATE,
    #[cfg(feature = "membercard-open")]
    &membercard_open::CREATE,
    #[cfg(feature = "card-member")]
    &card_member::PARTNER_UPDATE,
    #[cfg(feature = "card-member")]
    &card_member::BRAND_UPDATE,
    #[cfg(feature = "card-member")]
    &card_member::PARTNER_CREATE,
    #[cfg(feature = "card-member")]
    &card_member::BRAND_CREATE,
];

/// The default endpoint of each enabled family that has one.
///
/// ```
/// use wechatpay_membercard::{DEFAULTS, membercard_open};
/// assert_eq!(DEFAULTS, &[&membercard_open::UPDATE]);
/// ```
pub static DEFAULTS: &[&Endpoint] = &[
    #[cfg(feature = "membercard-open")]
    &membercard_open::UPDATE,
];
