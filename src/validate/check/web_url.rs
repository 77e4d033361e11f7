//! Links for members. An invalid URL is an error; a valid one that is unusual for a page for members is a warning.
//!
//! Facts: docs/domain.md#5.7.

use super::url::{Url, without_last_dot};
use super::{CheckContext, address};
use crate::issue::IssueCode;
use crate::text::byte_classes::ByteClasses;
use crate::text::letters::is_letter_or_digit;

pub(super) fn check(text: &str, context: &mut CheckContext<'_, '_>) {
    let classes = ByteClasses::of(text);
    let Some(url) = Url::parse(text, classes) else {
        return context.add(IssueCode::UrlFormat);
    };
    if !url.secure {
        context.add(IssueCode::UrlInsecure);
    }
    if url.user_info.is_some() {
        let issue = context.issue(IssueCode::UrlUserinfo);
        context.report(issue.quoting("host", url.host));
    }
    check_host(&url, context);
    if let Some(port) = url.port {
        let issue = context.issue(IssueCode::UrlPort);
        context.report(if port.is_empty() { issue } else { issue.quoting("port", port) });
    }
    address::check(text, classes, url.path, context);
}

fn check_host(url: &Url<'_>, context: &mut CheckContext<'_, '_>) {
    let host = url.host;
    if is_ip_address(host) {
        let issue = context.issue(IssueCode::UrlIpAddress);
        return context.report(issue.quoting("host", host));
    }
    if !url.has_plain_host
        && let Some(character) = host.chars().find(|character| !is_of_domain_name(*character))
    {
        let issue = context.issue(IssueCode::UrlHostUnusual).quoting("host", host);
        context.report(issue.quoting_character(character));
    }
}

/// Whether readers treat a host as an IP address: it is in brackets, or ends in a number, which the URL standard also
/// reads as octal or hexadecimal.
fn is_ip_address(host: &str) -> bool {
    let mut labels = without_last_dot(host.as_bytes()).rsplit(|byte| *byte == b'.');
    let is_number = match labels.next().unwrap_or_default() {
        [b'0', b'x' | b'X', digits @ ..] => digits.iter().all(u8::is_ascii_hexdigit),
        digits => digits.iter().all(u8::is_ascii_digit),
    };
    host.starts_with('[') || is_number
}

/// Whether domain names contain such a character: letters of any script, digits and hyphens. Look-alikes such as a
/// full-width dot do not count.
fn is_of_domain_name(character: char) -> bool {
    is_letter_or_digit(character) || matches!(character, '-' | '_' | '.')
}
