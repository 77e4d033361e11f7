//! `docs/issue-codes.md`: all issue codes, then all other codes.

use wechatpay_membercard::{IssueCode, Locale, Severity};

use crate::examples::{self, Example};
use crate::failure_codes;
use crate::markdown::{code, code_up_to, parameters, plain, row};

const HEAD: &str = "\
# Issue codes 错误码

[Documentation](README.md) | [文档](README.zh-CN.md)

All issue codes; [codes of other failures](#codes-of-failures-其他代码) are below. Codes and parameters are stable: branch
on them. Messages may improve at any time. WeChat Pay certainly refuses an **error**; it may refuse a **warning**. If both
are given, it depends on the rule of the field. `{label}` is the name of the field, `{…}` a parameter. `[…]` is left out if
one of its parameters is missing; `?` marks optional parameters. Each example has an input (a payload, or request options),
the path of the issue, and its parameters.

问题的全部错误码（[其他失败的代码](#codes-of-failures-其他代码)见后）。错误码和参数保持稳定，程序请据此判断；提示文字可能随时改进。**error** 是微信支付必定拒绝的，**warning**
是可能拒绝的；两者并列时，取决于该字段的规则有多确定。`{label}` 是字段名称，`{…}` 是参数，`[…]` 在缺少其中参数（带 `?` 的可能缺少）时省略。示例依次为输入（请求体，或请求的选项）、问题的位置和参数。

| code | severity | parameters | message | example |
| --- | --- | --- | --- | --- |
";
const LONGEST: usize = 90;

/// The complete page.
pub fn page() -> String {
    let examples = examples::all();
    let rows = IssueCode::ALL.iter().map(|issue_code| line(*issue_code, &examples));
    HEAD.to_owned() + &rows.collect::<String>() + &failure_codes::sections()
}

fn line(issue_code: IssueCode, examples: &[Example]) -> String {
    let name = issue_code.as_str();
    let message = |locale| plain(issue_code.template().get(locale));
    let severities: Vec<&str> = examples::severities(examples, issue_code).into_iter().map(word).collect();
    row([
        format!("<a id=\"{name}\"></a>{}", code(name)),
        severities.join(", "),
        parameters(issue_code.parameters()),
        format!("{}<br>{}", message(Locale::Zh), message(Locale::En)),
        example(examples::plainest(examples, issue_code)),
    ])
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn example(example: &Example) -> String {
    let mut lines = vec![code_up_to(LONGEST, &example.input)];
    if let Some(endpoint) = example.endpoint {
        lines.push(format!("endpoint {}", code(endpoint)));
    }
    if let Some(current) = &example.current {
        lines.push(format!("card 会员卡 {}", code_up_to(LONGEST, current)));
    }
    if example.for_merchants {
        lines.push(format!("profile {}", code("merchant")));
    }
    if let Some(unknown_keys) = example.unknown_keys {
        lines.push(format!("unknownKeys {}", code(unknown_keys)));
    }
    let pointer = example.issue.pointer();
    let place = if pointer.is_empty() { String::new() } else { code_up_to(LONGEST, &pointer) };
    let params = serde_json::to_string(&example.issue.params).expect("parameters are JSON");
    let params = if params == "{}" { String::new() } else { code_up_to(LONGEST, &params) };
    lines.push(format!("→ {place} {params}").trim_end().replace("  ", " "));
    lines.retain(|line| line != "→");
    lines.join("<br>")
}
