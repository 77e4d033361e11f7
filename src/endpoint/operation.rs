//! How an endpoint is called, and what it answers.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How an endpoint is called, and what it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The HTTP method.
    pub method: &'static str,
    /// What the path begins with: all before the parameter, which is its last segment. Without a parameter, all of it.
    pub path: &'static str,
    /// The name of the parameter in the path; empty, if it has none.
    pub path_parameter: &'static str,
    /// The name of the parameter in the query; empty, if it has none.
    pub query_parameter: &'static str,
    /// Who signs.
    pub identity: Identity,
    /// The signature schemes that it takes, the usual one first.
    pub schemes: &'static [Scheme],
    /// Whether it requires the header `Wechatpay-Serial`.
    pub requires_wechatpay_serial: bool,
    /// What it answers when it has done what it was asked.
    pub success: Success,
}

/// Who signs a request, by the name that the `Authorization` header has for the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Identity {
    /// A merchant or a service provider: `mchid`.
    Mchid,
    /// A brand: `brand_id`.
    BrandId,
}

impl Identity {
    /// The name of the parameter.
    pub const fn parameter(self) -> &'static str {
        match self {
            Identity::Mchid => "mchid",
            Identity::BrandId => "brand_id",
        }
    }

    /// The identity of that name.
    pub fn from_parameter(name: &str) -> Option<Identity> {
        [Identity::Mchid, Identity::BrandId].into_iter().find(|identity| identity.parameter() == name)
    }
}

/// What an operation answers when it has done what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Success {
    /// The HTTP statuses, the usual one first.
    pub statuses: &'static [u16],
    /// What is in its body.
    pub body: SuccessBody,
}

/// What is in the body of a response that reports success.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuccessBody {
    /// Nothing: a body contradicts the status.
    Nothing,
    /// What was changed, as it is now. A response without it reports success as well.
    Changed,
    /// The card with its `card_id`, which is what was asked for: where one is created or read.
    Card,
}

impl Success {
    /// Whether its responses have a body.
    pub fn has_body(&self) -> bool {
        self.body != SuccessBody::Nothing
    }
}

impl Operation {
    /// The path as documentation writes it, such as `/cards/{card_id}` or `/cards/{card_id}?brand_id={brand_id}`.
    pub fn template(&self) -> String {
        let mut template = self.path.to_owned();
        if !self.path_parameter.is_empty() {
            template += &["{", self.path_parameter, "}"].concat();
        }
        if !self.query_parameter.is_empty() {
            template += &["?", self.query_parameter, "={", self.query_parameter, "}"].concat();
        }
        template
    }

    /// Whether a request has a body. One without reads a card, and changes nothing.
    pub fn takes_body(&self) -> bool {
        self.method != "GET"
    }

    /// Whether a request names a brand beside its body: where the brand signs, or in the query.
    pub fn names_brand(&self) -> bool {
        self.identity == Identity::BrandId || !self.query_parameter.is_empty()
    }
}

/// The signature scheme: the first word of the `Authorization` header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum Scheme {
    /// SHA-256 with RSA (PKCS #1 v1.5) and a key of 2048 bits.
    #[default]
    #[serde(rename = "WECHATPAY2-SHA256-RSA2048")]
    Rsa,
    /// SM2 with SM3, user id `1234567812345678`; the signature is the ASN.1 DER form of (r, s).
    #[serde(rename = "WECHATPAY2-SM2-WITH-SM3")]
    Sm2,
    /// The same as `Rsa`, with the certificate of a brand: the only one of the brand API.
    #[serde(rename = "WECHATPAY-BRAND-SHA256-RSA2048")]
    BrandRsa,
}

impl Scheme {
    /// The scheme's name in the header.
    pub const fn as_str(self) -> &'static str {
        match self {
            Scheme::Rsa => "WECHATPAY2-SHA256-RSA2048",
            Scheme::Sm2 => "WECHATPAY2-SM2-WITH-SM3",
            Scheme::BrandRsa => "WECHATPAY-BRAND-SHA256-RSA2048",
        }
    }

    /// The scheme of that name.
    pub fn from_name(name: &str) -> Option<Scheme> {
        [Scheme::Rsa, Scheme::Sm2, Scheme::BrandRsa].into_iter().find(|scheme| scheme.as_str() == name)
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
