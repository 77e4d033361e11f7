//! Remarks for who reads a schema: what the table knows beyond what JSON Schema can say.

use super::gaps::gaps;
use super::target::JsonSchemaTarget;
use crate::issue::Severity;
use crate::locale::{Bilingual, Locale};
use crate::schema::{Kind, Limit, List, Text};

const WHOLE: Bilingual = Bilingual {
    zh: "只包含错误级别的规则：通过校验的内容仍可能有警告。长度按 Unicode 码点计算。值为 null 的字段会被省略",
    en: "States errors only: what fits may still raise warnings. Lengths count Unicode code points. Members that are null are left out",
};

/// The remark on the update as a whole.
pub(super) fn of_whole(target: JsonSchemaTarget, locale: Locale) -> String {
    let remarks = std::iter::once(WHOLE.get(locale).to_owned()).chain(gaps(&[], target, locale));
    join(remarks.collect(), locale).unwrap_or_default()
}

/// The remark on the value at a place, if there is any.
pub(super) fn of(kind: &Kind, place: &[&str], target: JsonSchemaTarget, locale: Locale) -> Option<String> {
    join(limit(kind, locale).into_iter().chain(gaps(place, target, locale)).collect(), locale)
}

fn join(remarks: Vec<String>, locale: Locale) -> Option<String> {
    let (between, end) = match locale {
        Locale::Zh => ("。", "。"),
        Locale::En => (". ", "."),
    };
    (!remarks.is_empty()).then(|| remarks.join(between) + end)
}

/// A limit that is no error to exceed.
fn limit(kind: &Kind, locale: Locale) -> Option<String> {
    match (kind, locale) {
        (Kind::Text(Text { max: Some(Limit { max, severity: Severity::Warning }), .. }), Locale::Zh) => {
            Some(format!("超过 {max} 个字为警告（上限来自相关接口）"))
        }
        (Kind::Text(Text { max: Some(Limit { max, severity: Severity::Warning }), .. }), Locale::En) => {
            Some(format!("More than {max} characters are a warning (the limit of a related API)"))
        }
        (Kind::Integer(row), Locale::Zh) => {
            Some(row.usual_max.map_or("0 为警告".into(), |max| format!("0 或大于 {max} 为警告")))
        }
        (Kind::Integer(row), Locale::En) => Some(
            row.usual_max.map_or("0 is a warning".into(), |max| format!("0 or more than {max} is a warning")),
        ),
        (Kind::List(List { usual_max, .. }), Locale::Zh) => {
            let more = usual_max.map(|max| format!("或超过 {max} 项"));
            Some(format!("重复项{}为警告", more.unwrap_or_default()))
        }
        (Kind::List(List { usual_max, .. }), Locale::En) => {
            let more = usual_max.map(|max| format!(" and more than {max} items"));
            Some(format!("Items that repeat{} are a warning", more.unwrap_or_default()))
        }
        _ => None,
    }
}
