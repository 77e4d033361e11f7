//! Image URLs, as WeChat Pay's upload API returns them.
//!
//! Hosts are compared exactly, so that the host that was checked is the host that is fetched.
//!
//! Facts: docs/domain.md#4.1.

use super::url::Url;
use super::{CheckContext, address};
use crate::issue::{IssueCode, TextList};
use crate::text::byte_classes::ByteClasses;

/// The domain of WeChat's images.
const PICTURE_DOMAIN: &str = ".qpic.cn";
/// Images of the Official Account platform.
const OFFICIAL_ACCOUNT_HOST: &str = "mmbiz.qpic.cn";

pub(super) fn check(text: &str, hosts: &TextList, context: &mut CheckContext<'_, '_>) {
    let classes = ByteClasses::of(text);
    let Some(url) = Url::parse(text, classes) else {
        return context.add(IssueCode::UrlFormat);
    };
    check_image_host(&url, hosts, context);
    if !url.secure {
        context.add(IssueCode::UrlInsecure);
    }
    let unusual = [
        ("userinfo", url.user_info.is_some()),
        ("port", url.port.is_some()),
        ("fragment", url.path.contains('#')),
    ];
    for (part, _) in unusual.into_iter().filter(|(_, is_there)| *is_there) {
        let issue = context.issue(IssueCode::UrlUnusualPart);
        context.report(issue.with("part", part));
    }
    address::check(text, classes, url.path, context);
}

fn is_below_picture_domain(host: &str) -> bool {
    host.ends_with(PICTURE_DOMAIN) || PICTURE_DOMAIN.strip_prefix('.') == Some(host)
}

fn check_image_host(url: &Url<'_>, hosts: &TextList, context: &mut CheckContext<'_, '_>) {
    if hosts.iter().any(|allowed| allowed.eq_ignore_ascii_case(url.host)) {
        return;
    }
    let host = url.host.to_ascii_lowercase();
    let code = if host == OFFICIAL_ACCOUNT_HOST {
        IssueCode::ImageWrongService
    } else if url.has_plain_host && is_below_picture_domain(&host) {
        // An escaped or look-alike slash before the domain might end the host for a client.
        IssueCode::ImageHostUnverified
    } else {
        IssueCode::ImageHost
    };
    let mut issue = context.issue(code).with("host", host);
    if code != IssueCode::ImageWrongService {
        issue = issue.with("allowed", hosts.clone());
    }
    context.report(issue);
}
