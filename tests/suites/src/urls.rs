//! URLs, compared with the crate url, which parses like browsers, using the WHATWG URL standard's test data (shipped by
//! that crate) and generated tricks. If we consider an image's host allowed, a browser must load from that host; a link
//! without issues must lead a browser where it seems to.

use std::fs;

use proptest::prelude::*;
use proptest::sample::select;
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;
use wechatpay_membercard::{IMAGE_HOSTS, Issue, IssueCode};

use crate::{packages, validator};

/// Why a URL would be dangerous as an image and as a link; `None` if it is not.
fn danger(address: &str) -> Option<String> {
    danger_of_image(address).or_else(|| danger_of_link(address))
}

/// Whether a link without issues leads elsewhere than it seems to, or a refused one works unrepaired.
fn danger_of_link(address: &str) -> Option<String> {
    let payload = json!({ "balance_information": { "balance_url": address } }).to_string();
    let report = validator().validate_json(payload.as_bytes());
    let codes: Vec<IssueCode> = report.issues().iter().map(|issue| issue.code).collect();
    let url = Url::parse(address);
    if codes.is_empty() {
        // Names beyond ASCII are not normalized by Unicode's tables, and Punycode is not decoded.
        let url = match url {
            Ok(url) => url,
            Err(_) if !address.is_ascii() || address.to_ascii_lowercase().contains("xn--") => return None,
            Err(error) => {
                return Some(format!("{address:?} is taken without a word, but is no URL: {error}"));
            }
        };
        let host = url.host_str().unwrap_or_default();
        let is_written =
            !address.is_ascii() || address.to_ascii_lowercase().starts_with(&format!("https://{host}"));
        let is_plain = url.scheme() == "https" && url.domain().is_some() && url.username().is_empty();
        let is_plain = is_plain && url.password().is_none() && url.port().is_none() && is_written;
        return (!is_plain).then(|| format!("{address:?} is taken without a word, but leads to {url}"));
    }
    // What a browser keeps unchanged needs no repair. Internet names have no empty labels, quotation marks or braces; a
    // backslash is a slash in some places only.
    let is_refused = codes.contains(&IssueCode::UrlFormat);
    let is_whole = |url: &Url| {
        let is_web = matches!(url.scheme(), "https" | "http");
        let is_written = [address, &[address, "/"].concat()].contains(&url.as_str());
        let host = url.host_str().unwrap_or_default();
        let is_name = !host.contains("..") && !host.starts_with('.') && !host.contains(['"', '`', '{', '}']);
        is_web && is_written && is_name && !address.contains('\\')
    };
    (is_refused && url.as_ref().is_ok_and(is_whole)).then(|| format!("{address:?} is refused, but is a URL"))
}

/// Why a URL would be dangerous as an image; `None` if it is not.
fn danger_of_image(address: &str) -> Option<String> {
    let payload = json!({ "logo_url": address }).to_string();
    let report = validator().validate_json(payload.as_bytes());
    // Nobody loads an invalid URL.
    if !report.is_valid() || address.is_empty() {
        return None;
    }
    let is_allowed = |host: &str| IMAGE_HOSTS.contains(&host);
    match Url::parse(address) {
        // Browsers do not load it.
        Err(_) => None,
        Ok(url) => match url.host_str() {
            Some(host) if is_allowed(host) && matches!(url.scheme(), "https" | "http") => None,
            // Another image host of WeChat: valid with a warning.
            Some(host) if is_picture_host(host) && !report.issues().iter().all(Issue::is_error) => None,
            host => Some(format!("{address:?} is accepted, but leads to {host:?}")),
        },
    }
}

fn is_picture_host(host: &str) -> bool {
    host == "qpic.cn" || host.ends_with(".qpic.cn")
}

/// The inputs of the standard's test data, with the hosts they lead to.
fn inputs() -> Vec<(String, Option<String>)> {
    let path = packages::folder("url").join("tests/urltestdata.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let rows: Vec<Value> = serde_json::from_str(&text).expect("the test data is JSON");
    let input = |row: &Value| {
        let text = |key: &str| row[key].as_str().map(str::to_owned);
        Some((text("input")?, text("hostname").filter(|_| row["base"].is_null())))
    };
    rows.iter().filter_map(input).collect()
}

#[test]
fn no_input_of_the_standards_tests_leads_astray() {
    let inputs = inputs();
    assert!(inputs.len() > 800, "{}", inputs.len());
    for (input, _) in &inputs {
        assert_eq!(danger(input), None);
    }
}

/// The same inputs with the allowed host in place of, before and after each host.
#[test]
fn nor_do_they_with_the_allowed_host_in_them() {
    let mut accepted = 0;
    for (input, host) in inputs() {
        let Some(host) = host.filter(|host| !host.is_empty()) else { continue };
        let allowed = IMAGE_HOSTS[0];
        for other in [
            allowed.to_owned(),
            [allowed, host.as_str()].concat(),
            [&host, ".", allowed].concat(),
            [allowed, "@", &host].concat(),
        ] {
            let changed = input.replace(host.as_str(), &other);
            assert_eq!(danger(&changed), None);
            let payload = json!({ "logo_url": changed }).to_string();
            accepted += usize::from(validator().validate_json(payload.as_bytes()).is_valid());
        }
    }
    assert!(accepted > 20, "{accepted}");
}

/// The parts of tricks, shared with the npm package's tests.
#[derive(Deserialize)]
struct Tricks {
    /// Beginnings of URLs.
    starts: Vec<String>,
    /// Hosts to check and hosts to load from.
    hosts: Vec<String>,
    /// Characters that end a host, or are ignored, in some parsers only.
    marks: Vec<String>,
}

fn parts() -> Tricks {
    serde_json::from_str(include_str!("../../data/url_tricks.json")).expect("the parts are JSON")
}

/// URLs of one host, any two marks, and another host.
#[test]
fn no_two_marks_between_hosts_lead_astray() {
    let Tricks { marks, .. } = parts();
    for (one, other) in
        [("evil.example", IMAGE_HOSTS[0]), (IMAGE_HOSTS[0], "evil.example"), ("", IMAGE_HOSTS[0])]
    {
        for (first, second) in marks.iter().flat_map(|first| marks.iter().map(move |second| (first, second)))
        {
            for end in ["", "/wxpaylogo/x/0"] {
                let address = ["https://", one, first.as_str(), second, other, end].concat();
                assert_eq!(danger(&address), None);
            }
        }
    }
}

fn tricks() -> impl Strategy<Value = String> {
    let Tricks { starts, hosts, marks } = parts();
    let marks = prop::collection::vec(select(marks), 0..3).prop_map(|marks| marks.concat());
    let parts = prop::collection::vec((select(hosts), marks), 1..4);
    prop_oneof![
        8 => (select(starts), parts).prop_map(|(start, parts)| {
            let parts = parts.into_iter().map(|(host, marks)| host + &marks);
            start + &parts.collect::<String>()
        }),
        1 => "https://\\PC{0,4}wxpaylogo\\PC?qpic.cn\\PC{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_made_up_trick_leads_astray(address in tricks()) {
        prop_assert_eq!(danger(&address), None);
    }
}
