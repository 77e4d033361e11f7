//! The response as it came, and the headers of its signature.

use super::failure::ResponseError;

/// The time of the response, in Unix seconds.
const TIMESTAMP: &str = "Wechatpay-Timestamp";
/// The nonce of the response.
const NONCE: &str = "Wechatpay-Nonce";
/// The signature, in base64.
const SIGNATURE: &str = "Wechatpay-Signature";
/// The key that the signature belongs to.
const SERIAL: &str = "Wechatpay-Serial";
/// The scheme of the signature; it may be absent.
const SIGNATURE_TYPE: &str = "Wechatpay-Signature-Type";
/// WeChat Pay's name for the exchange; it may be absent.
const REQUEST_ID: &str = "Request-ID";

/// An HTTP response, as the host's client received it.
///
/// ```
/// use wechatpay_membercard::ResponseParts;
/// let parts = ResponseParts::new(204, [("Wechatpay-Timestamp", "1722850421")], "");
/// assert_eq!(parts.header("wechatpay-timestamp"), Some("1722850421"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResponseParts {
    /// The HTTP status code.
    pub status: u16,
    /// Names and values of the headers, in any order and any case of letters; a repeated header stands repeatedly.
    pub headers: Vec<(String, String)>,
    /// The bytes of the body, exactly as received: parsing and writing it again would break the signature.
    pub body: Vec<u8>,
}

impl ResponseParts {
    /// A response from its parts.
    pub fn new<N: Into<String>, V: Into<String>>(
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
        body: impl Into<Vec<u8>>,
    ) -> ResponseParts {
        let headers = headers.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        ResponseParts { status, headers, body: body.into() }
    }

    /// The first value of a header, without the blanks around it. The case of the name's letters does not matter.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.values(name).next()
    }

    /// Every value of a header that is not empty.
    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers
            .iter()
            .filter(move |(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim_matches([' ', '\t']))
            .filter(|value| !value.is_empty())
    }

    /// `Request-ID`, if the response has one.
    pub(super) fn request_id(&self) -> Option<&str> {
        self.header(REQUEST_ID)
    }

    /// The one value of a header. None of the signature's values holds a comma, so that a comma is the seam at which
    /// fetch's `Headers` joins the values of a repeated header.
    fn single(&self, name: &'static str) -> Result<Option<&str>, ResponseError> {
        let mut values = self.values(name);
        match (values.next(), values.next()) {
            (Some(_), Some(_)) => Err(ResponseError::DoubledHeader { name }),
            (Some(value), None) if value.contains(',') => Err(ResponseError::DoubledHeader { name }),
            (value, _) => Ok(value),
        }
    }
}

/// The headers that a signature consists of.
#[derive(Debug)]
pub(super) struct SignatureHeaders<'a> {
    pub timestamp: &'a str,
    pub nonce: &'a str,
    pub signature: &'a str,
    pub serial: &'a str,
    pub signature_type: Option<&'a str>,
}

impl<'a> SignatureHeaders<'a> {
    /// Reads the headers. A missing one is reported before a doubled one: without it nothing can be verified.
    pub fn read(parts: &'a ResponseParts) -> Result<SignatureHeaders<'a>, ResponseError> {
        for name in [TIMESTAMP, NONCE, SIGNATURE, SERIAL] {
            parts.header(name).ok_or(ResponseError::MissingHeader { name })?;
        }
        let required = |name| parts.single(name)?.ok_or(ResponseError::MissingHeader { name });
        Ok(SignatureHeaders {
            timestamp: required(TIMESTAMP)?,
            nonce: required(NONCE)?,
            signature: required(SIGNATURE)?,
            serial: required(SERIAL)?,
            signature_type: parts.single(SIGNATURE_TYPE)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(&str, &str); 4] = [(TIMESTAMP, "1"), (NONCE, "n"), (SIGNATURE, "c2ln"), (SERIAL, "A1")];

    #[test]
    fn each_header_is_required() {
        for (missing, _) in ALL {
            for emptied in [false, true] {
                let headers = ALL.iter().filter(|(name, _)| emptied || *name != missing);
                let headers =
                    headers.map(|(name, value)| (*name, if *name == missing { "  " } else { *value }));
                let parts = ResponseParts::new(204, headers, "");
                let error = SignatureHeaders::read(&parts).unwrap_err();
                assert!(matches!(error, ResponseError::MissingHeader { name } if name == missing));
            }
        }
    }

    #[test]
    fn no_header_may_be_doubled() {
        for (doubled, _) in ALL.iter().chain(&[(SIGNATURE_TYPE, "")]) {
            let twice = [(*doubled, "a"), (*doubled, "a")];
            let others = || ALL.into_iter().filter(|(name, _)| name != doubled);
            let parts = ResponseParts::new(204, others().chain(twice), "");
            let error = SignatureHeaders::read(&parts).unwrap_err();
            assert!(matches!(error, ResponseError::DoubledHeader { name } if name == *doubled));

            let parts = ResponseParts::new(204, others().chain([(*doubled, "a, a")]), "");
            let error = SignatureHeaders::read(&parts).unwrap_err();
            assert!(matches!(error, ResponseError::DoubledHeader { name } if name == *doubled));
        }
    }

    #[test]
    fn names_in_any_case_and_blanks_around_values() {
        let headers = ALL.map(|(name, value)| (name.to_uppercase(), format!(" {value}\t")));
        let parts = ResponseParts::new(204, headers, "");
        let headers = SignatureHeaders::read(&parts).unwrap();
        assert_eq!((headers.timestamp, headers.serial, headers.signature_type), ("1", "A1", None));
    }
}
