//! A request that is ready to send.

use serde::{Serialize, Serializer};

use super::prepared::PreparedRequest;

const USER_AGENT: &str = concat!("wechatpay-membercard/", env!("CARGO_PKG_VERSION"));
/// WeChat Pay's default language, so its messages match its documentation. It is set explicitly because HTTP clients
/// send their own: Node.js's `fetch` sends `*`, which is not among WeChat Pay's languages (en, zh-CN, zh-HK, zh-TW).
const ACCEPT_LANGUAGE: &str = "zh-CN";

/// A complete HTTP request. Send the body's bytes unchanged, as UTF-8, within 5 minutes of its timestamp.
///
/// It serializes to what JavaScript's `fetch` accepts: the headers become an object.
///
/// ```
/// # use wechatpay_membercard::{RequestOptions, Signature, Validator};
/// # let options = RequestOptions {
/// #     timestamp: Some(1_554_208_460),
/// #     nonce_str: Some("593BEC0C930BF1AFEB40B4A08C8FB242".into()),
/// #     ..RequestOptions::new("pbLatjvWOibDc5-TBnbUk1pD12o0", "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
/// # };
/// # let request = Validator::new().validate_json("{}".as_bytes()).prepare(&options)?;
/// let signed = request.complete(Signature::from_bytes(&[1; 256])?)?;
/// assert_eq!(signed.header("content-type"), Some("application/json"));
/// assert_eq!(serde_json::to_value(&signed)?["headers"]["Accept"], "application/json");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SignedRequest {
    /// `PATCH`, `POST` for a creation, or `GET` for a reading.
    pub method: &'static str,
    /// The URL.
    pub url: String,
    /// The headers: `Authorization`; `Accept` and, with a body, `Content-Type`, which the API page requires;
    /// `Accept-Language`, so that messages are in the language that this crate explains; `User-Agent`, without which
    /// WeChat Pay may refuse requests; and `Wechatpay-Serial`, if given.
    #[serde(serialize_with = "as_object")]
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty if the operation has none. It is then omitted from the serialized form, because `fetch` refuses
    /// a body with `GET`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub body: String,
}

impl SignedRequest {
    pub(super) fn new(request: &PreparedRequest, authorization: String) -> SignedRequest {
        let mut headers = vec![
            ("Authorization", authorization),
            ("Accept", "application/json".into()),
            ("Accept-Language", ACCEPT_LANGUAGE.into()),
        ];
        if request.operation().takes_body() {
            headers.push(("Content-Type", "application/json".into()));
        }
        headers.push(("User-Agent", USER_AGENT.into()));
        headers.extend(request.wechatpay_serial().map(|serial| ("Wechatpay-Serial", serial.into())));
        SignedRequest { method: request.method(), url: request.url(), headers, body: request.body().into() }
    }

    /// The value of a header; the name is case-insensitive.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

fn as_object<S: Serializer>(headers: &[(&'static str, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(headers.iter().map(|(name, value)| (name, value)))
}
