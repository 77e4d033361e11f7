//! Shared test of all code tables.

use std::fmt::Display;

use serde::Serialize;

use super::Parameter;
use super::template::expand;
use crate::text::locale::{Bilingual, Locale};

/// Checks a table: text forms are stable, templates are complete and in the right language, and they use only
/// parameters of their code or of `more`. Optional parameters must be in brackets.
pub(crate) fn check_table<Code: Copy + Display + Serialize>(
    codes: &[Code],
    template: fn(Code) -> Bilingual,
    parameters: fn(Code) -> &'static [Parameter],
    more: &[&str],
) {
    for &code in codes {
        let text = code.to_string();
        assert_eq!(serde_json::to_value(code).unwrap(), text);
        assert!(text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'));
        let Bilingual { zh, en } = template(code);
        let is_chinese = |c: char| ('一'..='鿿').contains(&c);
        assert!(zh.contains(is_chinese) && !en.contains(is_chinese), "{code}: {zh} / {en}");
        for locale in [Locale::Zh, Locale::En] {
            let template = template(code).get(locale);
            check_template(&text, template);
            let (always, all) = named(template);
            let find = |name: &str| parameters(code).iter().find(|parameter| parameter.name == name);
            for name in all {
                assert!(more.contains(&name) || find(name).is_some(), "{code}: {name} in {template}");
            }
            for name in always {
                assert!(find(name).is_none_or(|found| !found.is_optional), "{code}: {name} in {template}");
            }
        }
    }
}

fn check_template(code: &str, template: &str) {
    let mut whole = String::new();
    expand(template, &mut whole, &|_, _| true);
    assert!(!whole.contains(['{', '}', '[', ']']), "{code}: {whole}");
    assert!(whole.chars().count() > 4, "{code}");
}

/// The names in a template: those outside brackets, and all.
fn named(template: &str) -> (Vec<&str>, Vec<&str>) {
    let mut always = Vec::new();
    let mut all = Vec::new();
    for (index, part) in template.split('[').enumerate() {
        let (inside, outside) = if index == 0 { ("", part) } else { part.split_once(']').unwrap() };
        always.extend(names(outside));
        all.extend(names(inside).chain(names(outside)));
    }
    (always, all)
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap())
}
