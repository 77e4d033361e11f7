//! Absolute http and https URLs.
//!
//! Only strict syntax is accepted. What browsers would repair (backslashes, blanks, line breaks, missing slashes) is
//! refused, and so are hosts and ports that the URL standard (url.spec.whatwg.org) excludes.

use crate::text::byte_classes::ByteClasses;

/// The parts of a URL, as they are written.
pub(super) struct Url<'t> {
    pub(super) secure: bool,
    /// The part before `@`.
    pub(super) user_info: Option<&'t str>,
    pub(super) host: &'t str,
    /// Whether the host consists of ASCII letters, digits, hyphens, underscores and dots.
    pub(super) has_plain_host: bool,
    /// The digits after the colon, possibly none.
    pub(super) port: Option<&'t str>,
    /// Everything after the host and port: path, query and fragment.
    pub(super) path: &'t str,
}

impl Url<'_> {
    /// Parses a text whose byte classes are known.
    pub(super) fn parse(text: &str, classes: ByteClasses) -> Option<Url<'_>> {
        if !is_unbroken(text, classes) {
            return None;
        }
        let (secure, rest) = match (after_scheme(text, "https://"), after_scheme(text, "http://")) {
            (Some(rest), _) => (true, rest),
            (None, Some(rest)) => (false, rest),
            (None, None) => return None,
        };
        let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#'));
        let (authority, path) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        let (user_info, host_and_port) = match split_last(authority, b'@') {
            Some((user_info, after)) => (Some(user_info), after),
            None => (None, authority),
        };
        let is_port = |(_, port): &(&str, &str)| port.bytes().all(|byte| byte.is_ascii_digit());
        let (host, port) = match split_last(host_and_port, b':').filter(is_port) {
            Some((host, port)) => (host, Some(port)),
            None => (host_and_port, None),
        };
        let host_classes = ByteClasses::of(host);
        let has_plain_host = host_classes.is_empty();
        let is_url = is_host(host.as_bytes(), host_classes) && port.is_none_or(exists);
        is_url.then_some(Url { secure, user_info, host, has_plain_host, port, path })
    }
}

/// Whether a port number exists. The URL standard treats an empty port as the default one.
fn exists(port: &str) -> bool {
    const TOO_LARGE: u32 = 1 << 16;
    let number = |before: u32, digit: u8| (before * 10 + u32::from(digit - b'0')).min(TOO_LARGE);
    port.bytes().fold(0, number) < TOO_LARGE
}

