//! Addresses of pages that members open. What is no address at all is an error; what is one, but seldom of a page that is
//! meant for members, is a warning.

use super::url::{Url, without_last_dot};
use super::{Subject, address};
use crate::issue::IssueCode;

pub(super) fn check(text: &str, subject: &mut Subject<'_, '_>) {
    let Some(url) = Url::parse(text) else {
        return subject.add(IssueCode::UrlFormat);
    };
    if !url.secure {
        subject.add(IssueCode::UrlInsecure);
    }
    if url.user_info.is_some() {
        let issue = subject.issue(IssueCode::UrlUserinfo);
        subject.report(issue.quoting("host", url.host));
    }
    check_host(url.host, subject);
    if let Some(port) = url.port {
        let issue = subject.issue(IssueCode::UrlPort);
        subject.report(if port.is_empty() { issue } else { issue.quoting("port", port) });
    }
    address::check(text, url.path, subject);
}

fn check_host(host: &str, subject: &mut Subject<'_, '_>) {
    if is_ip_address(host) {
        let issue = subject.issue(IssueCode::UrlIpAddress);
        return subject.report(issue.quoting("host", host));
    }
    if let Some(character) = host.chars().find(|character| !is_of_domain_name(*character)) {
        let issue = subject.issue(IssueCode::UrlHostUnusual).quoting("host", host);
        subject.report(issue.with("character", character.to_string()));
    }
}

/// Whether readers take a host for an address of the Internet Protocol: one in brackets, or one that ends in a number,
/// which the URL standard also reads in octal and hexadecimal digits.
fn is_ip_address(host: &str) -> bool {
    let mut labels = without_last_dot(host.as_bytes()).rsplit(|byte| *byte == b'.');
    let is_number = match labels.next().unwrap_or_default() {
        [b'0', b'x' | b'X', digits @ ..] => digits.iter().all(u8::is_ascii_hexdigit),
        digits => digits.iter().all(u8::is_ascii_digit),
    };
    host.starts_with('[') || is_number
}

/// Whether domain names have such a character: letters of any script, digits and hyphens, no signs, and none that readers
/// take for another one, such as a full-width dot.
fn is_of_domain_name(character: char) -> bool {
    match character {
        'ſ' | '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' => false,
        '\u{37e}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303f}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffff}' => false,
        '\u{80}'.. => true,
        _ => character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.'),
    }
}
