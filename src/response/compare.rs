//! Compares the message that the server signed with our own.

use serde::Serialize;

use super::detail::SignInformation;

/// The number of characters of the body that the server reports.
const SHOWN: usize = 8;

/// A part of the signed message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum MessageLine {
    /// The method, in capital letters.
    Method,
    /// The path and query.
    Url,
    /// The timestamp.
    Timestamp,
    /// The nonce.
    Nonce,
    /// The beginning of the body.
    Body,
    /// The line feed at the end of the message.
    End,
}

/// A part that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Difference {
    /// Which part.
    pub line: MessageLine,
    /// Our text. The body is limited to what the server reports.
    pub ours: String,
    /// The server's text.
    pub theirs: String,
}

/// The lengths of both messages. It is unknown whether the server counts bytes or characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LengthComparison {
    /// The length that the server reports.
    pub theirs: u32,
    /// The length of our message, in UTF-8 bytes.
    pub our_bytes: usize,
    /// The length of our message, in characters (Unicode code points).
    pub our_characters: usize,
    /// Whether one of our lengths matches.
    pub equal: bool,
    /// Whether only the number of characters matches. Then either the server counts characters, or the body was not
    /// sent as UTF-8: in ISO-8859-1, each character is one byte, and Chinese ones become `?`.
    pub maybe_not_utf8: bool,
}

/// The result of [`compare_sign_information`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct SignComparison {
    /// Whether the messages match, as far as the server reports. Then not the message is wrong, but the key,
    /// certificate or merchant number, or the [encoding of the body](LengthComparison::maybe_not_utf8). The server
    /// reports only the first 8 characters of the body, and its length.
    pub equal: bool,
    /// The parts that differ, in the order of the message.
    pub differences: Vec<Difference>,
    /// The lengths, if the server reports one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length: Option<LengthComparison>,
}

/// Compares the message that the server signed, according to a SIGN_ERROR, with ours.
///
/// ```
/// use wechatpay_membercard::{Locale, MessageLine, compare_sign_information, explain_error};
/// let body = r#"{"code":"SIGN_ERROR","message":"错误的签名，验签失败","detail":{"sign_information":{
///     "method":"GET","url":"/v3/certificates","sign_message_length":66,
///     "truncated_sign_message":"GET\n/v3/certificates\n1601277177\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n"}}}"#;
/// let information = explain_error(401, body.as_bytes(), Locale::En).sign_information.unwrap();
///
/// let ours = "GET\n/v3/certificates\n1601277177\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n";
/// assert!(compare_sign_information(&information, ours).equal);
///
/// let ours = "get\n/v3/certificates\n1601277177\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n";
/// assert_eq!(compare_sign_information(&information, ours).differences[0].line, MessageLine::Method);
/// ```
pub fn compare_sign_information(information: &SignInformation, our_message: &str) -> SignComparison {
    let ours = Message::split(our_message);
    let differences = match &information.truncated_sign_message {
        Some(message) => ours.differences(&Message::split(message)),
        None => ours.differences_of_request(information),
    };
    let length = information.sign_message_length.map(|theirs| compare_lengths(theirs, our_message));
    let equal = differences.is_empty() && length.is_none_or(|length| length.equal);
    SignComparison { equal, differences, length }
}

fn compare_lengths(theirs: u32, ours: &str) -> LengthComparison {
    let (our_bytes, our_characters) = (ours.len(), ours.chars().count());
    let [fits_bytes, fits_characters] =
        [our_bytes, our_characters].map(|length| u32::try_from(length) == Ok(theirs));
    let equal = fits_bytes || fits_characters;
    LengthComparison { theirs, our_bytes, our_characters, equal, maybe_not_utf8: equal && !fits_bytes }
}

