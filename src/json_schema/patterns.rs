//! Text formats as regular expressions: the errors of the checks in `crate::validate::check`. Tests compare both for
//! every character and for many texts.
//!
//! The expressions mean the same in ECMA-262 with and without the flag `u`, and are portable to other engines: no
//! look-around, and explicit characters instead of classes such as `\s`, which engines define differently.

use crate::schema::Format;
use crate::validate::check::{PLUGIN_SCHEMES, is_escapable_in_host, is_host_of_url};

/// Every character of one to three UTF-8 bytes. Surrogates are excluded, paired or not.
pub(super) const ANY: &str = r"^[\u0000-\uD7FF\uE000-\uFFFF]*$";

/// The same without control characters.
const PLAIN: &str = r"^[\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFF]*$";

/// Blanks and line breaks of any script.
const BLANK: &str = r"\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000";

/// Characters beyond ASCII that a URL may contain: no blanks, no control characters.
const BEYOND_ASCII: &str = r"\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uD7FF\uE000-\uFFFF";
/// ASCII characters that a host may contain, except the dot and escapes.
const HOST: &str = r"!$&'()*+,;=_~0-9A-Za-z\-";

/// A port, possibly empty.
const PORT: &str = "0*([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])?";

const HTTP: &str = "[hH][tT][tT][pP][sS]?://";

/// The pattern that a text must match.
pub(super) fn of(format: Format, image_hosts: &[String]) -> String {
    match format {
        Format::Line
        | Format::LineInBytes
        | Format::Prose
        | Format::CardTitle
        | Format::Phone
        | Format::PagePath => ANY.into(),
        Format::PlainCardTitle => PLAIN.into(),
        Format::Appid => "^[!-~]*$".into(),
        Format::WebUrl | Format::Url => format!("^({})?$", url(&host())),
        Format::ImageUrl => format!("^({})?$", url(&image_host(image_hosts))),
        Format::DateTime => date_time(),
    }
}

/// A pattern that a text must not match, unless it matches the second one.
pub(super) fn never(format: Format) -> Option<[String; 2]> {
    let plugins = PLUGIN_SCHEMES.join("|");
    let patterns = || [format!(r"^[{BLANK}]*[A-Za-z][0-9A-Za-z+.\-]*:"), format!("^[{BLANK}]*({plugins})")];
    (format == Format::PagePath).then(patterns)
}

/// An absolute http or https URL with that host pattern.
fn url(host: &str) -> String {
    let path = format!(r"!-\[\]-~{BEYOND_ASCII}");
    // The part before the host ends at the last `@`.
    let userinfo = format!(r#"!"$-.0->@-\[\]-~{BEYOND_ASCII}"#);
    format!("{HTTP}([{userinfo}]*@)?({host})(:{PORT})?([/?#][{path}]*)?")
}

/// Labels separated by dots, or an IPv6 address in brackets.
fn host() -> String {
    let label = format!("([{HOST}{BEYOND_ASCII}]|{})+", escape());
    let address = "[0-9A-Fa-f:.]*";
    format!(r"{label}(\.{label})*\.?|\[{address}:{address}:{address}\]")
}

/// The escape of a byte that a host may contain in escaped form.
fn escape() -> String {
    let in_either_case = |digit: u8| {
        let digit = char::from_digit(u32::from(digit), 16).unwrap_or_default();
        if digit.is_ascii_digit() {
            digit.to_string()
        } else {
            format!("{digit}{}", digit.to_ascii_uppercase())
        }
    };
    let with = |first: u8| {
        let digits = (0..16).filter(|second| is_escapable_in_host(first << 4 | second)).map(in_either_case);
        let digits = digits.collect::<String>();
        (!digits.is_empty()).then(|| format!("[{}][{digits}]", in_either_case(first)))
    };
    format!("%({})", (0..16).filter_map(with).collect::<Vec<_>>().join("|"))
}

/// Any host under WeChat's image domain, or one of the listed ones, in any case.
fn image_host(listed: &[String]) -> String {
    let pictures = format!(r"([0-9A-Za-z_\-]+\.)*{}", in_any_case("qpic.cn"));
    let listed = listed.iter().filter(|host| is_host_of_url(host)).map(|host| in_any_case(host));
    std::iter::once(pictures).chain(listed).collect::<Vec<_>>().join("|")
}

/// The literal text; ASCII letters match in any case.
fn in_any_case(text: &str) -> String {
    let mut pattern = String::new();
    for character in text.chars() {
        match character {
            letter if letter.is_ascii_alphabetic() => {
                pattern.extend(['[', letter.to_ascii_lowercase(), letter.to_ascii_uppercase(), ']']);
            }
            mark if r"^$\.*+?()[]{}|/".contains(mark) => pattern.extend(['\\', mark]),
            other => pattern.push(other),
        }
    }
    pattern
}

/// An existing date and time in RFC 3339.
fn date_time() -> String {
    let short = "(0[13-9]|1[0-2])-(0[1-9]|[12][0-9]|30)";
    let long = "(0[13578]|1[02])-31";
    let february = "02-(0[1-9]|1[0-9]|2[0-8])";
    let leap_year = "([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
    let date = format!("([0-9]{{4}}-({short}|{long}|{february})|{leap_year}-02-29)");
    let time = r"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?";
    let offset = r"([Zz]|[+\-]([01][0-9]|2[0-3]):[0-5][0-9])";
    format!("^{date}[Tt]{time}{offset}$")
}
