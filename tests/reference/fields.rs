//! `docs/fields.md`: every field of the update.

use std::iter::zip;

use wechatpay_membercard::{FieldInfo, Locale, Severity, fields};

use crate::markdown::{code, plain, row};

const HEAD: &str = "\
# Fields 字段

[Documentation](README.md) | [文档](README.zh-CN.md)

Every field of the update, with the limits that are judged by. `string(10)` allows 10 characters (Unicode code points), and
more is an error. `string(≤32)` is a limit that only a related API prints, and more is a warning. No field is required by
the API: what is absent stays as it is; what is marked as expected is missed, with a warning, in an object without it.

请求体的全部字段及其限制。`string(10)` 表示最多 10 个字符（Unicode 码位），超出为错误；`string(≤32)`
是只见于相近接口的限制，超出为警告。接口不要求必填任何字段：未填写的保持不变；标为“应填”的字段，所在对象缺少它时会有警告。
";
const TABLE: &str = "
| field 字段 | type 类型 | 说明 description |
| --- | --- | --- |
";

/// The whole page.
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    let mut group = "";
    for (zh, en) in zip(fields(Locale::Zh), fields(Locale::En)) {
        if en.group.name != group {
            group = en.group.name;
            page.push_str(&format!("\n## {} {}\n{TABLE}", en.group.label, zh.group.label));
        }
        page.push_str(&line(&zh, &en));
    }
    page
}

fn line(zh: &FieldInfo, en: &FieldInfo) -> String {
    row([code(&en.pointer), kind(en), description(zh, en)])
}

fn kind(field: &FieldInfo) -> String {
    let mut parts: Vec<String> = field.notation.map(code).into_iter().collect();
    let severity = match field.limit_severity {
        Some(Severity::Error) => "error",
        _ => "warning",
    };
    if let Some(min) = field.min {
        parts.push(format!("≥ {min} (error)"));
    }
    if let Some(max) = field.max {
        parts.push(format!("≤ {max} ({severity})"));
    }
    if let Some(max) = field.max_items {
        parts.push(format!("≤ {max} 项 items ({severity})"));
    }
    if let (None, Some(max)) = (field.notation, field.max_length) {
        parts.push(format!("≤ {max} 字 characters ({severity})"));
    }
    parts.join("<br>")
}

fn description(zh: &FieldInfo, en: &FieldInfo) -> String {
    let mut lines: Vec<String> =
        [zh, en].map(|field| format!("**{}** {}", plain(field.label), plain(field.help))).into();
    if en.required {
        lines.push("应填 expected".into());
    }
    if let Some(condition) = &en.relevant_if {
        let values: Vec<String> = condition.values.iter().map(|value| code(value)).collect();
        lines.push(format!("仅当 only if {} = {}", code(&condition.pointer), values.join(", ")));
    }
    for (zh, en) in zip(&zh.options, &en.options) {
        lines.push(format!("{} {} {}", code(en.value), plain(zh.label), plain(en.label)));
    }
    if let Some(example) = en.placeholder {
        lines.push(format!("例 e.g. {}", code(example)));
    }
    lines.join("<br>")
}
