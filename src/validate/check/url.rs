//! URLs: absolute http or https, and for images the host.
//!
//! Only the plainest form is taken for a URL: what a browser would repair (backslashes, blanks, line breaks, missing
//! slashes) is refused, and an image's host is compared letter by letter, so that the host that was checked is the host
//! that is fetched.

use super::Subject;
use crate::issue::{IssueCode, Texts};

/// The domain under which WeChat's pictures lie.
const PICTURE_DOMAIN: &str = ".qpic.cn";
/// The pictures of the Official Account platform.
const OFFICIAL_ACCOUNT_HOST: &str = "mmbiz.qpic.cn";

struct Url<'t> {
    secure: bool,
    /// As it was written, in either case.
    host: &'t str,
    /// The parts that an image's URL does not have, and whether they are there.
    unusual: [(&'static str, bool); 3],
}

fn parse(text: &str) -> Option<Url<'_>> {
    if !is_unbroken(text) {
        return None;
    }
    let (secure, rest) = match (after_scheme(text, "https://"), after_scheme(text, "http://")) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => return None,
    };
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#'));
    let (authority, path) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
    let user_info = split_last(authority, b'@');
    let host_and_port = user_info.map_or(authority, |(_, after)| after);
    let port =
        split_last(host_and_port, b':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
    let host = port.map_or(host_and_port, |(before, _)| before);
    let has_fragment = path.bytes().any(|byte| byte == b'#');
    let unusual = [("userinfo", user_info.is_some()), ("port", port.is_some()), ("fragment", has_fragment)];
    is_host(host).then_some(Url { secure, host, unusual })
}

/// What stands before and after the last mark.
fn split_last(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What follows the scheme, in either case.
fn after_scheme<'t>(text: &'t str, scheme: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// Whether there are no blanks, control characters and backslashes.
fn is_unbroken(text: &str) -> bool {
    let refused = |character: char| character.is_whitespace() || character.is_control() || character == '\\';
    text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') || !text.contains(refused)
}

/// Whether that can be a host: not empty, and without what the URL standard forbids in hosts. IPv6 addresses stand in
/// brackets.
fn is_host(host: &str) -> bool {
    let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let name = inner.unwrap_or(host);
    let forbidden = |byte| match byte {
        b'"' | b'<' | b'>' | b'^' | b'`' | b'{' | b'|' | b'}' | b'[' | b']' => true,
        b':' => inner.is_none(),
        _ => false,
    };
    let labels = name.strip_suffix('.').unwrap_or(name).as_bytes();
    !name.bytes().any(forbidden) && labels.split(|byte| *byte == b'.').all(|label| !label.is_empty())
}

/// Whether that text alone is what [`parse`] finds as a host.
#[cfg(feature = "json-schema")]
pub(crate) fn is_host_of_url(text: &str) -> bool {
    parse(&format!("https://{text}")).is_some_and(|url| url.host.eq_ignore_ascii_case(text))
}

pub(super) fn check_web(text: &str, subject: &mut Subject<'_, '_>) {
    match parse(text) {
        None => subject.add(IssueCode::UrlFormat),
        Some(url) if !url.secure => subject.add(IssueCode::UrlInsecure),
        Some(_) => {}
    }
}

pub(super) fn check_image(text: &str, hosts: &Texts, subject: &mut Subject<'_, '_>) {
    let Some(url) = parse(text) else {
        return subject.add(IssueCode::UrlFormat);
    };
    check_image_host(url.host, hosts, subject);
    if !url.secure {
        subject.add(IssueCode::UrlInsecure);
    }
    for (part, _) in url.unusual.into_iter().filter(|(_, is_there)| *is_there) {
        let issue = subject.issue(IssueCode::UrlUnusualPart);
        subject.report(issue.with("part", part));
    }
}

/// Only plain names: an escape or a look-alike of `/` before the domain may end the host for whoever fetches it.
fn is_below_picture_domain(host: &str) -> bool {
    let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    plain && (host.ends_with(PICTURE_DOMAIN) || PICTURE_DOMAIN.strip_prefix('.') == Some(host))
}

fn check_image_host(host: &str, hosts: &Texts, subject: &mut Subject<'_, '_>) {
    if hosts.iter().any(|allowed| allowed.eq_ignore_ascii_case(host)) {
        return;
    }
    let host = host.to_ascii_lowercase();
    let code = if host == OFFICIAL_ACCOUNT_HOST {
        IssueCode::ImageWrongService
    } else if is_below_picture_domain(&host) {
        IssueCode::ImageHostUnverified
    } else {
        IssueCode::ImageHost
    };
    let mut issue = subject.issue(code).with("host", host);
    if code != IssueCode::ImageWrongService {
        issue = issue.with("allowed", hosts.clone());
    }
    subject.report(issue);
}

#[cfg(test)]
mod tests {
    use super::{is_host_of_url, parse};

    fn host(text: &str) -> Option<String> {
        parse(text).map(|url| url.host.to_ascii_lowercase())
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
    fn a_host_is_what_stands_between_scheme_and_path() {
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
        ] {
            assert_eq!(host(text), None, "{text:?}");
        }
    }
}
