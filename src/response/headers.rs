//! The received response, and its signature headers.

use super::failure::ResponseError;

/// The response's time, in Unix seconds.
const TIMESTAMP: &str = "Wechatpay-Timestamp";
/// The nonce of the response.
const NONCE: &str = "Wechatpay-Nonce";
/// The signature, in base64.
const SIGNATURE: &str = "Wechatpay-Signature";
/// The key that the signature belongs to.
const SERIAL: &str = "Wechatpay-Serial";
/// The signature scheme; optional.
const SIGNATURE_TYPE: &str = "Wechatpay-Signature-Type";
/// WeChat Pay's id of the exchange; optional.
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
    /// Header names and values, in any order and case; repeated headers are repeated here.
    pub headers: Vec<(String, String)>,
    /// The body's bytes, exactly as received: reserializing would invalidate the signature.
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

    /// The first value of a header, trimmed. The name is case-insensitive.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.values(name).next()
    }

    /// All non-empty values of a header.
    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers
            .iter()
            .filter(move |(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim_matches([' ', '\t']))
            .filter(|value| !value.is_empty())
    }

    /// The `Request-ID`, if the response has one.
    pub(super) fn request_id(&self) -> Option<&str> {
        self.header(REQUEST_ID)
    }

    /// The only value of a header. Values of signature headers never contain commas, so a comma means that fetch's
    /// `Headers` has joined repeated headers.
    fn single(&self, name: &'static str) -> Result<Option<&str>, ResponseError> {
        let mut values = self.values(name);
        match (values.next(), values.next()) {
            (Some(_), Some(_)) => Err(ResponseError::DoubledHeader { name }),
            (Some(value), None) if value.contains(',') => Err(ResponseError::DoubledHeader { name }),
            (value, _) => Ok(value),
        }
    }
}

/// The signature headers.
#[derive(Debug)]
pub(super) struct SignatureHeaders<'a> {
    pub timestamp: &'a str,
    pub nonce: &'a str,
    pub signature: &'a str,
    pub serial: &'a str,
    pub signature_type: Option<&'a str>,
}

impl<'a> SignatureHeaders<'a> {
    /// Reads the headers. Missing headers are reported before repeated ones, because verification is impossible without
    /// them.
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
