//! Comments for readers of a schema: what JSON Schema cannot express.

use super::gaps;
use super::target::JsonSchemaTarget;
use crate::endpoint::Endpoint;
use crate::issue::Severity;
use crate::schema::{Kind, Limit, List, Text};
use crate::text::locale::{Bilingual, Locale};

const WHOLE: Bilingual = Bilingual {
    zh: "只包含错误级别的规则：通过校验的内容仍可能有警告。长度按 Unicode 码点计算。值为 null 的字段会被省略",
    en: "States errors only: what fits may still raise warnings. Lengths count Unicode code points. Members that are null are left out",
};

/// The comment on the whole body.
pub(super) fn of_whole(target: JsonSchemaTarget, locale: Locale) -> String {
    let remarks = std::iter::once(WHOLE.get(locale).to_owned()).chain(gaps::of_whole(target, locale));
    join(remarks.collect(), locale).unwrap_or_default()
}

/// The comment on the value at a path, if any.
pub(super) fn of(endpoint: &Endpoint, kind: &Kind, place: &[&str], locale: Locale) -> Option<String> {
    join(limit(kind, locale).into_iter().chain(gaps::of(endpoint, kind, place, locale)).collect(), locale)
}

fn join(remarks: Vec<String>, locale: Locale) -> Option<String> {
    let (between, end) = match locale {
        Locale::Zh => ("。", "。"),
        Locale::En => (". ", "."),
    };
    (!remarks.is_empty()).then(|| remarks.join(between) + end)
}

fn doubtful_max<N: Copy>(limit: Option<Limit<N>>) -> Option<N> {
    limit.filter(|limit| limit.severity == Severity::Warning).map(|limit| limit.max)
}

/// A limit that is only a warning.
fn limit(kind: &Kind, locale: Locale) -> Option<String> {
    match (kind, locale) {
        (Kind::Text(Text { max: Some(Limit { max, severity: Severity::Warning }), .. }), Locale::Zh) => {
            Some(format!("超过 {max} 个字为警告（上限来自相关接口）"))
        }
        (Kind::Text(Text { max: Some(Limit { max, severity: Severity::Warning }), .. }), Locale::En) => {
            Some(format!("More than {max} characters are a warning (the limit of a related API)"))
        }
        (Kind::Integer(row), Locale::Zh) => {
            let zero = row.doubts_zero.then(|| "0".to_owned());
            let more = doubtful_max(row.max).map(|max| format!("大于 {max}"));
            let doubtful: Vec<String> = zero.into_iter().chain(more).collect();
            (!doubtful.is_empty()).then(|| format!("{} 为警告", doubtful.join(" 或")))
        }
        (Kind::Integer(row), Locale::En) => {
            let zero = row.doubts_zero.then(|| "0".to_owned());
            let more = doubtful_max(row.max).map(|max| format!("more than {max}"));
            let doubtful: Vec<String> = zero.into_iter().chain(more).collect();
            (!doubtful.is_empty()).then(|| format!("{} is a warning", doubtful.join(" or ")))
        }
        (Kind::List(List { max, repeats: Some(Severity::Warning), .. }), Locale::Zh) => {
            let more = doubtful_max(*max).map(|max| format!("或超过 {max} 项"));
            Some(format!("重复项{}为警告", more.unwrap_or_default()))
        }
        (Kind::List(List { max, repeats: Some(Severity::Warning), .. }), Locale::En) => {
            let more = doubtful_max(*max).map(|max| format!(" and more than {max} items"));
            Some(format!("Items that repeat{} are a warning", more.unwrap_or_default()))
        }
        _ => None,
    }
}
