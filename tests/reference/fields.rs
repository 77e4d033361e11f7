//! `docs/fields.md`: every field of every endpoint, by family.

use std::cmp::Reverse;
use std::iter::zip;

use wechatpay_membercard::endpoint::Operation;
use wechatpay_membercard::schema::{Action, Field, Kind, List, Mark, Object, Segment};
use wechatpay_membercard::{ENDPOINTS, Endpoint, FieldInfo, Locale, Severity, card_member, membercard_open};

use crate::markdown::{code, plain, row};

const HEAD: &str = "\
# Fields 字段

[Documentation](README.md) | [文档](README.zh-CN.md)

Every field of every endpoint, with its limits. `string(10)` allows 10 characters (Unicode code points); more is an error.
`string(≤32)` is a limit that only a related API prints; more is a warning. In an update, a field that is absent stays as it
is. The marks say what each endpoint asks of a field. ● Required: an error is reported without it. ◐ Expected: a warning is
reported without it. ○ Optional. ? Not listed by this endpoint's page: a warning is reported with it. – Not taken. A field
inside of an object is asked for where the object is given.

各接口的全部字段及其限制。`string(10)` 表示最多 10 个字符（Unicode 码位），超出为错误；`string(≤32)`
是只见于相近接口的限制，超出为警告。修改时，未填写的字段保持不变。各接口对字段的要求：● 必填，缺少为错误；◐
应填，缺少为警告；○ 选填；? 该接口的文档未列出，填写为警告；– 不可填写。对象内的字段，仅在填写了该对象时才有要求。

";

/// A family of endpoints on the page.
struct Family {
    name: &'static str,
    about: &'static str,
    /// The endpoints by operation: those of one column differ by caller.
    columns: &'static [(&'static str, &'static [&'static Endpoint])],
    /// The table with fields that only the response has.
    table: &'static Object,
}

static FAMILIES: &[Family] = &[
    Family {
        name: "membercard-open",
        about: "The older cards: see [which endpoint you have](recipes/card-member.md).\n\n\
            早期的会员卡：请看[您的接口是哪一个](recipes/card-member.zh-CN.md)。\n",
        columns: &[
            ("创建 create", &[&membercard_open::CREATE]),
            ("修改 update", &[&membercard_open::UPDATE]),
        ],
        table: &membercard_open::CARD_UPDATE,
    },
    Family {
        name: "card-member",
        about: "商家名片会员. If service providers and brands have different marks, both are shown, service providers first.\n\n\
            商家名片会员。服务商与品牌商户要求不同时列出两个标记，服务商在前。\n",
        columns: &[
            ("创建 create", &[&card_member::PARTNER_CREATE, &card_member::BRAND_CREATE]),
            ("修改 update", &[&card_member::PARTNER_UPDATE, &card_member::BRAND_UPDATE]),
        ],
        table: &card_member::CARD,
    },
];

/// The complete page.
pub fn page() -> String {
    let told = FAMILIES.iter().flat_map(|family| family.columns).flat_map(|(_, endpoints)| *endpoints);
    assert_eq!(told.count(), ENDPOINTS.len(), "an endpoint is not told");
    HEAD.to_owned() + &FAMILIES.iter().map(Family::section).collect::<Vec<_>>().join("\n")
}

impl Family {
    fn section(&self) -> String {
        let mut section = format!("## {}\n\n{}\n", self.name, self.about);
        for endpoint in self.columns.iter().flat_map(|(_, endpoints)| *endpoints) {
            let Operation { method, .. } = endpoint.operation;
            let call = format!("{method} {}", endpoint.operation.template());
            section.push_str(&format!("- {}: {}\n", code(endpoint.name), code(&call)));
        }
        let mut group = "";
        for (zh, en) in zip(self.fields(Locale::Zh), self.fields(Locale::En)) {
            if en.group.name != group {
                group = en.group.name;
                section.push_str(&format!("\n### {} {}\n\n{}", en.group.label, zh.group.label, self.head()));
            }
            section.push_str(&self.line(&zh, &en));
        }
        section + &self.of_response()
    }

    /// The fields of all endpoints, in the order of a form. One that an endpoint has alone follows the field before it there.
    fn fields(&self, locale: Locale) -> Vec<FieldInfo> {
        let endpoints = self.columns.iter().flat_map(|(_, endpoints)| *endpoints);
        let mut forms: Vec<Vec<FieldInfo>> = endpoints.map(|endpoint| endpoint.fields(locale)).collect();
        forms.sort_by_key(|form| Reverse(form.len()));
        let mut all: Vec<FieldInfo> = Vec::new();
        for form in forms {
            let mut next = 0;
            for field in form {
                let known = all.iter().position(|known| known.pointer == field.pointer);
                let at = known.unwrap_or(next);
                if known.is_none() {
                    all.insert(at, field);
                }
                next = at + 1;
            }
        }
        all
    }

    fn head(&self) -> String {
        let names = self.columns.iter().map(|(name, _)| *name);
        let cells: Vec<_> =
            ["field 字段", "type 类型"].into_iter().chain(names).chain(["说明 description"]).collect();
        format!("| {} |\n|{}\n", cells.join(" | "), " --- |".repeat(cells.len()))
    }

    fn line(&self, zh: &FieldInfo, en: &FieldInfo) -> String {
        let marks: Vec<_> = self.columns.iter().map(|(_, endpoints)| marks(endpoints, en)).collect();
        let cells = [code(&en.pointer), kind(en), marks.join(" | "), description(zh, en)];
        row(cells)
    }

    fn of_response(&self) -> String {
        let is_taken = |field: &&Field| {
            Action::ALL.iter().any(|action| *action != Action::Response && field.mark(*action).is_taken())
        };
        let lines = self.table.fields.iter().filter(|field| !is_taken(field)).map(|field| {
            row([code(&format!("/{}", field.name)), format!("{} {}", field.label.zh, field.label.en)])
        });
        let lines: String = lines.collect();
        if lines.is_empty() {
            return lines;
        }
        format!(
            "\n### Response 应答\n\nThe response has, beside the fields above: 应答中除以上字段外还有：\n\n| field 字段 | 说明 description |\n| --- | --- |\n{lines}"
        )
    }
}

/// The marks of a field in a column: one mark if its endpoints agree.
fn marks(endpoints: &[&Endpoint], field: &FieldInfo) -> String {
    let mut marks: Vec<_> = endpoints.iter().map(|endpoint| mark(endpoint, field)).collect();
    marks.dedup();
    marks.join(" / ")
}

/// A list item is as optional as its list.
fn mark(endpoint: &Endpoint, field: &FieldInfo) -> &'static str {
    let mut kind = &endpoint.body.kind;
    let mut mark = Mark::Optional;
    for step in field.path.segments() {
        match (kind, step) {
            (Kind::Object(object), Segment::Key(key)) => {
                let (_, field) = object.find(key).expect("a field");
                (kind, mark) = (&field.kind, field.mark(endpoint.body.action));
            }
            (Kind::List(List { item, .. }), _) => (kind, mark) = (item, Mark::Optional),
            _ => panic!("{} leads nowhere", field.pointer),
        }
        if !mark.is_taken() {
            break;
        }
    }
    match mark {
        Mark::Required => "●",
        Mark::Expected => "◐",
        Mark::Optional => "○",
        Mark::Doubtful => "?",
        Mark::Immutable | Mark::Unlisted => "–",
    }
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
