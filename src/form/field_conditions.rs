//! Conditions of a field that depend on other fields: whether it is required, and whether it is relevant.

use super::field_paths::{ChangedPath, in_same_item, is_at, paths};
use crate::endpoint::{
    Condition, Context, Endpoint, FieldPath, Operand, Rule, View, When, decisions, fields_of,
};
use crate::schema::{Kind, NumberedField, Path, Segment};

/// The conditions of a field that depend on other fields.
#[derive(Debug, PartialEq)]
pub(super) struct FieldConditions {
    pub(super) required: bool,
    pub(super) relevant: bool,
}

impl FieldConditions {
    pub(super) fn new(endpoint: &Endpoint, context: &Context<'_>, path: &[Segment]) -> FieldConditions {
        let mut conditions =
            FieldConditions { required: is_expected(endpoint, context, path), relevant: true };
        let at = ChangedPath::new(path, endpoint.body.object());
        endpoint.rules().filter(|rule| at.may_affect(rule.fields)).for_each(|rule| {
            conditions.required |= requires(rule, context, path);
            conditions.relevant &= is_relevant(rule, context, path);
        });
        conditions
    }
}

/// Whether the enclosing object is present and expects the field.
fn is_expected(endpoint: &Endpoint, context: &Context<'_>, path: &[Segment]) -> bool {
    let Some((Segment::Key(key), around)) = path.split_last() else { return false };
    let document = context.payload.0;
    let table = document.locate(around).and_then(|at| document.table(at));
    table.is_some_and(|table| table.expected_fields(endpoint.body.action).any(|(field, _)| field.name == key))
}

/// Whether a rule requires the field at a path, given the other fields and the card.
fn requires(rule: &Rule, context: &Context<'_>, path: &[Segment]) -> bool {
    match &rule.condition {
        Condition::Requires { field, when, unless_on_card, .. } if is_at(field, path) => {
            let has = |card: View<'_>| !card.lacks(field);
            let is_on_card = unless_on_card.is_some() && context.card.is_some_and(has);
            !is_on_card && holds(when, context, path)
        }
        Condition::Pair { fields: [one, other], .. } => {
            let is_filled = |field: &FieldPath| context.payload.filled(field).is_some();
            is_at(one, path) && is_filled(other) || is_at(other, path) && is_filled(one)
        }
        _ => false,
    }
}

/// Whether the condition of a required field holds in the form, whose initial values are the card's.
fn holds(when: &When, context: &Context<'_>, path: &[Segment]) -> bool {
    match when {
        When::Has(by, values) => {
            let value = match by {
                Operand::Payload(by) | Operand::Either(by) => known_beside(context.payload, by, path),
                Operand::Card(by) => context.card.and_then(|card| known_beside(card, by, path)),
            };
            value.is_some_and(|value| values.contains(&value))
        }
        When::Filled(by) => context.payload.filled(by).is_some(),
        When::Profile(profile) => context.profile == *profile,
    }
}

/// Whether a rule considers the field at a path relevant. Absent values are taken from the card.
fn is_relevant(rule: &Rule, context: &Context<'_>, path: &[Segment]) -> bool {
    let Condition::OnlyWith { field, by, values, .. } = &rule.condition else { return true };
    if !is_at(field, path) {
        return true;
    }
    let by = by.field();
    let on_card = || context.card.filter(|_| !by.is_in_list()).and_then(|card| known_beside(card, by, path));
    known_beside(context.payload, by, path).or_else(on_card).is_none_or(|value| values.contains(&value))
}

/// The value of a field, in the list item that a path goes through, if it is a boolean or a listed choice.
fn known_beside<'d>(view: View<'d>, by: &FieldPath, path: &[Segment]) -> Option<&'d str> {
    let at = match by.is_in_list() {
        false => by.find(view.0),
        true => view.0.locate(in_same_item(by, path).segments()),
    };
    view.known_at(at?)
}

/// Whether a change may affect the result of a rule.
pub(super) fn reads(rule: &Rule, change: &ChangedPath<'_>) -> bool {
    change.may_affect(rule.fields)
        && match &rule.condition {
            Condition::Check { reads, .. } => reads.iter().any(|field| change.affects(field)),
            condition => fields_of(condition).iter().flatten().any(|field| change.affects(field)),
        }
}

/// The conditions of one dependent field: for each of its paths, one per item of a list.
pub(super) type DependentFields = Vec<(Path, FieldConditions)>;

/// The fields that depend on a change at a path.
pub(super) fn dependents(
    endpoint: &Endpoint,
    context: &Context<'_>,
    path: &[Segment],
) -> Vec<DependentFields> {
    let change = ChangedPath::new(path, endpoint.body.object());
    let mut fields: Vec<&'static FieldPath> = Vec::new();
    let rules = endpoint.rules().filter(|rule| change.may_affect(rule.deciders));
    rules.flat_map(|rule| decisions(&rule.condition)).flatten().for_each(|(field, by)| {
        if change.affects(by) && !fields.contains(&field) {
            fields.push(field);
        }
    });
    let with_conditions = |path: Path| {
        let conditions = FieldConditions::new(endpoint, context, path.segments());
        (path, conditions)
    };
    let mut places: Vec<Vec<Path>> =
        expected_around(endpoint, path).map(|field| vec![Path::of(field)]).collect();
    places.extend(fields.into_iter().map(|field| paths(field, context.payload.0, path)));
    places.into_iter().map(|paths| paths.into_iter().map(with_conditions).collect()).collect()
}

/// The expected fields of an object around or inside the change.
fn expected_around<'e>(
    endpoint: &'e Endpoint,
    path: &'e [Segment],
) -> impl Iterator<Item = &'static NumberedField> + 'e {
    let (action, body) = (endpoint.body.action, endpoint.body);
    let table = body.object();
    let here = match path.first() {
        None => table.fields,
        Some(first) => {
            let row = first.key().and_then(|key| table.row(key));
            row.map_or(&[][..], |row| &table.fields[row..=row])
        }
    };
    let objects = here.iter().filter_map(|field| match &field.kind {
        Kind::Object(object) => Some((field, object)),
        _ => None,
    });
    objects.flat_map(move |(field, object)| {
        object.expected_fields(action).filter_map(move |(member, _)| body.find(&[field.name, member.name]))
    })
}
