//! Validity. If an update has no type, the card's type applies.

use super::fields::{BODY, DateType};
use super::page::Page::{self, PartnerUpdate};
use crate::endpoint::{
    Condition, Constraint, Context, FieldPath, Operand, Reporter, Rule, SchemaGap, Values, When, issue,
};
use crate::endpoints::range;
use crate::issue::IssueCode;
use crate::schema::Severity;
use crate::text::locale::Bilingual;

static TYPE: FieldPath = BODY.at(&["valid_date_information", "type"]);
static BEGIN: FieldPath = BODY.at(&["valid_date_information", "available_begin_time"]);
static END: FieldPath = BODY.at(&["valid_date_information", "available_end_time"]);
static DAYS: FieldPath = BODY.at(&["valid_date_information", "available_day_after_receive"]);

/// The fields that the range checks read. The type decides whether the range applies.
const RANGE_FIELDS: &[&FieldPath] = &[&TYPE, &BEGIN, &END];
const END_FIELDS: &[&FieldPath] = &[&TYPE, &END];
const DAYS_FIELD: &[&FieldPath] = &[&DAYS];
const SCHEMA_GAPS: &[SchemaGap] = &[SchemaGap {
    field: &END,
    codes: &[IssueCode::DateRangeReversed],
    reason: Bilingual { zh: "两个时间无法相互比较", en: "two times cannot be compared" },
}];

const RANGE: Values = &[DateType::FixTimeRange.as_str()];
const TERM: Values = &[DateType::FixTerm.as_str()];

/// D1: the type cannot change, 卡模版有效期类型和请求的有效期类型不一致 (partner update).
pub(super) const fn of_updates(page: Page) -> [Rule; 1] {
    let severity = page.error_on(&[PartnerUpdate]);
    let rule =
        Rule::new(Condition::Stays { field: &TYPE, code: IssueCode::DateTypeChange }).severity(severity);
    // A form locks a field only if changes are certainly refused.
    match severity {
        Severity::Error => [rule.reason(
            "有效期类型需与会员卡当前的类型一致，不能修改",
            "The type of validity is the card's own: an update cannot change it",
        )],
        Severity::Warning => [rule],
    }
}

pub(super) const fn rules(page: Page) -> [Rule; 10] {
    let printed = page.error_on(&[PartnerUpdate]);
    [
        // D2: the texts of both fields on all pages, and 绝对有效期卡模板必填有效期信息 (partner update).
        of_type(page, &BEGIN, RANGE),
        of_type(page, &END, RANGE),
        // D4: the field's text on all pages, and 相对有效期卡模板必填有效天数信息 (partner update).
        of_type(page, &DAYS, TERM),
        // D5, D6: 相对有效期卡模板…不允许填写有效期信息, 永久有效不允许设置固定时间有效的开始时间 and …结束时间 (partner update).
        only_of_type(page, &BEGIN, RANGE).severity(printed),
        only_of_type(page, &END, RANGE).severity(printed),
        // D3, D6: 固定时间范围不允许填写领取后有效天数, 永久有效不允许设置相对有效期 (partner update).
        only_of_type(page, &DAYS, TERM).severity(printed),
        // D7: 固定时间范围的开始时间不能大于结束时间 (partner update). A range that ends before it begins is wrong everywhere.
        Rule::check_with_gaps(RANGE_FIELDS, range_runs_forward, SCHEMA_GAPS),
        // D8: 领取后有效天数必须大于0 (partner update).
        Rule::value(Constraint::positive(&DAYS)).severity(printed),
        // D10: the text of the type says at most 10957 days, the text of the field and the error row say 10958.
        Rule::check(DAYS_FIELD, is_surely_short_enough),
        // D13: setting an end in the past is probably a mistake.
        Rule::check(END_FIELDS, end_is_ahead),
    ]
}

const fn of_type(page: Page, field: &'static FieldPath, types: Values) -> Rule {
    Rule::requires(field, When::Has(type_on(page), types), IssueCode::RequiredWith)
}

const fn only_of_type(page: Page, field: &'static FieldPath, types: Values) -> Rule {
    Rule::only_with(field, type_on(page), types, Some(IssueCode::DateFieldNotUsed))
}

/// The type that applies: a creation must contain it.
const fn type_on(page: Page) -> Operand {
    if page.is_update() { Operand::Either(&TYPE) } else { Operand::Payload(&TYPE) }
}

/// Whether the range applies. With another type, its fields are reported already.
fn is_range(context: &Context<'_>) -> bool {
    let on_card = || context.card.and_then(|card| card.choice(&TYPE));
    context.payload.choice(&TYPE).or_else(on_card).is_none_or(|value| RANGE.contains(&value))
}

fn range_runs_forward(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    range::runs_forward(context, reporter, [&BEGIN, &END], is_range);
}

fn is_surely_short_enough(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    const SURELY: i64 = 10_957;
    if let Some(days @ 10_958) = context.payload.integer(&DAYS) {
        let long = issue(IssueCode::TooLarge, &DAYS).with("max", SURELY);
        reporter.report(long.with("actual", days), &DAYS);
    }
}

fn end_is_ahead(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    range::end_is_ahead(context, reporter, &END, is_range);
}
