//! What a form needs to draw itself. `pkg/src/form/fields.ts` reads it.

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{FieldInfo, Locale, Severity, Unit, fields as all_fields};

use crate::mailbox::{Output, answer};

/// What is said of a description in one bit each; the sum of them is answered.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub enum CoreTrait {
    /// The object around it is incomplete without it.
    Required = 1,
    /// Its limit counts characters.
    Characters = 2,
    /// Its limit counts items.
    Items = 4,
    /// To exceed its limit is an error.
    LimitIsError = 8,
    /// To exceed its limit is a warning.
    LimitIsWarning = 16,
    /// It means something beside certain values of another field: its pointer follows, the number of the values, and they.
    Relevance = 32,
}

/// Answers every field of the update, in the order of a form: their number, and each.
#[wasm_bindgen]
pub fn fields(english: bool) -> usize {
    let fields = all_fields(if english { Locale::En } else { Locale::Zh });
    answer(|output| {
        output.number(fields.len());
        for field in &fields {
            output.description(field);
        }
        output.length()
    })
}

impl Output {
    fn description(&mut self, field: &FieldInfo) {
        self.path(&field.path);
        self.text(field.name);
        self.text(field.label);
        self.text(field.help);
        self.optional(field.placeholder);
        self.optional(field.notation);
        self.text(field.input.as_str());
        self.text(field.group.name);
        self.text(field.group.label);
        let counts = [field.max_length, field.max_items].map(|count| count.map(|count| count as i64));
        for limit in [field.min, field.max].into_iter().chain(counts) {
            self.optional_number(limit);
        }
        self.number(field.options.len());
        for option in &field.options {
            self.text(option.value);
            self.text(option.label);
        }
        self.marks([
            (CoreTrait::Required as usize, field.required),
            (CoreTrait::Characters as usize, field.unit == Some(Unit::Character)),
            (CoreTrait::Items as usize, field.unit == Some(Unit::Item)),
            (CoreTrait::LimitIsError as usize, field.limit_severity == Some(Severity::Error)),
            (CoreTrait::LimitIsWarning as usize, field.limit_severity == Some(Severity::Warning)),
            (CoreTrait::Relevance as usize, field.relevant_if.is_some()),
        ]);
        if let Some(condition) = &field.relevant_if {
            self.text(&condition.pointer);
            self.number(condition.values.len());
            for value in condition.values {
                self.text(value);
            }
        }
    }

    /// Adds a number that there may be, and that is not negative: one more than it, or 0.
    fn optional_number(&mut self, number: Option<i64>) {
        self.number(number.map_or(0, |number| number as usize + 1));
    }
}
