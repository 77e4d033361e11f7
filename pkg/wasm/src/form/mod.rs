//! Form sessions and what a form needs to draw itself.

mod fields;
mod path;
pub(crate) mod state;

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{CardForm, Changes, FormError, Locale, Path};

use crate::mailbox::{Output, answer, received};
use crate::options::CoreOptions;
use crate::request::{self, CoreOutcome, Received};
use crate::told::tell;
use path::path;
use state::tell_state;

/// A live form session over one update.
///
/// Paths are received as `path.rs` has them, values in host notation. What can be refused returns the `CoreOutcome` and
/// four times the length of the answer's text. All else returns the length.
#[wasm_bindgen]
pub struct CoreForm {
    form: CardForm,
    locale: Locale,
}

/// Answers what `write` makes of the outcome, or why there is none.
fn told<T>(outcome: Result<T, FormError>, locale: Locale, write: impl FnOnce(T, &mut Output)) -> usize {
    answer(|output| {
        let outcome = match outcome {
            Ok(outcome) => {
                write(outcome, output);
                CoreOutcome::Made
            }
            Err(refused) => {
                tell_refusal(&refused, locale, output);
                CoreOutcome::Refused
            }
        };
        output.ended(outcome as usize)
    })
}

/// Adds why a form could not do what it was asked: the code, the place, the one that may be meant, and the message.
fn tell_refusal(refused: &FormError, locale: Locale, output: &mut Output) {
    output.text(refused.code().as_str());
    output.text(&refused.path().to_string());
    let meant = match refused {
        FormError::UnknownField { meant, .. } => meant.as_ref().map(ToString::to_string),
        _ => None,
    };
    output.optional(meant.as_deref());
    output.text(&refused.message(locale));
}

/// Answers a text.
fn told_text(text: &str) -> usize {
    answer(|output| output.add(text))
}

impl CoreForm {
    /// Makes an edit of the field at a received path, with a received text.
    fn edit(
        &mut self,
        field: usize,
        text: usize,
        edit: impl FnOnce(&mut CardForm, &Path, &str) -> Result<Changes, FormError>,
    ) -> usize {
        let changes = received([field, text], |[field, text]| {
            edit(&mut self.form, &path(field), str::from_utf8(text).unwrap_or_default())
        });
        told(changes, self.locale, |changes, output| self.tell_changes(changes, output))
    }

    /// Adds changes to the answer: the issues that appeared, those that changed and those that are gone; whether there are
    /// more fields than are told; the number of fields, and their states.
    fn tell_changes(&self, changes: Changes, output: &mut Output) {
        for issues in [changes.appeared, changes.changed, changes.gone] {
            tell(issues, self.locale, output);
        }
        output.number(usize::from(changes.truncated));
        output.number(changes.fields.len());
        for state in changes.fields {
            tell_state(state, self.locale, output);
        }
    }
}

#[wasm_bindgen]
impl CoreForm {
    /// Begins with the card's values, if the options have a card, and with the text, in host notation, laid over them
    /// unless it is empty.
    #[wasm_bindgen(constructor)]
    pub fn new(initial: usize, extras: usize, flags: u32, now: f64) -> Result<CoreForm, JsError> {
        received([initial, extras], |[initial, extras]| {
            let options = CoreOptions::new(flags, now, extras);
            let form = match str::from_utf8(initial).unwrap_or_default() {
                "" => CardForm::new(options.validator()),
                initial => CardForm::with_initial(options.validator(), initial)?,
            };
            Ok(CoreForm { form, locale: options.locale() })
        })
    }

    /// Tells issues and reasons in another language from now on.
    pub fn speak(&mut self, english: bool) {
        self.locale = if english { Locale::En } else { Locale::Zh };
    }

    /// Gives a field a value. Answers the changes, as all edits do.
    pub fn set(&mut self, field: usize, value: usize) -> usize {
        self.edit(field, value, CardForm::set)
    }

    /// Gives a field the value that a text typed into its input stands for.
    pub fn enter(&mut self, field: usize, text: usize) -> usize {
        self.edit(field, text, CardForm::enter)
    }

    /// Removes a field or an item.
    pub fn remove(&mut self, field: usize) -> usize {
        self.edit(field, 0, |form, field, _| form.remove(field))
    }

    /// Inserts an item into a list.
    pub fn insert(&mut self, list: usize, value: usize, index: usize) -> usize {
        self.edit(list, value, |form, list, value| form.insert(list, index, value))
    }

    /// Moves an item of a list.
    pub fn move_item(&mut self, list: usize, from: usize, to: usize) -> usize {
        self.edit(list, 0, |form, list, _| form.move_item(list, from, to))
    }

    /// Goes back to the beginning.
    pub fn reset(&mut self) -> usize {
        self.edit(0, 0, |form, _, _| Ok(form.reset()))
    }

    /// Marks a field as visited.
    pub fn touch(&mut self, field: usize) -> usize {
        told(received([field], |[field]| self.form.touch(&path(field))), self.locale, |(), _| ())
    }

    /// Whether a field is marked as visited.
    pub fn touched(&self, field: usize) -> bool {
        received([field], |[field]| self.form.touched(&path(field)))
    }

    /// Whether a field's value differs from the one it is compared with.
    pub fn dirty(&self, field: usize) -> bool {
        received([field], |[field]| self.form.dirty(&path(field)))
    }

    /// All that is known about a field.
    pub fn field(&self, field: usize) -> usize {
        let state = received([field], |[field]| self.form.field(&path(field)));
        told(state, self.locale, |state, output| tell_state(state, self.locale, output))
    }

    /// All issues, in document order.
    pub fn issues(&self) -> usize {
        answer(|output| {
            tell(self.form.issues().into_iter().cloned().collect(), self.locale, output);
            output.length()
        })
    }

    /// The top-level fields that differ from what they are compared with: their number, then each: its pointer; the value
    /// it is compared with, and the form's, as JSON text, if there are such; 1 if the update can express the change.
    pub fn changes(&self) -> usize {
        let changes = self.form.changes();
        answer(|output| {
            output.number(changes.len());
            for change in changes {
                output.text(&change.path.to_string());
                output.optional(change.before.as_deref());
                output.optional(change.after.as_deref());
                output.number(usize::from(change.is_sent()));
            }
            output.length()
        })
    }

    /// The whole value, in host notation.
    pub fn value(&self) -> usize {
        told_text(&self.form.value())
    }

    /// What makes of the form's beginning what it is now: the value, in host notation; the number of the fields that are
    /// marked as visited, and their paths.
    pub fn snapshot(&self) -> usize {
        answer(|output| {
            output.text(&self.form.value());
            let touched = self.form.touched_fields();
            output.number(touched.len());
            for path in touched {
                output.path(path);
            }
            output.length()
        })
    }

    /// What is to be sent, in host notation.
    pub fn patch(&self) -> usize {
        told_text(&self.form.patch())
    }

    /// The validation of what is to be sent: the canonical body, if it is valid, and the issues.
    pub fn report(&self) -> usize {
        let report = self.form.report();
        answer(|output| {
            output.optional(report.body());
            tell(report.issues().to_vec(), self.locale, output);
            output.length()
        })
    }

    /// The request that carries what is to be sent.
    pub fn prepare(&self, request: usize, request_flags: u32, timestamp: f64) -> usize {
        received([request], |[request]| {
            let request = Received::new(request_flags, timestamp).options(request);
            request::told(self.form.report().prepare(&request), self.locale)
        })
    }
}
