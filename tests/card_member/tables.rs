//! The tables, compared with the pages: rows, names, types, limits, values, and marks of each operation.

use std::collections::BTreeSet;

use wechatpay_membercard::Endpoint;
use wechatpay_membercard::schema::{Field, Format, Kind, List, Mark, Object, Text};

use crate::facts::{FieldRow, fields_of};
use crate::{ALL, TAKING};

#[test]
fn each_row_of_the_pages_is_a_row_of_the_table() {
    for endpoint in ALL {
        let part = if endpoint.operation.takes_body() { "body" } else { "response" };
        let printed = fields_of(endpoint, part);
        let mut rows = Vec::new();
        list(endpoint.body.object(), "", &mut rows);
        let names = |listed: &mut dyn Iterator<Item = String>| listed.collect::<BTreeSet<String>>();
        let printed_names = names(&mut printed.iter().map(|row| row.name.clone()));
        let listed = rows.iter().filter(|(_, field)| field.mark(endpoint.body.action).is_listed());
        assert_eq!(names(&mut listed.map(|(name, _)| name.clone())), printed_names, "{}", endpoint.name);
        for row in &printed {
            let (_, field) = rows.iter().find(|(name, _)| *name == row.name).expect("it is listed");
            compare(endpoint, row, field);
        }
    }
}

#[test]
fn the_pages_have_so_many_rows() {
    let count = |part: &str| ALL.map(|endpoint| fields_of(endpoint, part).len());
    assert_eq!(count("body"), [36, 35, 43, 42, 0, 0]);
    assert_eq!(count("response"), [47; 6]);
}

#[test]
fn every_operation_answers_the_same_card() {
    for endpoint in TAKING {
        let response = endpoint.get.expect("cards are read").body;
        for row in fields_of(endpoint, "response") {
            let field = row.name.split('.').try_fold(Level::Object(response.object()), Level::inside);
            let Some(Level::Field(field)) = field else { panic!("{}: {}", endpoint.name, row.name) };
            assert_eq!(field.mark(response.action) == Mark::Required, row.required, "{}", row.name);
        }
    }
}

#[test]
fn headers_and_parameters_are_those_of_the_pages() {
    for endpoint in ALL {
        let operation = endpoint.operation;
        let names = |part| fields_of(endpoint, part).into_iter().map(|row| row.name).collect::<Vec<_>>();
        assert_eq!(names("path").concat(), operation.path_parameter, "{}", endpoint.name);
        assert_eq!(names("query").concat(), operation.query_parameter, "{}", endpoint.name);
        let headers = names("header");
        let has = |name: &str| headers.iter().any(|header| header == name);
        assert_eq!(has("Wechatpay-Serial"), operation.requires_wechatpay_serial, "{}", endpoint.name);
        assert_eq!(has("Content-Type"), operation.takes_body(), "{}", endpoint.name);
    }
}

/// The position while walking down a table.
enum Level {
    Object(&'static Object),
    Field(&'static Field),
}

impl Level {
    fn inside(self, key: &str) -> Option<Level> {
        let object = match self {
            Level::Object(object) => object,
            Level::Field(field) => object_in(&field.kind)?,
        };
        object.find(key).map(|(_, field)| Level::Field(field))
    }
}

/// The object of a type, or of its items.
fn object_in(kind: &'static Kind) -> Option<&'static Object> {
    match kind {
        Kind::Object(object) | Kind::List(List { item: Kind::Object(object), .. }) => Some(object),
        _ => None,
    }
}

fn list(object: &'static Object, around: &str, rows: &mut Vec<(String, &'static Field)>) {
    for field in object.fields {
        let name = format!("{around}{}", field.name);
        rows.push((name.clone(), field));
        if let Some(inner) = object_in(&field.kind) {
            list(inner, &format!("{name}."), rows);
        }
    }
}

fn compare(endpoint: &Endpoint, row: &FieldRow, field: &Field) {
    let place = format!("{} {}", endpoint.name, row.name);
    let is_required = field.mark(endpoint.body.action) == Mark::Required;
    assert_eq!(is_required, row.required, "{place}: required");
    // Some labels have a blank between Chinese and English.
    let label = row.label.as_deref().map(|label| label.replace([' ', '\u{a0}'], ""));
    assert_eq!(Some(field.label.zh), label.as_deref(), "{place}: label");
    // Pages of responses give `appid` without its length.
    if endpoint.operation.takes_body() || row.max_length.is_some() {
        assert_eq!(max_length(&field.kind), row.max_length, "{place}: longest");
    }
    let item = match &field.kind {
        Kind::List(List { item, .. }) => max_length(item),
        _ => None,
    };
    assert_eq!(item, row.item_max_length, "{place}: longest item");
    assert_eq!(values(&field.kind), row.values, "{place}: values");
    let is_of_type = match (&field.kind, row.notation.split('(').next().expect("a word")) {
        (Kind::Text(_) | Kind::Choice(_), "string") => true,
        (Kind::Integer(_), "integer") | (Kind::Boolean, "boolean") | (Kind::Object(_), "object") => true,
        (Kind::List(_), notation) => notation.starts_with("array["),
        _ => false,
    };
    assert!(is_of_type, "{place}: {}", row.notation);
}

fn max_length(kind: &Kind) -> Option<usize> {
    match kind {
        Kind::Text(Text { format: Format::DateTime, .. }) => None,
        Kind::Text(Text { max, .. }) => max.map(|limit| limit.max),
        _ => None,
    }
}

fn values(kind: &Kind) -> Option<Vec<String>> {
    match kind {
        Kind::Choice(choices) => Some(choices.iter().map(|choice| choice.value.to_owned()).collect()),
        Kind::List(List { item, .. }) => values(item),
        _ => None,
    }
}
