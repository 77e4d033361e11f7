//! The functions that JavaScript calls.

#[cfg(feature = "form")]
pub mod form;
#[cfg(feature = "guard")]
pub mod guard;
#[cfg(feature = "json-schema")]
pub mod json_schema;
#[cfg(all(feature = "card-member", feature = "migrate"))]
pub mod migrate;
#[cfg(feature = "request")]
pub mod request;
#[cfg(feature = "response")]
pub mod response;
#[cfg(feature = "json")]
pub mod validate;
pub mod value;

use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(any(feature = "form", feature = "guard"))]
use wechatpay_membercard::Locale;

use crate::bridge::records::issue::write_strings;
#[cfg(any(feature = "form", feature = "guard"))]
use crate::bridge::{Input, Read};
use crate::bridge::{Outcome, respond};

/// Returns the version of the package and the string table.
#[wasm_bindgen]
pub fn start() -> usize {
    respond(|output| {
        write_strings(output);
        Outcome::Done
    })
}

/// The language in those flags, for functions that take it as an argument.
#[cfg(any(feature = "form", feature = "guard"))]
fn locale(flags: u32) -> Locale {
    Locale::read(flags, &mut Input::new(&[]))
}
