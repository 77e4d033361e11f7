//! Form sessions and what a form needs to draw itself.

use js_sys::Array;
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{
    CardForm, Changes, FieldChange, FieldState, FormError, IssueCode, Locale, LocalizedIssue, Path, Report,
    Segment, Unit, fields as all_fields,
};

use crate::issue::in_words;
use crate::mailbox::received;
use crate::options::CoreOptions;
use crate::request::{CoreRequestOptions, outcome};
use crate::value::{error, from_js, to_js, to_json};

#[wasm_bindgen(typescript_custom_section)]
const CORE_REPORT: &str =
    "/** The canonical body, unless there is an error, and the issues as JSON text, unless there is none. */
export type CoreReport = [body: string | undefined, issues: string | undefined];";

/// What a validation found: the canonical body, unless there is an error, and the issues as JSON text, unless there is
/// none.
fn report(report: &Report, locale: Locale) -> Array {
    let body = report.body().map_or(JsValue::UNDEFINED, JsValue::from_str);
    let issues = match report.issues() {
        [] => JsValue::UNDEFINED,
        issues => to_json(&in_words(issues.iter().cloned(), locale)).into(),
    };
    Array::of2(&body, &issues)
}

/// What a form knows about one of its fields, now.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoreFieldState {
    /// Where the field is, as keys and indexes.
    #[tsify(type = "(string | number)[]")]
    path: Path,
    /// Where it is, as a JSON pointer (RFC 6901).
    pointer: String,
    /// Its value in host notation; absent if the field is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    value: Option<String>,
    /// How much its text or list holds, in the unit of the limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    count: Option<usize>,
    /// What `count` and `limit` count: Unicode code points, or items.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    unit: Option<Unit>,
    /// How many characters a person would count: fewer than code points where marks combine.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    graphemes: Option<usize>,
    /// The largest count that is allowed or advisable.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    limit: Option<usize>,
    /// What is left of the limit; negative beyond it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    remaining: Option<i64>,
    /// Whether the other fields and the card ask for it.
    required: bool,
    /// Whether it means anything beside the other fields; a form may hide it otherwise.
    relevant: bool,
    /// Why the card does not let it change, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    locked: Option<FieldLock>,
    /// Whether the user has visited it.
    touched: bool,
    /// Whether its value differs from the card's or, without a card, from the initial one.
    dirty: bool,
    /// The issues at its very path.
    #[tsify(type = "Issue[]")]
    issues: Vec<LocalizedIssue>,
}

/// Why a field cannot be changed.
#[derive(Serialize, Tsify)]
pub(crate) struct FieldLock {
    /// The issue that a change would raise.
    code: IssueCode,
    /// The reason, in the form's language.
    reason: &'static str,
}

impl CoreFieldState {
    fn new(state: FieldState, locale: Locale) -> CoreFieldState {
        CoreFieldState {
            pointer: state.pointer(),
            path: state.path,
            value: state.value,
            count: state.count,
            unit: state.unit,
            graphemes: state.graphemes,
            limit: state.limit,
            remaining: state.remaining,
            required: state.required,
            relevant: state.relevant,
            locked: state.locked.map(|lock| FieldLock { code: lock.code, reason: lock.reason.get(locale) }),
            touched: state.touched,
            dirty: state.dirty,
            issues: in_words(state.issues, locale),
        }
    }
}

/// What an edit changed.
#[derive(Serialize, Tsify)]
pub(crate) struct CoreChanges {
    /// Issues that were not there before.
    #[tsify(type = "Issue[]")]
    appeared: Vec<LocalizedIssue>,
    /// Issues that are still there with other parameters or another severity, as they are now.
    #[tsify(type = "Issue[]")]
    changed: Vec<LocalizedIssue>,
    /// Issues that are no longer there.
    #[tsify(type = "Issue[]")]
    gone: Vec<LocalizedIssue>,
    /// The fields whose value, requirement or relevance changed, as they are now.
    fields: Vec<CoreFieldState>,
}

/// A top-level field that differs from the card's or, without a card, from the initial one.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoreFieldChange {
    /// Where the field is.
    pointer: String,
    /// The value it is compared with, as JSON text; absent if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    before: Option<String>,
    /// The form's value, as JSON text; absent if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    after: Option<String>,
    /// Whether the update can express the change: it has no word for removal.
    sent: bool,
}

impl From<FieldChange> for CoreFieldChange {
    fn from(change: FieldChange) -> CoreFieldChange {
        CoreFieldChange {
            pointer: change.path.to_string(),
            sent: change.is_sent(),
            before: change.before,
            after: change.after,
        }
    }
}

/// A live form session over one update. Edits answer `CoreChanges` as JSON text.
#[wasm_bindgen]
pub struct CoreForm {
    form: CardForm,
    locale: Locale,
}

type Outcome = Result<JsValue, JsValue>;
type TextOutcome = Result<String, JsValue>;

fn path(path: &Array) -> Path {
    let step = |step: JsValue| match (step.as_f64(), step.as_string()) {
        (Some(index), _) => Segment::Index(index as usize),
        (None, key) => Segment::Key(key.unwrap_or_default().into()),
    };
    Path(path.iter().map(step).collect())
}

