//! Evaluates rules.

use crate::endpoint::{
    Condition, Context, FieldPath, Operand, Reporter, Rule, Values, View, When, issue, no_known_field,
};
use crate::issue::{Issue, IssueCode, ParamKind, Parameter, TextList};

/// Evaluates a rule and reports its issues.
pub(crate) fn evaluate(rule: &Rule, context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let reporter = reporter.of_severity(rule.severity);
    let Context { payload, card, .. } = *context;
    match &rule.condition {
        Condition::AnyField { whole, nothing, no_field, old_keys } => {
            if payload.is_empty() {
                reporter.add(*nothing, whole);
            } else if !payload.has_any_field() {
                reporter.report(no_known_field(*no_field, payload.0, old_keys), whole);
            }
        }
        Condition::Requires { field, when, code, unless_on_card: None } if field.is_in_list() => {
            require_in_items(field, when, *code, payload, reporter);
        }
        Condition::Requires { field, when, code, unless_on_card: None } => {
            if payload.lacks(field) && payload.has_around(field) && holds(when, context) {
                reporter.report(required(*code, field, when, context), field);
            }
        }
        Condition::Requires { field, when, code, unless_on_card: Some(unverified) } => {
            require_unless_on_card(field, when, [*code, *unverified], context, reporter);
        }
        Condition::Pair { fields: [one, other], code } => {
            for (given, missing) in [(one, other), (other, one)] {
                if payload.filled(given).is_some() && payload.lacks(missing) {
                    reporter.report(issue(*code, missing).with("other", given.name()), missing);
                }
            }
        }
        Condition::OnlyWith { field, by, values, code: Some(code), doubts } => {
            only_with(field, by, values, (*code, *doubts), context, reporter);
        }
        Condition::OnlyWith { code: None, .. } => {}
        Condition::NeverBack { field, code, unverified } if payload.boolean(field) == Some(false) => {
            match card.and_then(|card| card.boolean(field)) {
                None => reporter.warn(issue(*unverified, field), field),
                Some(true) => reporter.add(*code, field),
                Some(false) => {}
            }
        }
        Condition::NeverBack { .. } => {}
        Condition::NeverWhile { field, card: by, values, code } => {
            let on_card = card.and_then(|card| known_value(card, by));
            if payload.has(field) && on_card.is_some_and(|value| values.contains(&value)) {
                reporter.add(*code, field);
            }
        }
        Condition::Stays { field, code } => {
            let current = card.and_then(|card| card.choice(field));
            if let (Some(current), Some(requested)) = (current, payload.choice(field))
                && current != requested
            {
                reporter.report(change(*code, field, current, requested), field);
            }
        }
        Condition::ChangesAmong { field, values, from, to, unverified } => {
            changes_among(field, values, [*from, *to, *unverified], context, reporter);
        }
        Condition::Value(constraint) => (constraint.check)(constraint, context, reporter),
        Condition::Unlisted { field, code } => {
            if payload.has(field) {
                reporter.add(*code, field);
            }
        }
        Condition::Check { check, .. } => check(context, reporter),
    }
}

/// An issue of a field that depends on another one. The parameter `other` names the other field, a list parameter has
/// its allowed values, any other parameter its actual value.
fn dependent_issue(
    code: IssueCode,
    field: &FieldPath,
    by: &FieldPath,
    values: Values,
    value: Option<&str>,
) -> Issue {
    let mut issue = issue(code, field);
    for &Parameter { name, kind, .. } in code.parameters() {
        match (kind, value) {
            (ParamKind::TextList, _) => issue.params.push(name, TextList::from(values).into()),
            _ if name == "other" => issue.params.push(name, by.name().into()),
            (_, Some(value)) => issue.params.push_copy(name, value),
            (_, None) => {}
        }
    }
    issue
}

/// An issue of a required field, with its condition.
fn required(code: IssueCode, field: &FieldPath, when: &When, context: &Context<'_>) -> Issue {
    match when {
        When::Has(by, values) => dependent_issue(code, field, by.field(), values, value_of(by, context)),
        When::Filled(_) | When::Profile(_) => issue(code, field),
    }
}

