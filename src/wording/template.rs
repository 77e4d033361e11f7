//! Filling in message templates.

use super::Params;
use crate::text::locale::{Bilingual, Locale};
use crate::text::scan::run_without;

/// Appends the value of a placeholder and returns whether the name is known. `dyn`, so that callers are compiled once.
pub(crate) type Fill<'g> = &'g dyn Fn(&str, &mut String) -> bool;

/// Appends a message in one language. `more` fills placeholders that are not parameters, such as a field's label.
pub(crate) fn fill(template: Bilingual, params: &Params, locale: Locale, out: &mut String, more: Fill<'_>) {
    expand(template.get(locale), out, &|name, out| {
        more(name, out) || params.get(name).map(|param| param.write_for_people(locale, out)).is_some()
    });
}

/// Fills in a template: `fill` replaces each `{name}`. A part in `[…]` is dropped if one of its names is unknown.
pub(crate) fn expand(template: &str, out: &mut String, fill: Fill<'_>) {
    let mut optional: Option<(usize, bool)> = None;
    let mut rest = template;
    while let Some((plain, marked)) = rest.split_at_checked(run_without(rest.as_bytes(), *b"{[]")) {
        out.push_str(plain);
        if let Some(after) = marked.strip_prefix('[') {
            optional = Some((out.len(), true));
            rest = after;
        } else if let Some(after) = marked.strip_prefix(']') {
            if let Some((start, false)) = optional.take() {
                out.truncate(start);
            }
            rest = after;
        } else if let Some((name, after)) = marked.strip_prefix('{').and_then(split_name) {
            let known = fill(name, out);
            if let Some((_, whole)) = &mut optional {
                *whole &= known;
            }
            rest = after;
        } else {
            break;
        }
    }
}

/// Splits a placeholder's name from the text after its closing brace.
fn split_name(named: &str) -> Option<(&str, &str)> {
    let end = named.bytes().position(|byte| byte == b'}')?;
    Some((named.get(..end)?, named.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str, out: &mut String) -> bool {
        if name == "known" {
            out.push('K');
        }
        name == "known"
    }

    #[test]
    fn optional_parts_need_all_their_parameters() {
        let mut out = String::from("> ");
        expand("a {known}[ b {known}][ c {other}] d", &mut out, &known);
        assert_eq!(out, "> a K b K d");
    }

    #[test]
    fn a_message_is_filled_with_parameters_and_with_more() {
        let template = Bilingual { zh: "{known}：{list}[，{other}]", en: "{known}: {list}[, {other}]" };
        let mut params = Params::default();
        params.push("list", vec!["a".to_owned(), "b\n".to_owned()].into());
        let message = |locale| {
            let mut out = String::new();
            fill(template, &params, locale, &mut out, &known);
            out
        };
        assert_eq!([Locale::Zh, Locale::En].map(message), [r"K：a、b\n", r"K: a, b\n"]);
    }

    #[test]
    fn terms_are_translated_and_texts_of_the_input_are_not() {
        let template = Bilingual { zh: "{own} {given}", en: "{own} {given}" };
        let mut params = Params::default();
        params.push("own", "integer".into());
        params.push_copy("given", "integer");
        let message = |locale| {
            let mut out = String::new();
            fill(template, &params, locale, &mut out, &|_, _| false);
            out
        };
        assert_eq!([Locale::Zh, Locale::En].map(message), ["整数 integer", "integer integer"]);
    }
}
