//! Validity. Rules that this API's page does not state come from the successor's error messages and developers'
//! reports, as warnings.
//!
//! Facts: docs/domain.md#2.4.

use super::fields::{BODY, DateType};
use crate::endpoint::{
    Condition, Context, FieldPath, Operand, Reporter, Rule, SchemaGap, Values, When, issue,
};
use crate::endpoints::range;
use crate::issue::IssueCode;
use crate::text::locale::Bilingual;

static TYPE: FieldPath = BODY.at(&["date_information", "type"]);
static BEGIN: FieldPath = BODY.at(&["date_information", "available_begin_time"]);
static END: FieldPath = BODY.at(&["date_information", "available_end_time"]);
static DAYS: FieldPath = BODY.at(&["date_information", "available_day_after_receive"]);
static WAIT: FieldPath = BODY.at(&["date_information", "wait_days_after_receive"]);

const RANGE: Values = &[DateType::FixTimeRange.as_str()];
const TERM: Values = &[DateType::FixTerm.as_str()];
const PERMANENT: Values = &[DateType::Permanent.as_str()];

pub(super) static OF_UPDATES: &[Rule] = &[
    // The successor refuses to change the type, and so did the old card API.
    Rule::new(Condition::Stays { field: &TYPE, code: IssueCode::DateTypeChange }),
    // 永久时间类型不需要修改结束时间: an error that a developer received.
    Rule::new(Condition::NeverWhile {
        field: &END,
        card: &TYPE,
        values: PERMANENT,
        code: IssueCode::PermanentEndTime,
    })
    .reason("该会员卡永久有效，不能填写有效期结束时间", "This card is valid for ever: it cannot get an end"),
];

pub(super) static RULES: &[Rule] = &[
    // The fields that each type needs.
    of_type(&BEGIN, RANGE, IssueCode::DateRangeIncomplete),
    of_type(&END, RANGE, IssueCode::DateRangeIncomplete),
    of_type(&DAYS, TERM, IssueCode::DayCountMissing),
    // The fields that each type uses. The official example sends all of them, so a superfluous field is only a warning.
    only_of_type(&BEGIN, RANGE),
    only_of_type(&END, RANGE),
    only_of_type(&DAYS, TERM),
    only_of_type(&WAIT, TERM),
    // A waiting period needs a number of days. If a type is given, the rules above report this already.
    Rule::check(&[&TYPE, &DAYS, &WAIT], wait_before_days),
    // A range must not end before it begins.
    Rule::check_with_gaps(
        &[&BEGIN, &END],
        range_runs_forward,
        &[SchemaGap {
            field: &END,
            codes: &[IssueCode::DateRangeReversed],
            reason: Bilingual { zh: "两个时间无法相互比较", en: "two times cannot be compared" },
        }],
    ),
];

pub(super) static OF_RANGES_ON_CARDS: &[Rule] = &[
    // From the old card API: NewBeginTime <= OldBeginTime && OldEndTime <= NewEndTime.
    Rule::check(&[&BEGIN, &END], range_only_grows),
];

pub(super) static OF_ENDS: &[Rule] = &[
    // Setting an end in the past is probably a mistake.
    Rule::check(&[&END], end_is_ahead),
];

const fn of_type(field: &'static FieldPath, types: Values, code: IssueCode) -> Rule {
    Rule::requires(field, When::Has(Operand::Payload(&TYPE), types), code)
}

const fn only_of_type(field: &'static FieldPath, types: Values) -> Rule {
    Rule::only_with(field, Operand::Payload(&TYPE), types, Some(IssueCode::DateFieldNotUsed))
}

fn wait_before_days(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let payload = context.payload;
    if payload.has(&WAIT) && !payload.has(&DAYS) && !payload.has(&TYPE) {
        reporter.add(IssueCode::WaitWithoutDays, &WAIT);
    }
}

fn range_runs_forward(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    range::runs_forward(context, reporter, [&BEGIN, &END], |_| true);
}

fn range_only_grows(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let Some(card) = context.card else { return };
    for (field, later_is_narrower) in [(&BEGIN, true), (&END, false)] {
        let (Some((old_text, old)), Some((new_text, new))) =
            (range::moment(card, field), range::moment(context.payload, field))
        else {
            continue;
        };
        let narrower =
            if later_is_narrower { new.sort_key() > old.sort_key() } else { new.sort_key() < old.sort_key() };
        if narrower {
            let narrowed = issue(IssueCode::DateRangeNarrowed, field).quoting("current", old_text);
            reporter.report(narrowed.quoting("requested", new_text), field);
        }
    }
}

fn end_is_ahead(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    range::end_is_ahead(context, reporter, &END, |_| true);
}
