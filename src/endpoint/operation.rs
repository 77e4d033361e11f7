//! The HTTP operation of an endpoint.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The HTTP operation of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The HTTP method.
    pub method: &'static str,
    /// The path before its parameter, which is the last segment; the whole path if there is no parameter.
    pub path: &'static str,
    /// The name of the path parameter; empty if there is none.
    pub path_parameter: &'static str,
    /// The name of the query parameter; empty if there is none.
    pub query_parameter: &'static str,
    /// Who signs.
    pub identity: Identity,
    /// The accepted signature schemes, the usual one first.
    pub schemes: &'static [Scheme],
    /// Whether the header `Wechatpay-Serial` is required.
    pub requires_wechatpay_serial: bool,
    /// Successful responses.
    pub success: Success,
}

/// Who signs a request, identified by a parameter of the `Authorization` header.
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

    /// The identity with that parameter.
    pub fn from_parameter(name: &str) -> Option<Identity> {
        [Identity::Mchid, Identity::BrandId].into_iter().find(|identity| identity.parameter() == name)
    }
}

/// A successful response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Success {
    /// The HTTP statuses, the usual one first.
    pub statuses: &'static [u16],
    /// Its body.
    pub body: SuccessBody,
}

/// The body of a successful response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuccessBody {
    /// Empty. A body contradicts the status.
    Nothing,
    /// The changed object. A response without it is successful, too.
    Changed,
    /// The card, with its `card_id`.
    Card,
}

impl Success {
    /// Whether it has a body.
    pub fn has_body(&self) -> bool {
        self.body != SuccessBody::Nothing
    }
}

impl Operation {
    /// The path in the documentation's notation, such as `/cards/{card_id}` or `/cards/{card_id}?brand_id={brand_id}`.
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

    /// Whether requests have a body. Those without one only read.
    pub fn takes_body(&self) -> bool {
        self.method != "GET"
    }

    /// Whether a request names a brand besides its body: as the signer, or in the query.
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
