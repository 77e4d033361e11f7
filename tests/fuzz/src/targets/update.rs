//! Updates close to the schema, with card states close to the schema.

use arbitrary::Unstructured;
use wechatpay_membercard::{CardForm, TextBuffer, Validator};

use crate::options::validator;
use crate::{payload, promises};

/// Validates a generated update against a generated card.
pub fn run(data: &[u8]) {
    let mut source = Unstructured::new(data);
    let Ok(bits) = source.arbitrary::<u8>() else { return };
    let Ok(update) = payload::update(&mut source) else { return };
    let card = if bits & 0x20 != 0 { payload::update(&mut source).ok() } else { None };
    let validator = validator(bits, card.as_deref());
    let report = validator.validate_json(update.as_bytes());
    promises::check(&validator, update.as_bytes(), &report);
    check_typed(&validator, &report);
    check_value(&validator, &update, &report);
}

/// The typed update is valid if its text is.
fn check_typed(validator: &wechatpay_membercard::Validator, report: &wechatpay_membercard::Report) {
    if let Some(value) = report.value::<wechatpay_membercard::membercard_open::CardUpdate>() {
        let typed = validator.validate(&value);
        assert_eq!(typed.value(), Some(value));
    }
}

/// The update as an encoded value gives the same result.
fn check_value(
    validator: &wechatpay_membercard::Validator,
    update: &str,
    report: &wechatpay_membercard::Report,
) {
    let Ok(form) = CardForm::with_initial(Validator::new(), update) else { return };
    let written = form.written_value();
    assert_eq!(&validator.validate_value(written.read(&mut TextBuffer::new())), report);
}
