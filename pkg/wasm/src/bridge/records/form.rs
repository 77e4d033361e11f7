//! Responses of forms.

use wechatpay_membercard as core;
use wechatpay_membercard::{InputType, Locale, Path, Unit, WrittenValue};

use super::issue::{Code, Issues};
use crate::bridge::macros::{enumeration, record};
use crate::bridge::{BridgeType, Output, Write};

enumeration!(UNITS: Unit { Character, Item });

record! {
    /// The current state of a field.
    output pub struct FieldState {
        /// The path, as keys and indexes.
        path: Path,
        /// Its value; `undefined` if absent.
        value: OrUndefined<JsonText>,
        /// Whether the other fields and the card's state require it.
        required: bool,
        /// Whether it applies, given the other fields; a form may hide it otherwise.
        relevant: bool,
        /// Whether the user has touched it.
        touched: bool,
        /// Whether its value differs from the card's or, without a card, from the initial one.
        dirty: bool,
        /// The issues at exactly its path.
        issues: Issues,
        /// The unit of `count` and `limit`: Unicode code points, or items.
        unit: Option<Unit>,
        /// The count of its text or list, in the unit of the limit.
        count: Option<usize>,
        /// The number of graphemes: fewer than code points if there are combining marks.
        graphemes: Option<usize>,
        /// The largest allowed or advisable count.
        limit: Option<usize>,
        /// The remaining count; negative if exceeded.
        remaining: Option<i64>,
        /// Why the card locks it, if it does.
        locked: Option<FieldLock>,
    }
}

record! {
    /// Why a field is locked.
    output pub struct FieldLock {
        /// The issue that a change would cause.
        code: Code,
        /// The reason, in the form's language.
        reason: &'static str,
    }
}

record! {
    /// The changes that an edit causes: everything that a form has to redraw.
    output pub struct FormChanges {
        /// New issues.
        appeared: Issues,
        /// Existing issues whose parameters or severity have changed, in their current form.
        changed: Issues,
        /// Issues that were removed.
        gone: Issues,
        /// Fields whose value, count, requirement or relevance has changed, in their current state; at most the first
        /// thousand.
        fields: Vec<FieldState>,
        /// Whether more fields have changed than are listed: the form should then redraw every field that it shows,
        /// using `field(path)`. This happens only with huge pasted values.
        truncated: bool,
    }
}

record! {
    /// A top-level field that differs from the card's or, without a card, from the initial one.
    output pub struct FieldChange {
        /// The path, as a JSON pointer (RFC 6901).
        pointer: String,
        /// Whether the update can express the change: it cannot express removals.
        sent: bool,
        /// The value of the reference.
        before: OrUndefined<JsonText>,
        /// The form's value.
        after: OrUndefined<JsonText>,
    }
}

record! {
    /// Why an edit or query failed.
    output pub struct FormRefusal {
        /// The stable name of the reason.
        code: &'static str as "FormErrorCode",
        /// The JSON pointer of the requested path.
        pointer: String,
        /// The JSON pointer of the field that may be meant.
        meant: Option<String>,
        /// The reason, as a message.
        message: String,
    }
}

record! {
    /// The validation of the values to send.
    output pub struct FormReport {
        /// The canonical body, if it is valid.
        body: Option<String>,
        /// The issues.
        issues: Issues,
    }
}

record! {
    /// A snapshot from which the session can be restored.
    output pub struct FormSnapshot {
        /// The value, encoded as in an input.
        value: InputValue,
        /// The touched fields.
        touched: Vec<TouchedField>,
    }
}

record! {
    /// A touched field.
    output pub struct TouchedField {
        /// The path, as keys and indexes.
        path: Path,
    }
}

record! {
    /// The description of a field for rendering a form, in one language.
    output impl FieldInfo as declared like described::field_info {
        path as "string[]",
        name,
        label,
        help,
        input as "InputType",
        options,
        required,
        group,
        order,
        placeholder,
        notation,
        max_length,
        min,
        max,
        max_items,
        unit,
        limit_severity,
        relevant_if,
    }
}

record! {
    /// A value of a choice.
    output impl FieldOption as declared {
        value,
        label,
    }
}

record! {
    /// A condition on another field.
    output impl FieldCondition as declared {
        pointer,
        values,
    }
}

record! {
    /// A section of a form.
    output impl FieldGroup as declared {
        name,
        label,
    }
}

impl FieldState {
    /// The state of a field, with messages in one language.
    pub fn new(state: core::FieldState, locale: Locale) -> FieldState {
        FieldState {
            path: state.path,
            value: OrUndefined(state.value.map(JsonText)),
            required: state.required,
            relevant: state.relevant,
            touched: state.touched,
            dirty: state.dirty,
            issues: Issues::new(state.issues, locale),
            unit: state.unit,
            count: state.count,
            graphemes: state.graphemes,
            limit: state.limit,
            remaining: state.remaining,
            locked: state
                .locked
                .map(|lock| FieldLock { code: Code(lock.code), reason: lock.reason.get(locale) }),
        }
    }
}

