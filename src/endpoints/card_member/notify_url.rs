//! Addresses for notifications: partner 4012082570 and brand 4015407551.
//!
//! Facts: docs/domain-card-member.md#4.6.

use std::net::IpAddr;

use super::fields::BODY;
use super::page::Page::{self, BrandCreate, BrandUpdate};
use crate::endpoint::{Constraint, Context, FieldPath, Reporter, Rule, SchemaGap, issue};
use crate::issue::IssueCode;
use crate::text::locale::Bilingual;

static URL: FieldPath = BODY.at(&["notify_url"]);
const READS: &[&FieldPath] = &[&URL];
const SCHEMA_GAPS: &[SchemaGap] = &[SchemaGap {
    field: &URL,
    codes: &[IssueCode::NotifyUrlPrivate],
    reason: Bilingual {
        zh: "未检查主机能否从外网访问",
        en: "whether a host can be reached from outside is not looked at",
    },
}];

pub(super) const fn rules(page: Page) -> [Rule; 2] {
    [
        // The brand page allows https only. The partner page allows http in its text, but lists it as a mistake.
        Rule::value(Constraint::pattern(
            &URL,
            is_not_http,
            "^([hH][tT][tT][pP][sS]:|$)",
            IssueCode::UrlInsecure,
        ))
        .severity(page.error_on(&[BrandUpdate, BrandCreate])),
        // 需外网可访问, 不能携带参数, and both lists of mistakes: a missing path, and an IP address instead of a domain name.
        Rule::check_with_gaps(READS, is_public, SCHEMA_GAPS),
    ]
}

fn is_not_http(text: &str) -> bool {
    text.get(..5).is_none_or(|scheme| !scheme.eq_ignore_ascii_case("http:"))
}

fn is_public(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let Some((host, path)) = context.payload.filled(&URL).and_then(host_and_path) else { return };
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().ok();
    if is_local_name(host) || address.is_some_and(is_private) {
        reporter.report(issue(IssueCode::NotifyUrlPrivate, &URL).quoting("host", host), &URL);
    } else if address.is_some() {
        reporter.report(issue(IssueCode::NotifyUrlUnusual, &URL).with("part", "address"), &URL);
    }
    let plain = path.split('#').next().unwrap_or_default();
    let (before_query, has_query) = match plain.split_once('?') {
        Some((before, _)) => (before, true),
        None => (plain, false),
    };
    for (part, is_odd) in [("path", matches!(before_query, "" | "/")), ("query", has_query)] {
        if is_odd {
            reporter.report(issue(IssueCode::NotifyUrlUnusual, &URL).with("part", part), &URL);
        }
    }
}

/// The host of a URL, and the rest.
fn host_and_path(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once("://")?;
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, after)| after);
    let port =
        host_and_port.rsplit_once(':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
    Some((port.map_or(host_and_port, |(host, _)| host), path))
}

fn is_local_name(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let is_below = |name: &str| {
        let end = host.len().checked_sub(name.len()).and_then(|at| host.get(at..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(name))
    };
    host.eq_ignore_ascii_case("localhost") || is_below(".localhost")
}

/// Whether an address is not reachable on the internet.
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            address.is_loopback()
                || address.is_private()
                || address.is_link_local()
                || address.is_unspecified()
        }
        IpAddr::V6(address) => {
            address.is_loopback()
                || address.is_unspecified()
                || address.is_unique_local()
                || address.is_unicast_link_local()
                || address.to_ipv4_mapped().is_some_and(|address| is_private(IpAddr::V4(address)))
        }
    }
}
