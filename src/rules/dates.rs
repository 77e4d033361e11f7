//! Validity. What this API's own page does not say comes from the successor's refusals and from what developers met,
//! as warnings.

use super::facts::issue;
use super::{Facts, Place, Rule, Verdicts, place};
use crate::check::date_time::{DateTime, parse};
use crate::issue::IssueCode;
use crate::schema::DateType;

const OBJECT: Place = place(&["date_information"]);
const TYPE: Place = place(&["date_information", "type"]);
const BEGIN: Place = place(&["date_information", "available_begin_time"]);
const END: Place = place(&["date_information", "available_end_time"]);
const DAYS: Place = place(&["date_information", "available_day_after_receive"]);
const WAIT: Place = place(&["date_information", "wait_days_after_receive"]);

const RANGE: &str = DateType::FixTimeRange.as_str();
const TERM: &str = DateType::FixTerm.as_str();
const PERMANENT: &str = DateType::Permanent.as_str();

pub(super) static RULES: &[Rule] = &[
    Rule::new(&[OBJECT, TYPE], type_is_given),
    Rule::new(&[TYPE], type_stays),
    Rule::new(&[END], permanent_has_no_end),
    Rule::new(&[TYPE, BEGIN, END, DAYS, WAIT], fields_fit_type),
    Rule::new(&[BEGIN, END], range_runs_forward),
    Rule::new(&[BEGIN, END], range_only_grows),
    Rule::new(&[END], end_is_ahead),
];

fn type_is_given(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    if facts.update.is_object(OBJECT) && !facts.update.has(TYPE) {
        verdicts.add(IssueCode::Missing, TYPE);
    }
}

/// The successor refuses another type than the template's, and the old card API did as well.
fn type_stays(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let current = facts.current.and_then(|card| card.choice(TYPE));
    let (Some(current), Some(requested)) = (current, facts.update.choice(TYPE)) else { return };
    if current != requested {
        let change = issue(IssueCode::DateTypeChange, TYPE).quoting("current", current);
        verdicts.report(change.quoting("requested", requested), TYPE);
    }
}

/// 永久时间类型不需要修改结束时间: what a developer was told.
fn permanent_has_no_end(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let permanent = facts.current.and_then(|card| card.text(TYPE)) == Some(PERMANENT);
    if permanent && facts.update.has(END) {
        verdicts.add(IssueCode::PermanentEndTime, END);
    }
}

/// Which fields each type uses. The official example sends all of them at once, so a field too many is only a warning.
fn fields_fit_type(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let update = facts.update;
    let (used, unused): (&[Place], &[Place]) = match update.text(TYPE) {
        Some(RANGE) => (&[BEGIN, END], &[DAYS, WAIT]),
        Some(TERM) => (&[DAYS], &[BEGIN, END]),
        Some(PERMANENT) => (&[], &[BEGIN, END, DAYS, WAIT]),
        _ => (&[], &[]),
    };
    for place in used.iter().copied().filter(|place| !update.has(*place)) {
        let code = if place == DAYS { IssueCode::DayCountMissing } else { IssueCode::DateRangeIncomplete };
        verdicts.add(code, place);
    }
    for place in unused.iter().copied().filter(|place| update.has(*place)) {
        let kind = update.text(TYPE).unwrap_or_default();
        verdicts.report(issue(IssueCode::DateFieldNotUsed, place).quoting("type", kind), place);
    }
    // With a type, the lines above have said so already.
    if update.has(WAIT) && !update.has(DAYS) && !update.has(TYPE) {
        verdicts.add(IssueCode::WaitWithoutDays, WAIT);
    }
}

fn moment(text: Option<&str>) -> Option<(&str, DateTime<'_>)> {
    text.and_then(|text| parse(text).ok().map(|moment| (text, moment)))
}

fn range_runs_forward(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let (Some((begin_text, begin)), Some((end_text, end))) =
        (moment(facts.update.text(BEGIN)), moment(facts.update.text(END)))
    else {
        return;
    };
    if begin.order() > end.order() {
        let reversed = issue(IssueCode::DateRangeReversed, END).quoting("begin", begin_text);
        verdicts.report(reversed.quoting("end", end_text), END);
    } else if begin.order() == end.order() {
        verdicts.add(IssueCode::DateRangeEmpty, END);
    }
}

/// The old card API: NewBeginTime <= OldBeginTime && OldEndTime <= NewEndTime.
fn range_only_grows(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let Some(card) = facts.current else { return };
    for (place, later_is_narrower) in [(BEGIN, true), (END, false)] {
        let (Some((old_text, old)), Some((new_text, new))) =
            (moment(card.text(place)), moment(facts.update.text(place)))
        else {
            continue;
        };
        let narrower = if later_is_narrower { new.order() > old.order() } else { new.order() < old.order() };
        if narrower {
            let narrowed = issue(IssueCode::DateRangeNarrowed, place).quoting("current", old_text);
            verdicts.report(narrowed.quoting("requested", new_text), place);
        }
    }
}

fn end_is_ahead(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let (Some(now), Some((text, end))) = (facts.now, moment(facts.update.text(END))) else { return };
    if end.milliseconds() <= now {
        verdicts.report(issue(IssueCode::DatePast, END).quoting("actual", text), END);
    }
}
