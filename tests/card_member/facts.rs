//! Reads the files of facts.

use serde::Deserialize;
use wechatpay_membercard::Endpoint;

/// A row of a page: a header, a parameter, or a field of the body or of the response.
#[derive(Deserialize)]
pub struct FieldRow {
    pub endpoint: String,
    pub part: String,
    /// The path, with dots between keys.
    pub name: String,
    pub label: Option<String>,
    #[serde(rename = "type")]
    pub notation: String,
    pub required: bool,
    pub max_length: Option<usize>,
    pub values: Option<Vec<String>>,
    pub item_max_length: Option<usize>,
}

/// A row of an error table.
#[derive(Deserialize)]
pub struct ErrorRow {
    pub endpoint: String,
    pub status: u16,
    pub code: String,
    pub description: String,
    pub solution: String,
}

/// The rows of a part of an endpoint's page.
pub fn fields_of(endpoint: &Endpoint, part: &str) -> Vec<FieldRow> {
    let rows: Vec<FieldRow> = read(include_str!("../data/card_member/fields.json"));
    rows.into_iter().filter(|row| row.endpoint == called(endpoint) && row.part == part).collect()
}

/// The error table of an endpoint's page.
pub fn errors_of(endpoint: &Endpoint) -> Vec<ErrorRow> {
    let rows: Vec<ErrorRow> = read(include_str!("../data/card_member/errors.json"));
    rows.into_iter().filter(|row| row.endpoint == called(endpoint)).collect()
}

pub fn read<T: for<'de> Deserialize<'de>>(json: &str) -> T {
    serde_json::from_str(json).expect("facts")
}

/// The method and path of an endpoint according to its page, without the query.
fn called(endpoint: &Endpoint) -> String {
    let template = endpoint.operation.template();
    format!("{} {}", endpoint.operation.method, template.split('?').next().expect("a path"))
}
