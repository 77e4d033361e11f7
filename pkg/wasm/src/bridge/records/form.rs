//! What forms response.

use wechatpay_membercard as core;
use wechatpay_membercard::{InputType, Locale, Path, Unit, WrittenValue};

use super::issue::{Code, Issues};
use crate::bridge::macros::{enumeration, record};
use crate::bridge::{BridgeType, Output, Write};

enumeration!(UNITS: Unit { Character, Item });

record! {
    /// What a form knows about one of its fields, now.
    output pub struct FieldState {
        /// Where the field is, as keys and indexes.
        path: Path,
        /// Its value; `undefined` if it is absent.
        value: OrUndefined<JsonText>,
        /// Whether the other fields and the card ask for it.
        required: bool,
        /// Whether it means anything beside the other fields; a form may hide it otherwise.
        relevant: bool,
        /// Whether the user has visited it.
        touched: bool,
        /// Whether its value differs from the card's or, without a card, from the initial one.
        dirty: bool,
        /// The issues at its very path.
        issues: Issues,
        /// What `count` and `limit` count: Unicode code points, or items.
        unit: Option<Unit>,
        /// How much its text or list holds, in the unit of the limit.
        count: Option<usize>,
        /// How many characters a person would count: fewer than code points where marks combine.
        graphemes: Option<usize>,
        /// The largest count that is allowed or advisable.
        limit: Option<usize>,
        /// What is left of the limit; negative beyond it.
        remaining: Option<i64>,
        /// Why the card does not let it change, if so.
        locked: Option<FieldLock>,
    }
}

record! {
    /// Why a field cannot be changed.
    output pub struct FieldLock {
        /// The issue that a change would raise.
        code: Code,
        /// The reason, in the form's language.
        reason: &'static str,
    }
}

record! {
    /// What an edit changed: all that a form has to draw again.
    output pub struct FormChanges {
        /// Issues that were not there before.
        appeared: Issues,
        /// Issues that are still there with other parameters or another severity, as they are now.
        changed: Issues,
        /// Issues that are no longer there.
        gone: Issues,
        /// The fields whose value, count, requirement or relevance changed, as they are now; of more than a thousand, the
        /// first thousand.
        fields: Vec<FieldState>,
        /// Whether more fields changed than are told: a form then draws all that it shows again, from `field(path)`. No card
        /// has so many, but what is pasted into a form may.
        truncated: bool,
    }
}

record! {
    /// A top-level field that differs from the card's or, without a card, from the initial one.
    output pub struct FieldChange {
        /// Where the field is, as a JSON pointer (RFC 6901).
        pointer: String,
        /// Whether the update can express the change: it has no word for removal.
        sent: bool,
        /// The value it is compared with.
        before: OrUndefined<JsonText>,
        /// The form's value.
        after: OrUndefined<JsonText>,
    }
}

record! {
    /// Why a form could not do what it was asked.
    output pub struct FormRefusal {
        /// The stable name of the reason.
        code: &'static str as "FormErrorCode",
        /// The JSON pointer of the place that was asked for.
        pointer: String,
        /// That of the field that may be meant.
        meant: Option<String>,
        /// The reason in words.
        message: String,
    }
}

record! {
    /// The validation of what is to be sent.
    output pub struct FormReport {
        /// The canonical body, if it is valid.
        body: Option<String>,
        /// What was found.
        issues: Issues,
    }
}

record! {
    /// What makes of a form's beginning what it is now.
    output pub struct FormSnapshot {
        /// The value, as an input has it.
        value: InputValue,
        /// The fields that are marked as visited.
        touched: Vec<TouchedField>,
    }
}

record! {
    /// Where a field is.
    output pub struct TouchedField {
        /// As keys and indexes.
        path: Path,
    }
}

record! {
    /// One field, as a form needs to know it, in one language.
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
    /// A value to choose.
    output impl FieldOption as declared {
        value,
        label,
    }
}

record! {
    /// What another field holds.
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
    /// The state of a field, in a language.
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
    /// FormChanges, in a language.
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
    /// Why, in a language.
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

/// JSON text. JavaScript has what it says.
#[derive(Debug)]
pub struct JsonText(String);

impl BridgeType for JsonText {}

impl Write for JsonText {
    fn write(&self, output: &mut Output) {
        output.text(&self.0);
    }
}

/// A value as an input has it, which JavaScript hands back as it is.
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

/// What there may be, and JavaScript has a member for all the same.
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

    /// Any description of a field. Only the core makes some.
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
