//! The canonical form: compact; fields in the order of the API's documentation, then unknown keys in their order;
//! without `null` members and, if configured, without unknown keys; integers in plain decimal; only required escapes.

use super::document::{Document, Name, Node, Value};
use super::number::{ParsedInteger, parse_integer, parse_plain};
use crate::schema::{Format, Kind};
use crate::text::date_time;
use crate::text::digits::{push_digits, push_integer};
use crate::text::scan::plain_run;

/// Options of the canonical form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Style {
    /// Write times with the offset +08:00, keeping their precision.
    pub(crate) china_time: bool,
    /// Omit unlisted members.
    pub(crate) drops_unknown: bool,
}

/// The canonical form of a valid payload. Compact input is often canonical already and then copied.
pub(crate) fn canonical(document: &Document<'_>, style: Style) -> String {
    if let Some(text) = document.compact.filter(|_| !style.china_time && is_canonical(document, style)) {
        return text.to_owned();
    }
    let mut body = String::new();
    write_value(document, 0, style, &mut body);
    body
}

/// Whether the values of a compact text are canonical: fields in order, no `null` members, integers in plain decimal.
fn is_canonical(document: &Document<'_>, style: Style) -> bool {
    let is_canonical_in = |(at, node): (usize, &Node<'_>)| match &node.value {
        Value::Object => {
            let rank = |member: usize| document.nodes()[member].rank();
            !document.members(at).any(|member| is_left_out(document, member, style))
                && document.members(at).map(rank).is_sorted()
        }
        Value::Number(number) if matches!(node.kind, Some(Kind::Integer(_))) => parse_plain(number).is_some(),
        _ => true,
    };
    document.nodes().iter().enumerate().all(is_canonical_in)
}

/// Whether the canonical form omits the member at `at`.
fn is_left_out(document: &Document<'_>, at: usize, style: Style) -> bool {
    document.nodes()[at].value.is_null() || style.drops_unknown && document.is_unlisted(at)
}

/// Writes the object at `at`.
pub(crate) fn write_object(document: &Document<'_>, at: usize, style: Style, out: &mut String) {
    out.push('{');
    let mut members: Vec<usize> = document.members(at).collect();
    members.sort_unstable_by_key(|member| (document.nodes()[*member].rank(), *member));
    let mut first = true;
    for member in members {
        if is_left_out(document, member, style) {
            continue;
        }
        if !first {
            out.push(',');
        }
        first = false;
        write_name(&document.nodes()[member].name, out);
        write_value(document, member, style, out);
    }
    out.push('}');
}

/// Appends the key of a member and a colon.
pub(crate) fn write_name(name: &Name<'_>, out: &mut String) {
    match name {
        Name::Key(key) => write_text(key, out),
        Name::IllFormedKey(string) => out.push_str(&quoted_units(&string.units)),
        Name::Root | Name::Index(_) => return,
    }
    out.push(':');
}

/// Appends the value at `at`. Values that no valid body contains are written as the host gave them.
pub(crate) fn write_value(document: &Document<'_>, at: usize, style: Style, out: &mut String) {
    let node = &document.nodes()[at];
    match &node.value {
        Value::Number(number)
            if matches!(node.kind, Some(Kind::Integer(_))) && parse_plain(number).is_none() =>
        {
            match parse_integer(number) {
                ParsedInteger::Integer(value) => push_integer(value, out),
                ParsedInteger::Unsafe | ParsedInteger::Fraction => out.push_str(number),
            }
        }
        Value::Text(text) if style.china_time && is_time(node.kind) => {
            write_text(&date_time::to_china_time(text), out);
        }
        Value::Object => write_object(document, at, style, out),
        Value::Array => {
            out.push('[');
            for (index, member) in document.members(at).enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_value(document, member, style, out);
            }
            out.push(']');
        }
        leaf => write_leaf(leaf, out),
    }
}

/// Whether a type is a time.
pub(crate) fn is_time(kind: Option<&Kind>) -> bool {
    matches!(kind, Some(Kind::Text(row)) if row.format == Format::DateTime)
}

/// Appends a value without members as it was spelled; `null` for values that JSON cannot represent.
pub(super) fn write_leaf(value: &Value<'_>, out: &mut String) {
    match value {
        Value::Null | Value::NonJson(_) | Value::Array | Value::Object => out.push_str("null"),
        Value::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number),
        Value::Text(text) => write_text(text, out),
        Value::IllFormedText(string) => out.push_str(&quoted_units(&string.units)),
    }
}

/// A string as JSON.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    write_text(text, &mut quoted);
    quoted
}

/// UTF-16 as a JSON string. Unpaired surrogates are written as escapes, which preserves them.
pub(super) fn quoted_units(units: &[u16]) -> String {
    let mut written = String::from('"');
    for character in char::decode_utf16(units.iter().copied()) {
        match character {
            Ok(character) => write_inside(character.encode_utf8(&mut [0; 4]), &mut written),
            Err(surrogate) => write_unit(surrogate.unpaired_surrogate(), &mut written),
        }
    }
    written.push('"');
    written
}

/// Appends a string as JSON, like `JSON.stringify`.
fn write_text(text: &str, out: &mut String) {
    out.reserve(text.len() + 2);
    out.push('"');
    write_inside(text, out);
    out.push('"');
}

/// Appends the contents between the quotation marks.
fn write_inside(text: &str, out: &mut String) {
    let mut rest = text;
    loop {
        let (plain, special) = rest.split_at_checked(plain_run(rest.as_bytes())).unwrap_or((rest, ""));
        out.push_str(plain);
        let mut special = special.chars();
        let Some(character) = special.next() else { break };
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\x08' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\x0c' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            // All other escaped characters have one code unit.
            control => write_unit(control as u16, out),
        }
        rest = special.as_str();
    }
}

/// Appends a code unit as an escape.
fn write_unit(unit: u16, out: &mut String) {
    out.push_str("\\u");
    push_digits(u64::from(unit), 16, 4, out);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{quoted_units, write_text};

    #[test]
    fn strings_are_escaped_as_json_demands_and_no_more() {
        let mut out = String::new();
        write_text("a\"\\\u{8}\t\n\u{c}\r\u{1}\u{1f}\u{7f}/会\u{2028}", &mut out);
        assert_eq!(out, "\"a\\\"\\\\\\b\\t\\n\\f\\r\\u0001\\u001f\u{7f}/会\u{2028}\"");
        assert_eq!(out, serde_json::to_string("a\"\\\u{8}\t\n\u{c}\r\u{1}\u{1f}\u{7f}/会\u{2028}").unwrap());
    }

    proptest! {
        #[test]
        fn texts_in_utf_16_are_written_as_those_in_utf_8(units in proptest::collection::vec(any::<u16>(), 0..40)) {
            let out = quoted_units(&units);
            match String::from_utf16(&units) {
                Ok(text) => prop_assert_eq!(out, serde_json::to_string(&text).unwrap()),
                Err(_) => prop_assert!(out.contains("\\ud")),
            }
        }
    }
}
