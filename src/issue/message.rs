//! From a code, its place and its parameters to a sentence.

use super::Issue;
use crate::hidden::escape_from;
use crate::locale::Locale;
use crate::schema::write_label;

impl Issue {
    /// The issue in words, complete on its own, in one line. What nobody sees in texts of the input is escaped, as JSON
    /// does; [`params`](Issue::params) have it raw.
    ///
    /// ```
    /// use wechatpay_membercard::{Issue, IssueCode, Locale, Path};
    /// let issue = Issue::new(IssueCode::TooLong, Path::from(["title"])).with("max", 10i64).with("actual", 12i64);
    /// assert_eq!(issue.message(Locale::Zh), "会员卡名称最多 10 个字，当前 12 个字");
    /// ```
    pub fn message(&self, locale: Locale) -> String {
        let separator = match locale {
            Locale::Zh => "、",
            Locale::En => ", ",
        };
        expand(self.code.template().get(locale), |name, out| {
            if name == "label" {
                write_label(self.location, &self.path, locale, out);
                return true;
            }
            self.params.get(name).map(|param| param.write(separator, out)).is_some()
        })
    }
}

/// Fills a template: `{name}` is replaced by what `fill` appends, with what is hidden in it escaped, and a part in `[…]`
/// is dropped when `fill` reports that something in it is unknown.
pub(crate) fn expand(template: &str, fill: impl Fn(&str, &mut String) -> bool) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    let mut optional: Option<(usize, bool)> = None;
    let mut rest = template;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'{' | b'[' | b']')) {
        out.push_str(&rest[..at]);
        let (mark, after) = rest[at..].split_at(1);
        rest = after;
        match mark {
            "[" => optional = Some((out.len(), true)),
            "]" => {
                if let Some((start, false)) = optional.take() {
                    out.truncate(start);
                }
            }
            _ => {
                let Some(end) = rest.bytes().position(|byte| byte == b'}') else { break };
                let name = &rest[..end];
                rest = &rest[end + 1..];
                let start = out.len();
                let known = fill(name, &mut out);
                escape_from(start, &mut out);
                if let Some((_, whole)) = &mut optional {
                    *whole &= known;
                }
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::expand;
    use crate::issue::IssueCode;
    use crate::locale::Locale;

    fn fill(name: &str, out: &mut String) -> bool {
        if name == "known" {
            out.push('K');
        }
        name == "known"
    }

    #[test]
    fn optional_parts_need_all_their_parameters() {
        assert_eq!(expand("a {known}[ b {known}][ c {other}] d", fill), "a K b K d");
    }

    #[test]
    fn every_template_is_well_formed() {
        for code in IssueCode::ALL {
            for locale in [Locale::Zh, Locale::En] {
                let template = code.template().get(locale);
                let whole = expand(template, |_, _| true);
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
                expand(template, |name, _| {
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
