//! The errors that JSON Schema has no words for, and why: what fits a schema may still be refused for them.

use super::target::JsonSchemaTarget;
use crate::issue::IssueCode;
use crate::locale::{Bilingual, Locale};

/// The keys that lead to a field.
type Keys = &'static [&'static str];

/// One row: where and why the schema is looser than the validator.
pub(super) struct Gap {
    place: Keys,
    codes: &'static [IssueCode],
    reason: Bilingual,
    /// The only dialect that has it, if not all have.
    only: Option<JsonSchemaTarget>,
}

const WHOLE: Keys = &[];
const TIMES: Bilingual = Bilingual {
    zh: "闰秒（60 秒）只存在于 UTC 23:59，此处无法限定",
    en: "a second of 60 exists at 23:59 UTC only, which is not looked at",
};

static GAPS: &[Gap] = &[
    gap(
        WHOLE,
        &[
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
        ],
        Bilingual {
            zh: "涉及 JSON 文本，而 JSON Schema 只检查读取后的值",
            en: "about the JSON text, while a schema judges the value that was read from it",
        },
    ),
    gap(
        WHOLE,
        &[IssueCode::UnsupportedValue, IssueCode::Unreadable, IssueCode::Circular],
        Bilingual {
            zh: "只有编程语言中的值才有，JSON 中没有", en: "about values that JSON does not have"
        },
    ),
    Gap {
        only: Some(JsonSchemaTarget::OpenApi30),
        ..gap(
            WHOLE,
            &[IssueCode::ForbiddenKey, IssueCode::UnsupportedCharacter, IssueCode::UnpairedSurrogate],
            Bilingual {
                zh: "OpenAPI 3.0 无法限定字段名，也无法检查未列出的字段",
                en: "OpenAPI 3.0 cannot say what keys may be called, nor what unlisted fields hold",
            },
        )
    },
    gap(
        &["init_level"],
        &[IssueCode::InitLevelRequired],
        Bilingual {
            zh: "未填写时是否必填，取决于卡当前的信息",
            en: "whether it may be absent depends on the card as it is",
        },
    ),
    gap(
        &["code_mode"],
        &[IssueCode::CodeModeLocked, IssueCode::CodeModeToSystem],
        Bilingual { zh: "取决于卡当前的值", en: "depends on the card's present value" },
    ),
    gap(
        &["balance_information", "need_balance"],
        &[IssueCode::BalanceLocked],
        Bilingual { zh: "取决于卡当前的值", en: "depends on the card's present value" },
    ),
    gap(
        &["balance_information", "balance_path"],
        &[IssueCode::BalancePathRequired],
        Bilingual {
            zh: "未填写时是否必填，取决于卡当前的信息",
            en: "whether it may be absent depends on the card as it is",
        },
    ),
    gap(&["date_information", "available_begin_time"], &[IssueCode::DateTimeNonexistent], TIMES),
    gap(&["date_information", "available_end_time"], &[IssueCode::DateTimeNonexistent], TIMES),
    gap(
        &["date_information", "available_end_time"],
        &[IssueCode::DateRangeReversed],
        Bilingual { zh: "两个时间无法相互比较", en: "two times cannot be compared" },
    ),
    gap(
        &["date_information", "available_end_time"],
        &[IssueCode::PermanentEndTime],
        Bilingual {
            zh: "取决于卡当前的有效期类型", en: "depends on the card's present type of validity"
        },
    ),
];

const fn gap(place: Keys, codes: &'static [IssueCode], reason: Bilingual) -> Gap {
    Gap { place, codes, reason, only: None }
}

/// What a schema of that dialect does not state at a place, in words.
pub(super) fn gaps(place: &[&str], target: JsonSchemaTarget, locale: Locale) -> impl Iterator<Item = String> {
    let here =
        GAPS.iter().filter(move |gap| gap.place == place && gap.only.is_none_or(|only| only == target));
    here.map(move |gap| {
        let codes: Vec<&str> = gap.codes.iter().map(|code| code.as_str()).collect();
        match locale {
            Locale::Zh => format!("未包含 {}：{}", codes.join("、"), gap.reason.zh),
            Locale::En => format!("Not stated: {} ({})", codes.join(", "), gap.reason.en),
        }
    })
}
