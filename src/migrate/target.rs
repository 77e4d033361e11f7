//! Looks up fields of the new API.

use super::draft::steps;
use crate::endpoint::{ANY, Endpoint};
use crate::schema::{Field, Kind, List};

/// The fields along a path, and the type of its target.
pub(super) fn follow(endpoint: &Endpoint, steps: &[&str]) -> Option<(Vec<&'static Field>, &'static Kind)> {
    let mut kind: &'static Kind = &endpoint.body.kind;
    let mut fields = Vec::new();
    for step in steps {
        kind = match kind {
            Kind::Object(object) => {
                let (_, field) = object.find(step)?;
                fields.push(field);
                &field.kind
            }
            Kind::List(List { item, .. }) if *step == ANY => item,
            _ => return None,
        };
    }
    Some((fields, kind))
}

/// Whether the endpoint lists the field at a path.
pub(super) fn is_listed(endpoint: &Endpoint, steps: &[&str]) -> bool {
    let action = endpoint.body.action;
    follow(endpoint, steps)
        .is_some_and(|(fields, _)| fields.iter().all(|field| field.mark(action).is_listed()))
}

/// The first list along the path of a field, and its maximum number of items.
pub(super) fn list_on_the_way(endpoint: &Endpoint, to: &'static str) -> Option<(&'static str, usize)> {
    let list = &to[..to.find("/*")?];
    match follow(endpoint, &steps(list))? {
        (_, Kind::List(List { max: Some(max), .. })) => Some((list, max.max)),
        _ => None,
    }
}