/// Whether the deciding field is present but unusable (wrong type or value), which is reported elsewhere.
fn is_already_reported(by: &Operand, context: &Context<'_>) -> bool {
    !matches!(by, Operand::Card(_)) && context.payload.has(by.field())
}

/// Whether the condition of a required field holds.
fn holds(when: &When, context: &Context<'_>) -> bool {
    match when {
        When::Has(by, values) => value_of(by, context).is_some_and(|value| values.contains(&value)),
        When::Filled(by) => context.payload.filled(by).is_some(),
        When::Profile(profile) => context.profile == *profile,
    }
}

/// The deciding value, if known.
fn value_of<'d>(by: &Operand, context: &Context<'d>) -> Option<&'d str> {
    let on_card = |field: &FieldPath| context.card.and_then(|card| known_value(card, field));
    match by {
        Operand::Payload(field) => known_value(context.payload, field),
        Operand::Either(field) => known_value(context.payload, field).or_else(|| on_card(field)),
        Operand::Card(field) => on_card(field),
    }
}

fn known_value<'d>(view: View<'d>, field: &FieldPath) -> Option<&'d str> {
    view.known_at(field.find(view.0)?)
}

/// Requires the field in each list item.
fn require_in_items(
    field: &FieldPath,
    when: &When,
    code: IssueCode,
    payload: View<'_>,
    reporter: &mut Reporter<'_>,
) {
    let (When::Has(Operand::Payload(by), values), Some(list)) = (when, field.list_in(payload.0)) else {
        return;
    };
    for item in payload.0.members(list) {
        let value = by.find_in(payload.0, item).and_then(|at| payload.known_at(at));
        if !value.is_some_and(|value| values.contains(&value)) {
            continue;
        }
        let at = field.find_in(payload.0, item);
        if at.is_none_or(|at| payload.is_empty_at(at)) {
            let path = payload.0.path(item).key(field.name());
            reporter.report_at(at.unwrap_or(item), Issue::new(code, path));
        }
    }
}

/// An emptied field is certainly missing. An absent one may be on the card.
fn require_unless_on_card(
    field: &FieldPath,
    when: &When,
    [code, unverified]: [IssueCode; 2],
    context: &Context<'_>,
    reporter: &mut Reporter<'_>,
) {
    let Context { payload, card, .. } = *context;
    if payload.has(field) {
        if payload.lacks(field) && holds(when, context) {
            reporter.add(code, field);
        }
    } else if holds(when, &Context { card: None, ..*context }) {
        match card.filter(|card| card.has(field)) {
            None => reporter.warn(issue(unverified, field), field),
            Some(card) if card.lacks(field) => reporter.add(code, field),
            Some(_) => {}
        }
    }
}

fn only_with(
    field: &FieldPath,
    by: &Operand,
    values: Values,
    (code, doubts): (IssueCode, bool),
    context: &Context<'_>,
    reporter: &mut Reporter<'_>,
) {
    if context.payload.lacks(field) {
        return;
    }
    let value = value_of(by, context);
    let issue = || dependent_issue(code, field, by.field(), values, value);
    match value {
        Some(value) if values.contains(&value) => {}
        Some(_) => reporter.report(issue(), field),
        None if doubts && !is_already_reported(by, context) => reporter.warn(issue(), field),
        None => {}
    }
}

fn changes_among(
    field: &FieldPath,
    values: Values,
    [from, to, unverified]: [IssueCode; 3],
    context: &Context<'_>,
    reporter: &mut Reporter<'_>,
) {
    let Some(requested) = context.payload.choice(field) else { return };
    let is_among = |value: &str| values.contains(&value);
    let Some(current) = context.card.and_then(|card| card.choice(field)) else {
        if !is_among(requested) {
            reporter.warn(issue(unverified, field).quoting("requested", requested), field);
        }
        return;
    };
    let code = match (is_among(current), is_among(requested)) {
        _ if current == requested => return,
        (false, _) => from,
        (true, false) => to,
        (true, true) => return,
    };
    reporter.report(change(code, field, current, requested), field);
}

/// An issue about a change.
fn change(code: IssueCode, field: &FieldPath, current: &str, requested: &str) -> Issue {
    issue(code, field).quoting("current", current).quoting("requested", requested)
}
