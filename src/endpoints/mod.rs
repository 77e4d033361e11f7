//! The endpoints, one folder per family. Nothing else in the crate names one. Each family is a feature.

#[cfg(feature = "card-member")]
pub mod card_member;
#[cfg(feature = "membercard-open")]
pub mod membercard_open;
#[cfg(any(feature = "card-member", feature = "membercard-open"))]
mod official_account;
#[cfg(any(feature = "card-member", feature = "membercard-open"))]
mod range;

use crate::endpoint::Endpoint;

/// Every endpoint of the families that are switched on. [`DEFAULTS`] lists those that are meant where none is named.
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

/// The endpoints that are meant where none is named, of the families that have such a one.
///
/// ```
/// use wechatpay_membercard::{DEFAULTS, membercard_open};
/// assert_eq!(DEFAULTS, &[&membercard_open::UPDATE]);
/// ```
pub static DEFAULTS: &[&Endpoint] = &[
    #[cfg(feature = "membercard-open")]
    &membercard_open::UPDATE,
];