impl FormChanges {
    /// Changes, with messages in one language.
    pub fn new(changes: core::FormChanges, locale: Locale) -> FormChanges {
        FormChanges {
            appeared: Issues::new(changes.appeared, locale),
            changed: Issues::new(changes.changed, locale),
            gone: Issues::new(changes.gone, locale),
            fields: changes.fields.into_iter().map(|state| FieldState::new(state, locale)).collect(),
            truncated: changes.truncated,
        }
    }
}

impl From<core::FieldChange> for FieldChange {
    fn from(change: core::FieldChange) -> FieldChange {
        FieldChange {
            pointer: change.path.to_string(),
            sent: change.is_sent(),
            before: OrUndefined(change.before.map(JsonText)),
            after: OrUndefined(change.after.map(JsonText)),
        }
    }
}

impl FormRefusal {
    /// The failure, with its message in one language.
    pub fn new(refused: &core::FormError, locale: Locale) -> FormRefusal {
        let meant = match refused {
            core::FormError::UnknownField { meant, .. } => meant.as_ref(),
            _ => None,
        };
        FormRefusal {
            code: refused.code().as_str(),
            pointer: refused.path().to_string(),
            meant: meant.map(ToString::to_string),
            message: refused.message(locale),
        }
    }
}

/// JSON text, which JavaScript parses.
#[derive(Debug)]
pub struct JsonText(String);

impl BridgeType for JsonText {}

impl Write for JsonText {
    fn write(&self, output: &mut Output) {
        output.text(&self.0);
    }
}

/// A value, encoded as in an input. JavaScript passes it back unchanged.
#[derive(Debug)]
pub struct InputValue(Vec<u8>);

impl From<WrittenValue> for InputValue {
    fn from(WrittenValue { words, units }: WrittenValue) -> InputValue {
        let words = [words.len() as u32].into_iter().chain(words).flat_map(u32::to_le_bytes);
        InputValue(words.chain(units.into_iter().flat_map(u16::to_le_bytes)).collect())
    }
}

impl BridgeType for InputValue {}

impl Write for InputValue {
    fn write(&self, output: &mut Output) {
        output.bytes(&self.0);
    }
}

/// An optional value. In JavaScript, the member always exists and may be `undefined`.
#[derive(Debug)]
pub struct OrUndefined<T>(Option<T>);

impl<T: BridgeType> BridgeType for OrUndefined<T> {
    const FLAGS: u32 = Option::<T>::FLAGS;
}

impl<T: Write> Write for OrUndefined<T> {
    fn flags(&self) -> u32 {
        self.0.flags()
    }

    fn write(&self, output: &mut Output) {
        self.0.write(output);
    }
}

impl BridgeType for InputType {}

impl Write for InputType {
    fn write(&self, output: &mut Output) {
        output.text(self.as_str());
    }
}

#[cfg(feature = "typescript")]
mod described {
    use fastrand::Rng;
    use serde_json::{Map, Value, json};
    use wechatpay_membercard::{FieldInfo, InputType, Locale, fields};

    use super::{InputValue, JsonText, OrUndefined};
    use crate::bridge::typescript::{Described, Shape, Types};

    /// A random description of a field. Only the core can create one.
    pub(super) fn field_info(random: &mut Rng) -> FieldInfo {
        let mut fields = fields(Locale::sample(random));
        fields.swap_remove(random.usize(..fields.len()))
    }

    impl Described for InputType {
        fn shape(types: &mut Types) -> Shape {
            String::shape(types)
        }

        fn sample(random: &mut Rng) -> InputType {
            field_info(random).input
        }

        fn json(&self) -> Value {
            json!(self)
        }
    }

    impl Described for InputValue {
        fn shape(types: &mut Types) -> Shape {
            <&[u8]>::shape(types)
        }

        fn sample(random: &mut Rng) -> InputValue {
            InputValue(<&[u8]>::sample(random).to_vec())
        }

        fn json(&self) -> Value {
            self.0.as_slice().json()
        }
    }

    impl Described for JsonText {
        fn shape(_: &mut Types) -> Shape {
            Shape::Value { type_name: "unknown", read: "json()", write: "" }
        }

        fn sample(random: &mut Rng) -> JsonText {
            JsonText(Vec::<String>::sample(random).json().to_string())
        }

        fn json(&self) -> Value {
            serde_json::from_str(&self.0).expect("it is JSON text")
        }
    }

    impl<T: Described> Described for OrUndefined<T> {
        fn shape(types: &mut Types) -> Shape {
            Shape::Optional { inner: Box::new(T::shape(types)), or_undefined: true }
        }

        fn sample(random: &mut Rng) -> OrUndefined<T> {
            OrUndefined(Option::sample(random))
        }

        fn json(&self) -> Value {
            self.0.json()
        }

        fn add_to(&self, name: &str, record: &mut Map<String, Value>) {
            self.0.add_to(name, record);
        }
    }
}
