//! Paths of mini program pages, with or without a leading slash.
//!
//! Facts: docs/domain.md#5.6.

use super::{CheckContext, address};
use crate::issue::IssueCode;
use crate::text::byte_classes::ByteClasses;

/// Prefixes of page paths inside plugins, such as WeChat's live broadcasts: see "其他能力" of
/// developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer.
pub(crate) const PLUGIN_SCHEMES: [&str; 2] = ["plugin://", "plugin-private://"];

/// Classes that may contain blanks; some are beyond ASCII.
const BLANKS: ByteClasses = ByteClasses::BLANK.union(ByteClasses::CONTROL).union(ByteClasses::NON_ASCII);

pub(super) fn check(text: &str, context: &mut CheckContext<'_, '_>) {
    let classes = ByteClasses::of(text);
    let start = text.trim_start();
    let plugin = PLUGIN_SCHEMES.iter().find_map(|scheme| start.strip_prefix(scheme));
    if let Some(scheme) = scheme(start).filter(|_| plugin.is_none()) {
        let issue = context.issue(IssueCode::PathFormat);
        return context.report(issue.quoting("scheme", scheme));
    }
    if classes.intersects(BLANKS) && text.chars().any(char::is_whitespace) {
        context.add(IssueCode::PathBlank);
    }
    let path = plugin.unwrap_or(start);
    if address::without_query(path).windows(2).any(|pair| pair == b"//") {
        context.add(IssueCode::PathDoubleSlash);
    }
    address::check(text, classes, path, context);
}

/// A leading scheme with its colon (RFC 3986, section 3.1). Page paths have none.
fn scheme(text: &str) -> Option<&str> {
    let end = text.bytes().position(|byte| !is_of_scheme(byte))?;
    let is_scheme = text.as_bytes()[0].is_ascii_alphabetic() && text.as_bytes()[end] == b':';
    text.get(..=end).filter(|_| is_scheme)
}

fn is_of_scheme(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')
}
