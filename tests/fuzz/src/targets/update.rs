//! Updates near the schema, beside card states near the schema.

use arbitrary::Unstructured;

use crate::options::validator;
use crate::{payload, promises};

/// Validates a made-up update against a made-up card.
pub fn run(data: &[u8]) {
    let mut source = Unstructured::new(data);
    let Ok(bits) = source.arbitrary::<u8>() else { return };
    let Ok(update) = payload::update(&mut source) else { return };
    let card = if bits & 0x20 != 0 { payload::update(&mut source).ok() } else { None };
    let validator = validator(bits, card.as_deref());
    let report = validator.validate_json(update.as_bytes());
    promises::check(&validator, update.as_bytes(), &report);
    check_typed(&validator, &report);
    check_host_notation(&validator, &update, &report);
}

/// The typed update is as valid as its text.
fn check_typed(validator: &wechatpay_membercard::Validator, report: &wechatpay_membercard::Report) {
    if let Some(value) = report.value::<wechatpay_membercard::membercard_open::CardUpdate>() {
        let typed = validator.validate(&value);
        assert_eq!(typed.value(), Some(value));
    }
}

/// JSON is host notation, too.
fn check_host_notation(
    validator: &wechatpay_membercard::Validator,
    update: &str,
    report: &wechatpay_membercard::Report,
) {
    assert_eq!(&validator.validate_host(update), report);
}