impl CoreForm {
    fn told(&self, changes: Result<Changes, FormError>) -> TextOutcome {
        let changes = changes.map_err(error)?;
        let words = |issues| in_words(issues, self.locale);
        Ok(to_json(&CoreChanges {
            appeared: words(changes.appeared),
            changed: words(changes.changed),
            gone: words(changes.gone),
            fields: changes.fields.into_iter().map(|state| CoreFieldState::new(state, self.locale)).collect(),
        }))
    }
}

#[wasm_bindgen]
impl CoreForm {
    /// Begins with the card's values, if the options have a card, and with the text, in host notation, laid over them
    /// unless it is empty.
    #[wasm_bindgen(constructor)]
    pub fn new(initial: usize, extras: usize, flags: u32, now: f64) -> Result<CoreForm, JsValue> {
        received([initial, extras], |[initial, extras]| {
            let options = CoreOptions::new(flags, now, extras);
            let form = match str::from_utf8(initial).unwrap_or_default() {
                "" => CardForm::new(options.validator()),
                initial => CardForm::with_initial(options.validator(), initial).map_err(error)?,
            };
            Ok(CoreForm { form, locale: options.locale() })
        })
    }

    /// Tells issues and reasons in another language from now on.
    #[wasm_bindgen(setter)]
    pub fn set_locale(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Locale")] locale: JsValue,
    ) -> Result<(), JsValue> {
        self.locale = from_js(locale)?;
        Ok(())
    }

    /// Gives a field a value, in host notation.
    pub fn set(&mut self, field: &Array, value: &str) -> TextOutcome {
        let changes = self.form.set(&path(field), value);
        self.told(changes)
    }

    /// Gives a field the value that a text typed into its input stands for.
    pub fn enter(&mut self, field: &Array, text: &str) -> TextOutcome {
        let changes = self.form.enter(&path(field), text);
        self.told(changes)
    }

    /// Removes a field or an item.
    pub fn remove(&mut self, field: &Array) -> TextOutcome {
        let changes = self.form.remove(&path(field));
        self.told(changes)
    }

    /// Inserts an item into a list.
    pub fn insert(&mut self, list: &Array, index: usize, value: &str) -> TextOutcome {
        let changes = self.form.insert(&path(list), index, value);
        self.told(changes)
    }

    /// Moves an item of a list.
    pub fn move_item(&mut self, list: &Array, from: usize, to: usize) -> TextOutcome {
        let changes = self.form.move_item(&path(list), from, to);
        self.told(changes)
    }

    /// Goes back to the beginning.
    pub fn reset(&mut self) -> TextOutcome {
        let changes = self.form.reset();
        self.told(Ok(changes))
    }

    /// Marks a field as visited.
    pub fn touch(&mut self, field: &Array) -> Result<(), JsValue> {
        self.form.touch(&path(field)).map_err(error)
    }

    /// Whether a field is marked as visited.
    pub fn touched(&self, field: &Array) -> bool {
        self.form.touched(&path(field))
    }

    /// Whether a field's value differs from the one it is compared with.
    pub fn dirty(&self, field: &Array) -> bool {
        self.form.dirty(&path(field))
    }

    /// All that is known about a field.
    #[wasm_bindgen(unchecked_return_type = "CoreFieldState")]
    pub fn field(&self, field: &Array) -> Outcome {
        let state = self.form.field(&path(field)).map_err(error)?;
        Ok(to_js(&CoreFieldState::new(state, self.locale)))
    }

    /// All issues, in document order.
    #[wasm_bindgen(unchecked_return_type = "Issue[]")]
    pub fn issues(&self) -> JsValue {
        to_js(&in_words(self.form.issues().into_iter().cloned(), self.locale))
    }

    /// The top-level fields that differ from what they are compared with.
    #[wasm_bindgen(unchecked_return_type = "CoreFieldChange[]")]
    pub fn changes(&self) -> JsValue {
        let changes: Vec<CoreFieldChange> = self.form.changes().into_iter().map(Into::into).collect();
        to_js(&changes)
    }

    /// The whole value, in host notation.
    pub fn value(&self) -> String {
        self.form.value()
    }

    /// What is to be sent, in host notation.
    pub fn patch(&self) -> String {
        self.form.patch()
    }

    /// The validation of what is to be sent.
    #[wasm_bindgen(unchecked_return_type = "CoreReport")]
    pub fn report(&self) -> Array {
        report(&self.form.report(), self.locale)
    }

    /// The request that carries what is to be sent.
    #[wasm_bindgen(unchecked_return_type = "CorePrepared")]
    pub fn prepare(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CoreRequestOptions")] request: JsValue,
    ) -> Outcome {
        let request: CoreRequestOptions = from_js(request)?;
        outcome(self.form.report().prepare(&request.into()), self.locale)
    }
}

/// Every field of the update, in the order of a form.
#[wasm_bindgen(unchecked_return_type = "FieldInfo[]")]
pub fn fields(#[wasm_bindgen(unchecked_param_type = "Locale")] locale: JsValue) -> Outcome {
    Ok(to_js(&all_fields(from_js(locale)?)))
}
