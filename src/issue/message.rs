//! From a code, its place and its parameters to a sentence.

use super::Issue;
use super::label::write_label;
use crate::text::locale::Locale;
use crate::text::scan::run_without;

/// What most messages fit in, in bytes.
const ROOM: usize = 160;

impl Issue {
    /// The issue in words, complete on its own, in one line. What nobody sees in texts of the input is escaped, as JSON
    /// does; [`params`](Issue::params) have it raw.
    ///
    /// ```
    /// use wechatpay_membercard::{Issue, IssueCode, Locale, Path, membercard_open::UPDATE};
    /// let title = UPDATE.body.path(Path::from(["title"]));
    /// let issue = Issue::new(IssueCode::TooLong, title).with("max", 10i64).with("actual", 12i64);
    /// assert_eq!(issue.message(Locale::Zh), "会员卡名称最多 10 个字，当前 12 个字");
    /// ```
    pub fn message(&self, locale: Locale) -> String {
        let mut message = String::with_capacity(ROOM);
        self.write_message(locale, &mut message);
        message
    }

    /// Appends what [`message`](Issue::message) returns.
    pub fn write_message(&self, locale: Locale, out: &mut String) {
        let separator = match locale {
            Locale::Zh => "、",
            Locale::En => ", ",
        };
        expand(self.code.template().get(locale), out, |name, out| {
            if name == "label" {
                write_label(self.location, &self.path, locale, out);
                return true;
            }
            self.params.get(name).map(|param| param.write_visibly(separator, out)).is_some()
        });
    }
}

/// Fills a template: `{name}` is replaced by what `fill` appends, and a part in `[…]` is dropped when `fill` reports that
/// something in it is unknown.
pub(crate) fn expand(template: &str, out: &mut String, fill: impl Fn(&str, &mut String) -> bool) {
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

/// A parameter's name and what follows its closing brace.
fn split_name(named: &str) -> Option<(&str, &str)> {
    let end = named.bytes().position(|byte| byte == b'}')?;
    Some((named.get(..end)?, named.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::expand;
    use crate::issue::IssueCode;
    use crate::text::locale::Locale;

    fn fill(name: &str, out: &mut String) -> bool {
        if name == "known" {
            out.push('K');
        }
        name == "known"
    }

    #[test]
    fn optional_parts_need_all_their_parameters() {
        let mut out = String::from("> ");
        expand("a {known}[ b {known}][ c {other}] d", &mut out, fill);
        assert_eq!(out, "> a K b K d");
    }

    #[test]
    fn every_template_is_well_formed() {
        for code in IssueCode::ALL {
            for locale in [Locale::Zh, Locale::En] {
                let template = code.template().get(locale);
                let mut whole = String::new();
                expand(template, &mut whole, |_, _| true);
                assert!(!whole.contains(['{', '}', '[', ']']), "{}: {whole}", code.as_str());
                assert!(whole.chars().count() > 4, "{}", code.as_str());
            }
        }
    }

    #[test]
    fn every_template_is_filled_with_parameters_of_the_code() {
        for code in IssueCode::ALL {
            for locale in [Locale::Zh, Locale::En] {
                let always = |name: &str| {
                    let parameter = code.parameters().iter().find(|parameter| parameter.name == name);
                    parameter.is_some_and(|parameter| !parameter.is_optional) || name == "label"
                };
                let sometimes = |name: &str| code.parameters().iter().any(|parameter| parameter.name == name);
                let template = code.template().get(locale);
                expand(template, &mut String::new(), |name, _| {
                    let known = always(name) || (sometimes(name) && template.contains('['));
                    assert!(known, "{}: {name}", code.as_str());
                    known
                });
            }
        }
    }

    #[test]
    fn code_names_are_their_serialized_form() {
        for code in IssueCode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }
}
