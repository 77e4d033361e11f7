//! Errors that JSON Schema cannot express, with reasons. Values that fit the schema may still have them.

use super::target::JsonSchemaTarget;
use crate::endpoint::{Condition, Endpoint, FieldPath, Operand, Rule, When};
use crate::issue::IssueCode;
use crate::schema::{Format, Kind, Text};
use crate::text::locale::{Bilingual, Locale};

/// Why the schema is more permissive than the validator.
struct Gap {
    codes: Vec<IssueCode>,
    reason: Bilingual,
}

impl Gap {
    fn new(codes: &[IssueCode], reason: Bilingual) -> Gap {
        Gap { codes: codes.to_vec(), reason }
    }

    fn words(&self, locale: Locale) -> String {
        let codes: Vec<&str> = self.codes.iter().map(|code| code.as_str()).collect();
        match locale {
            Locale::Zh => format!("未包含 {}：{}", codes.join("、"), self.reason.zh),
            Locale::En => format!("Not stated: {} ({})", codes.join(", "), self.reason.en),
        }
    }
}

const JSON_TEXT: Bilingual = Bilingual {
    zh: "涉及 JSON 文本，而 JSON Schema 只检查读取后的值",
    en: "about the JSON text, while a schema judges the value that was read from it",
};
const HOST_VALUES: Bilingual = Bilingual {
    zh: "只有编程语言中的值才有，JSON 中没有",
    en: "about values that JSON does not have",
};
const OPENAPI_KEYS: Bilingual = Bilingual {
    zh: "OpenAPI 3.0 无法限定字段名，也无法检查未列出的字段",
    en: "OpenAPI 3.0 cannot say what keys may be called, nor what unlisted fields hold",
};
const TWO_KEYS: Bilingual =
    Bilingual { zh: "字段名之间无法相互比较", en: "two keys cannot be compared" };
const LEAP_SECONDS: Bilingual = Bilingual {
    zh: "闰秒（60 秒）只存在于 UTC 23:59，此处无法限定",
    en: "a second of 60 exists at 23:59 UTC only, which is not looked at",
};
const ABSENT: Bilingual = Bilingual {
    zh: "未填写时是否必填，取决于会员卡的当前信息",
    en: "whether it may be absent depends on the card as it is",
};
const OWN_VALUE: Bilingual =
    Bilingual { zh: "取决于卡当前的值", en: "depends on the card's present value" };
const OTHER_VALUE: Bilingual =
    Bilingual { zh: "取决于会员卡的当前信息", en: "depends on the card as it is" };
const PAGE: Bilingual =
    Bilingual { zh: "取决于适用的官方文档", en: "depends on the official page that applies" };
const ITEMS: Bilingual = Bilingual {
    zh: "列表各项内字段之间的关系，此处未包含",
    en: "what the fields of an item ask of each other is not stated",
};

/// The gaps concerning the whole body, as text.
pub(super) fn of_whole(target: JsonSchemaTarget, locale: Locale) -> Vec<String> {
    let text = [
        IssueCode::JsonSyntax,
        IssueCode::JsonStart,
        IssueCode::JsonUnfinished,
        IssueCode::JsonExtraComma,
        IssueCode::JsonMissingComma,
        IssueCode::JsonUnescapedQuote,
        IssueCode::JsonMissingValue,
        IssueCode::JsonQuotes,
        IssueCode::JsonUnquoted,
        IssueCode::JsonPunctuation,
        IssueCode::JsonBlank,
        IssueCode::JsonComment,
        IssueCode::JsonNumber,
        IssueCode::JsonEscape,
        IssueCode::JsonControlCharacter,
        IssueCode::JsonUnclosedText,
        IssueCode::JsonTrailingData,
        IssueCode::JsonInvalidUtf8,
        IssueCode::JsonTooLarge,
        IssueCode::JsonTooDeep,
        IssueCode::JsonPathTooLong,
        IssueCode::DuplicateKey,
        IssueCode::InexactNumber,
    ];
    let host = [IssueCode::UnsupportedValue, IssueCode::Unreadable, IssueCode::Circular];
    let keys = [
        IssueCode::ForbiddenKey,
        IssueCode::NoKnownField,
        IssueCode::UnsupportedCharacter,
        IssueCode::UnpairedSurrogate,
    ];
    let alike = [IssueCode::AmbiguousKey];
    let mut gaps = vec![Gap::new(&text, JSON_TEXT), Gap::new(&alike, TWO_KEYS), Gap::new(&host, HOST_VALUES)];
    if target == JsonSchemaTarget::OpenApi30 {
        gaps.push(Gap::new(&keys, OPENAPI_KEYS));
    }
    gaps.iter().map(|gap| gap.words(locale)).collect()
}

/// The gaps concerning the value at a path, as text.
pub(super) fn of(endpoint: &Endpoint, kind: &Kind, place: &[&str], locale: Locale) -> Vec<String> {
    let is_time = matches!(kind, Kind::Text(Text { format: Format::DateTime, .. }));
    let times = is_time.then(|| Gap::new(&[IssueCode::DateTimeNonexistent], LEAP_SECONDS));
    let rules = endpoint.rules().flat_map(|rule| of_rule(rule, place));
    times.into_iter().chain(rules).map(|gap| gap.words(locale)).collect()
}

/// The gaps of a rule at the field.
fn of_rule(rule: &Rule, place: &[&str]) -> Vec<Gap> {
    let is_here = |field: &FieldPath| field.keys() == place;
    let gap = |field: &FieldPath, codes: &[IssueCode], reason| {
        let errors: Vec<IssueCode> = codes.iter().copied().filter(|code| rule.is_error(*code)).collect();
        (is_here(field) && !errors.is_empty()).then(|| Gap::new(&errors, reason))
    };
    let only = match &rule.condition {
        Condition::Requires { field, code, unless_on_card: Some(_), .. } => gap(field, &[*code], ABSENT),
        Condition::Requires {
            field,
            when: When::Has(Operand::Card(_) | Operand::Either(_), _),
            code,
            ..
        } => gap(field, &[*code], OTHER_VALUE),
        Condition::Requires { field, when: When::Profile(_), code, .. } => gap(field, &[*code], PAGE),
        Condition::Requires { field, code, .. } if field.is_in_list() => gap(field, &[*code], ITEMS),
        Condition::AnyField { .. } | Condition::Requires { .. } | Condition::Pair { .. } => None,
        Condition::OnlyWith {
            field, by: Operand::Either(_) | Operand::Card(_), code: Some(code), ..
        } => gap(field, &[*code], OTHER_VALUE),
        Condition::OnlyWith { field, code: Some(code), .. } if field.is_in_list() => {
            gap(field, &[*code], ITEMS)
        }
        Condition::OnlyWith { .. } | Condition::Unlisted { .. } | Condition::Value(_) => None,
        Condition::NeverBack { field, code, .. } | Condition::Stays { field, code } => {
            gap(field, &[*code], OWN_VALUE)
        }
        Condition::NeverWhile { field, code, .. } => gap(field, &[*code], OTHER_VALUE),
        Condition::ChangesAmong { field, from, to, .. } => gap(field, &[*from, *to], OWN_VALUE),
        Condition::Check { gaps, .. } => {
            let here = gaps.iter().filter(|gap| is_here(gap.field));
            return here.map(|gap| Gap::new(gap.codes, gap.reason)).collect();
        }
    };
    only.into_iter().collect()
}
