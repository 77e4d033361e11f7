//! Form sessions, and descriptions of fields.

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{
    self as core, CardForm, FormError, HostValue, Locale, Path, RequestOptions, TextBuffer,
};

use super::request::respond_prepared;
use crate::bridge::records::form::{
    FieldChange, FieldState, FormChanges, FormRefusal, FormReport, FormSnapshot, TouchedField,
};
use crate::bridge::records::issue::Issues;
use crate::bridge::records::options::ValidationOptions;
use crate::bridge::{Input, Outcome, Read, Write, respond, with_input};
use crate::family;

/// Returns the descriptions of an endpoint's fields, in the order of a form. The input is the endpoint's name, or
/// empty.
#[wasm_bindgen]
pub fn fields(input: usize, locale: u32) -> usize {
    let endpoint = with_input(input, |input| family::named(Some(input.rest_of_text())));
    respond_record(&endpoint.fields(super::locale(locale)))
}

fn respond_record(record: &impl Write) -> usize {
    respond(|output| {
        record.write(output);
        Outcome::Done
    })
}

fn respond_text(text: &str) -> usize {
    respond(|output| {
        output.add(text);
        Outcome::Done
    })
}

/// Returns the result, or the reason why there is none.
fn respond_or_refuse(result: Result<impl Write, FormError>, locale: Locale) -> usize {
    respond(|output| match result {
        Ok(record) => {
            record.write(output);
            Outcome::Done
        }
        Err(refused) => {
            FormRefusal::new(&refused, locale).write(output);
            Outcome::Refused
        }
    })
}

/// A form session.
#[wasm_bindgen]
pub struct CoreForm {
    form: CardForm,
    locale: Locale,
}

impl CoreForm {
    /// Edits the field whose path comes first in the input; `edit` gets the rest.
    fn edit(
        &mut self,
        input: usize,
        edit: impl FnOnce(&mut CardForm, &Path, &mut Input<'_>) -> Result<core::FormChanges, FormError>,
    ) -> usize {
        let changes = with_input(input, |input| {
            let path = Path::read(0, input);
            edit(&mut self.form, &path, input)
        });
        respond_or_refuse(changes.map(|changes| FormChanges::new(changes, self.locale)), self.locale)
    }

    /// Edits the field whose path comes first in the input, with the value that follows.
    fn edit_with_value(
        &mut self,
        input: usize,
        edit: impl FnOnce(&mut CardForm, &Path, HostValue<'_>) -> Result<core::FormChanges, FormError>,
    ) -> usize {
        self.edit(input, |form, field, input| {
            edit(form, field, input.rest_of_value().read(&mut TextBuffer::new()))
        })
    }
}

#[wasm_bindgen]
impl CoreForm {
    /// Starts with the card's values, if the options have a card. The rest of the input is an optional initial value
    /// that replaces them.
    #[wasm_bindgen(constructor)]
    pub fn new(input: usize, flags: u32, now: f64) -> Result<CoreForm, JsError> {
        with_input(input, |input| {
            let options = ValidationOptions::take(flags, input);
            let locale = options.locale;
            let validator = options.validator(now);
            let form = match input.left() {
                0 => CardForm::new(validator),
                _ => {
                    let initial = input.rest_of_value();
                    CardForm::with_initial_value(validator, initial.read(&mut TextBuffer::new()))?
                }
            };
            Ok(CoreForm { form, locale })
        })
    }

    /// Sets the language of messages from now on.
    pub fn set_locale(&mut self, locale: u32) {
        self.locale = super::locale(locale);
    }

    /// Sets a field to a value. Returns the changes, like all edits.
    pub fn set(&mut self, input: usize) -> usize {
        self.edit_with_value(input, CardForm::set_value)
    }

    /// Sets a field to the value of its input element's text.
    pub fn enter(&mut self, input: usize) -> usize {
        self.edit(input, |form, field, input| form.enter(field, input.rest_of_text()))
    }

    /// Removes a field or an item.
    pub fn remove(&mut self, input: usize) -> usize {
        self.edit(input, |form, field, _| form.remove(field))
    }

    /// Inserts an item into a list.
    pub fn insert(&mut self, input: usize, index: usize) -> usize {
        self.edit_with_value(input, |form, list, value| form.insert_value(list, index, value))
    }

    /// Moves a list item.
    pub fn move_item(&mut self, input: usize, from: usize, to: usize) -> usize {
        self.edit(input, |form, list, _| form.move_item(list, from, to))
    }

    /// Restores the initial values.
    pub fn reset(&mut self) -> usize {
        self.edit(0, |form, _, _| Ok(form.reset()))
    }

    /// Marks a field as touched.
    pub fn touch(&mut self, input: usize) -> usize {
        let touched = with_input(input, |input| self.form.touch(&Path::read(0, input)));
        respond_or_refuse(touched, self.locale)
    }

    /// Whether a field is touched.
    pub fn touched(&self, input: usize) -> bool {
        with_input(input, |input| self.form.touched(&Path::read(0, input)))
    }

    /// Whether a field's value differs from its reference.
    pub fn dirty(&self, input: usize) -> bool {
        with_input(input, |input| self.form.dirty(&Path::read(0, input)))
    }

    /// The current state of a field.
    pub fn field(&self, input: usize) -> usize {
        let state = with_input(input, |input| self.form.field(&Path::read(0, input)));
        respond_or_refuse(state.map(|state| FieldState::new(state, self.locale)), self.locale)
    }

    /// All issues, in document order.
    pub fn issues(&self) -> usize {
        respond_record(&Issues::new(self.form.issues(), self.locale))
    }

    /// The top-level fields that differ from their reference.
    pub fn changes(&self) -> usize {
        respond_record(&self.form.changes().into_iter().map(FieldChange::from).collect::<Vec<_>>())
    }

    /// The whole value.
    pub fn value(&self) -> usize {
        respond_text(&self.form.value())
    }

    /// A snapshot from which the session can be restored.
    pub fn snapshot(&self) -> usize {
        let touched = self.form.touched_fields().iter();
        let touched = touched.map(|path| TouchedField { path: path.clone() }).collect();
        respond_record(&FormSnapshot { value: self.form.written_value().into(), touched })
    }

    /// The values to send.
    pub fn patch(&self) -> usize {
        respond_text(&self.form.patch())
    }

    /// Validates the values to send.
    pub fn validate(&self) -> usize {
        let report = self.form.validate();
        let issues = Issues::new(report.issues().to_vec(), self.locale);
        respond_record(&FormReport { body: report.body().map(Into::into), issues })
    }

    /// Prepares the request with the values to send. The input is the options of the request.
    pub fn prepare(&self, input: usize) -> usize {
        let request = with_input(input, |input| RequestOptions::read(0, input));
        respond_prepared(self.form.validate().prepare(&request), self.locale)
    }
}