/// The parts of a message. Missing parts are empty.
struct Message<'a> {
    lines: [(MessageLine, &'a str); 4],
    body: &'a str,
    end: &'a str,
}

impl<'a> Message<'a> {
    fn split(message: &'a str) -> Message<'a> {
        let mut parts = message.splitn(5, '\n');
        let mut next = || parts.next().unwrap_or_default();
        let lines = [
            (MessageLine::Method, next()),
            (MessageLine::Url, next()),
            (MessageLine::Timestamp, next()),
            (MessageLine::Nonce, next()),
        ];
        let rest = next();
        let (body, end) = rest.split_at(rest.strip_suffix('\n').unwrap_or(rest).len());
        Message { lines, body, end }
    }

    fn differences(&self, theirs: &Message) -> Vec<Difference> {
        let lines =
            self.lines.iter().zip(&theirs.lines).map(|((line, ours), (_, theirs))| (*line, *ours, *theirs));
        let body = match self.body == theirs.body {
            true => theirs.body,
            false => beginning(self.body),
        };
        let rest = [(MessageLine::Body, body, theirs.body), (MessageLine::End, self.end, theirs.end)];
        lines.chain(rest).filter_map(difference).collect()
    }

    /// If the server does not report its message, only method and URL are compared.
    fn differences_of_request(&self, information: &SignInformation) -> Vec<Difference> {
        let theirs = [&information.method, &information.url];
        let pairs = self.lines.iter().zip(theirs);
        pairs.filter_map(|((line, ours), theirs)| difference((*line, *ours, theirs.as_deref()?))).collect()
    }
}

fn difference((line, ours, theirs): (MessageLine, &str, &str)) -> Option<Difference> {
    (ours != theirs).then(|| Difference { line, ours: ours.into(), theirs: theirs.into() })
}

/// The beginning of a body that the server reports.
fn beginning(body: &str) -> &str {
    let end = body.char_indices().nth(SHOWN).map_or(body.len(), |(at, _)| at);
    &body[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str =
        "PATCH\n/v3/marketing/membercard-open/cards/p1\n1554208460\nN1\n{\"title\":\"会员卡\"}\n";

    fn information(length: u32, message: &str) -> SignInformation {
        SignInformation {
            sign_message_length: Some(length),
            truncated_sign_message: Some(message.into()),
            ..SignInformation::default()
        }
    }

    fn truncated() -> String {
        OURS.replace("{\"title\":\"会员卡\"}", "{\"title\"")
    }

    fn lines(comparison: &SignComparison) -> Vec<MessageLine> {
        comparison.differences.iter().map(|difference| difference.line).collect()
    }

    #[test]
    fn either_length_fits() {
        let (bytes, characters) = (OURS.len() as u32, OURS.chars().count() as u32);
        assert_eq!(bytes, characters + 6);
        for (length, equal) in
            [(bytes, true), (characters, true), (bytes + 1, false), (characters + 1, false)]
        {
            let comparison = compare_sign_information(&information(length, &truncated()), OURS);
            assert_eq!((comparison.equal, comparison.differences), (equal, vec![]), "{length}");
        }
    }

    #[test]
    fn the_length_in_characters_is_that_of_a_body_in_another_encoding_too() {
        let doubt = |length, ours| {
            let comparison = compare_sign_information(&information(length, &truncated()), ours);
            comparison.length.map(|length| length.maybe_not_utf8)
        };
        let (bytes, characters) = (OURS.len() as u32, OURS.chars().count() as u32);
        assert_eq!(doubt(characters, OURS), Some(true));
        assert_eq!(doubt(bytes, OURS), Some(false));
        assert_eq!(doubt(characters + 1, OURS), Some(false));
        let ascii = OURS.replace("会员卡", "card");
        assert_eq!(doubt(ascii.len() as u32, &ascii), Some(false));
    }

    #[test]
    fn each_line_can_differ() {
        let cases = [
            ("PATCH", "patch", MessageLine::Method),
            ("cards/p1", "cards/{card_id}", MessageLine::Url),
            ("1554208460", "1554208460000", MessageLine::Timestamp),
            ("\nN1\n", "\nN2\n", MessageLine::Nonce),
            ("{\"title\"", "{ \"title\"", MessageLine::Body),
            ("\"}\n", "\"}", MessageLine::End),
        ];
        for (theirs, ours, line) in cases {
            let ours = OURS.replacen(theirs, ours, 1);
            let comparison = compare_sign_information(&information(0, &truncated()), &ours);
            assert_eq!(lines(&comparison), [line]);
            assert!(!comparison.equal);
        }
    }

    #[test]
    fn a_body_that_the_server_did_not_get() {
        let empty = OURS.replace("{\"title\":\"会员卡\"}", "");
        let comparison = compare_sign_information(&information(0, &empty), OURS);
        assert_eq!(comparison.differences[0].ours, "{\"title\"");
        assert_eq!(comparison.differences[0].theirs, "");
    }

    #[test]
    fn short_bodies_are_shown_whole() {
        let ours = OURS.replace("{\"title\":\"会员卡\"}", "{}");
        assert_eq!(lines(&compare_sign_information(&information(0, &ours), &ours)), []);
    }

    #[test]
    fn without_a_message_the_method_and_url_are_compared() {
        let information = SignInformation {
            method: Some("POST".into()),
            url: Some("/v3/marketing/membercard-open/cards/p1".into()),
            ..SignInformation::default()
        };
        assert_eq!(lines(&compare_sign_information(&information, OURS)), [MessageLine::Method]);
    }

    #[test]
    fn any_text_can_be_compared() {
        for ours in ["", "\n", "会", "\n\n\n\n\n\n"] {
            for theirs in ["", "\n", "会员卡会员卡会员卡", "PATCH"] {
                compare_sign_information(&information(u32::MAX, theirs), ours);
            }
        }
    }
}
