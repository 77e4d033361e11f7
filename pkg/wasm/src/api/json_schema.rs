//! JSON Schema.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::bridge::records::json_schema::JsonSchemaRequest;
use crate::bridge::{Outcome, Read, respond, with_input};
use crate::family;

/// Responds a payload as JSON Schema, as JSON text.
#[wasm_bindgen]
pub fn json_schema(input: usize) -> usize {
    let schema = with_input(input, |input| {
        let request = JsonSchemaRequest::read(0, input);
        family::named(request.api).json_schema(&request.options())
    });
    respond(|output| {
        output.add(&schema.to_string());
        Outcome::Done
    })
}
