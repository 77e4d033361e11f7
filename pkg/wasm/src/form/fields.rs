//! What a form needs to draw itself.

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{Locale, fields as all_fields};

use crate::mailbox::answer;
use crate::value::to_json;

/// Every field of the update, in the order of a form, as JSON text: an array of `FieldInfo`.
#[wasm_bindgen]
pub fn fields(english: bool) -> usize {
    let locale = if english { Locale::En } else { Locale::Zh };
    answer(|output| output.add(&to_json(&all_fields(locale))))
}