/// Splits at the last occurrence of `mark`.
fn split_last(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The text after the scheme, which may be in any case.
fn after_scheme<'t>(text: &'t str, scheme: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// Whether there are no blanks, control characters or backslashes.
fn is_unbroken(text: &str, classes: ByteClasses) -> bool {
    const REFUSED: ByteClasses = ByteClasses::BLANK.union(ByteClasses::CONTROL).union(ByteClasses::BACKSLASH);
    let is_refused = |character: char| character.is_whitespace() || character.is_control();
    !classes.intersects(REFUSED)
        && (!classes.intersects(ByteClasses::NON_ASCII) || !text.chars().any(is_refused))
}

/// Whether a text can be a host: a name without characters that the URL standard forbids, even percent-encoded, or an
/// IPv6 address in brackets.
fn is_host(host: &[u8], classes: ByteClasses) -> bool {
    const FORBIDDEN: ByteClasses = ByteClasses::RESERVED.union(ByteClasses::DELIMITER);
    if let [b'[', inner @ .., b']'] = host {
        let is_of_address = |byte: &u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.');
        return inner.iter().filter(|byte| **byte == b':').count() >= 2 && inner.iter().all(is_of_address);
    }
    !classes.intersects(FORBIDDEN)
        && without_last_dot(host).split(|byte| *byte == b'.').all(|label| !label.is_empty())
        && (!classes.intersects(ByteClasses::PERCENT) || !has_broken_escape(host))
}

/// A host without its trailing dot.
pub(super) fn without_last_dot(host: &[u8]) -> &[u8] {
    host.strip_suffix(b".").unwrap_or(host)
}

fn has_broken_escape(host: &[u8]) -> bool {
    !host.split(|byte| *byte == b'%').skip(1).all(begins_with_escape)
}

/// Whether two hexadecimal digits follow a `%`, for a byte that a host may contain.
fn begins_with_escape(text: &[u8]) -> bool {
    let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
    let byte = digit(0).zip(digit(1)).map(|(high, low)| (16 * high + low) as u8);
    byte.is_some_and(is_escapable_in_host)
}

/// Whether the URL standard allows a byte in a host in percent-encoded form.
pub(crate) const fn is_escapable_in_host(byte: u8) -> bool {
    let is_forbidden = matches!(
        byte,
        b'#' | b'%' | b'/' | b':' | b'<' | b'>' | b'?' | b'@' | b'[' | b'\\' | b']' | b'^' | b'|' | 0x7f
    );
    byte > b' ' && !is_forbidden
}

/// Whether [`Url::parse`] accepts the text as a complete host.
#[cfg(feature = "json-schema")]
pub(crate) fn is_host_of_url(text: &str) -> bool {
    let url = ["https://", text].concat();
    Url::parse(&url, ByteClasses::of(&url)).is_some_and(|url| url.host.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::{ByteClasses, Url, is_host_of_url};

    fn host(text: &str) -> Option<String> {
        Url::parse(text, ByteClasses::of(text)).map(|url| url.host.to_ascii_lowercase())
    }

    #[test]
    fn the_host_is_where_a_browser_would_go() {
        assert_eq!(host("HTTPS://WxPayLogo.qpic.cn/a").as_deref(), Some("wxpaylogo.qpic.cn"));
        assert_eq!(host("https://wxpaylogo.qpic.cn@evil.example/a").as_deref(), Some("evil.example"));
        assert_eq!(host("https://evil.example?wxpaylogo.qpic.cn").as_deref(), Some("evil.example"));
        assert_eq!(host("https://wxpaylogo.qpic.cn:443/a").as_deref(), Some("wxpaylogo.qpic.cn"));
        assert_eq!(host("https://wxpaylogo%2eqpic.cn/a").as_deref(), Some("wxpaylogo%2eqpic.cn"));
        assert_eq!(host("https://wxpaylogo.qpic.cn./a").as_deref(), Some("wxpaylogo.qpic.cn."));
        assert_eq!(host("https://[::1]:8080/a").as_deref(), Some("[::1]"));
        assert_eq!(host("https://例子.中国/a").as_deref(), Some("例子.中国"));
    }

    #[test]
    fn ports_and_escapes_that_exist() {
        assert_eq!(host("https://x.com:65535/").as_deref(), Some("x.com"));
        assert_eq!(host("https://x.com:00000000080/").as_deref(), Some("x.com"));
        assert_eq!(host("https://x.com:").as_deref(), Some("x.com"));
        assert_eq!(host("https://%65vil.example").as_deref(), Some("%65vil.example"));
    }

    #[test]
    fn a_host_is_between_scheme_and_path() {
        for host in ["wxpaylogo.qpic.cn", "WxPayLogo.qpic.cn", "wxpaylogo.qpic.cn.", "[::1]", "例子.中国"]
        {
            assert!(is_host_of_url(host), "{host}");
        }
        for other in ["", "a/b", "a:443", "user@a", "a?b", "a#b", "a b", "https://a", "a..b"] {
            assert!(!is_host_of_url(other), "{other}");
        }
    }

    #[test]
    fn what_a_browser_would_repair_is_refused() {
        for text in [
            "",
            "https://",
            "https:///a",
            "https:/wxpaylogo.qpic.cn/a",
            "https:wxpaylogo.qpic.cn",
            "//wxpaylogo.qpic.cn/a",
            "https://evil.example\\@wxpaylogo.qpic.cn/a",
            "https://wxpaylogo.qpic.cn\n.evil.example/",
            " https://wxpaylogo.qpic.cn/",
            "https://wxpaylogo..qpic.cn/",
            "data:image/png;base64,AA",
            "ftp://wxpaylogo.qpic.cn/a",
            "https://a:b/",
            "https://x.com:99999",
            "https://x.com:65536/",
            "https://%00.com",
            "https://x.com%2f.evil.com",
            "https://x.com%2F.evil.com",
            "https://x%.com/",
            "https://x%4/",
            "https://x%zz.com/",
            "https://[evil]/",
            "https://[1:2]/",
            "https://[::1/",
        ] {
            assert_eq!(host(text), None, "{text:?}");
        }
    }
}
