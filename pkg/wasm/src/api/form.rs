//! Form sessions, and what a form needs to draw itself.

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

/// Responds every field of an endpoint, in the order of a form. The input is its name, or nothing.
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

/// Responds what was result for, or why there is none.
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

/// A live form session over one update.
#[wasm_bindgen]
pub struct CoreForm {
    form: CardForm,
    locale: Locale,
}

impl CoreForm {
    /// Makes an edit of the field at a path, with what stands behind it.
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

    /// Makes an edit of the field at a path, with the value behind it.
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
    /// Begins with the card's values, if the options have a card, and with the value behind them laid over those, if there
    /// is one.
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

    /// The language of messages and reasons from now on.
    pub fn set_locale(&mut self, locale: u32) {
        self.locale = super::locale(locale);
    }

    /// Gives a field a value. Responds the changes, as all edits do.
    pub fn set(&mut self, input: usize) -> usize {
        self.edit_with_value(input, CardForm::set_value)
    }

    /// Gives a field the value that a text typed into its input stands for.
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

    /// Moves an item of a list.
    pub fn move_item(&mut self, input: usize, from: usize, to: usize) -> usize {
        self.edit(input, |form, list, _| form.move_item(list, from, to))
    }

    /// Goes back to the beginning.
    pub fn reset(&mut self) -> usize {
        self.edit(0, |form, _, _| Ok(form.reset()))
    }

    /// Marks a field as visited.
    pub fn touch(&mut self, input: usize) -> usize {
        let touched = with_input(input, |input| self.form.touch(&Path::read(0, input)));
        respond_or_refuse(touched, self.locale)
    }

    /// Whether a field is marked as visited.
    pub fn touched(&self, input: usize) -> bool {
        with_input(input, |input| self.form.touched(&Path::read(0, input)))
    }

    /// Whether a field's value differs from the one it is compared with.
    pub fn dirty(&self, input: usize) -> bool {
        with_input(input, |input| self.form.dirty(&Path::read(0, input)))
    }

    /// All that is known about a field.
    pub fn field(&self, input: usize) -> usize {
        let state = with_input(input, |input| self.form.field(&Path::read(0, input)));
        respond_or_refuse(state.map(|state| FieldState::new(state, self.locale)), self.locale)
    }

    /// All issues, in document order.
    pub fn issues(&self) -> usize {
        respond_record(&Issues::new(self.form.issues(), self.locale))
    }

    /// The top-level fields that differ from what they are compared with.
    pub fn changes(&self) -> usize {
        respond_record(&self.form.changes().into_iter().map(FieldChange::from).collect::<Vec<_>>())
    }

    /// The whole value.
    pub fn value(&self) -> usize {
        respond_text(&self.form.value())
    }

    /// What makes of the form's beginning what it is now.
    pub fn snapshot(&self) -> usize {
        let touched = self.form.touched_fields().iter();
        let touched = touched.map(|path| TouchedField { path: path.clone() }).collect();
        respond_record(&FormSnapshot { value: self.form.written_value().into(), touched })
    }

    /// What is to be sent.
    pub fn patch(&self) -> usize {
        respond_text(&self.form.patch())
    }

    /// The validation of what is to be sent.
    pub fn validate(&self) -> usize {
        let report = self.form.validate();
        let issues = Issues::new(report.issues().to_vec(), self.locale);
        respond_record(&FormReport { body: report.body().map(Into::into), issues })
    }

    /// The request that carries what is to be sent: of the options of a request.
    pub fn prepare(&self, input: usize) -> usize {
        let request = with_input(input, |input| RequestOptions::read(0, input));
        respond_prepared(self.form.validate().prepare(&request), self.locale)
    }
}
