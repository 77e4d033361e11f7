//! Form sessions: an initial value and a sequence of edits. After each edit, the form's issues equal the validator's.

use arbitrary::{Result, Unstructured};
use wechatpay_membercard::membercard_open::CARD_UPDATE;
use wechatpay_membercard::schema::Kind;
use wechatpay_membercard::{CardForm, FormError, Path, TextBuffer, Validator, coerce};

use crate::options::validator;
use crate::payload;

const MAX_EDITS: usize = 24;

/// Edits a form.
pub fn run(data: &[u8]) {
    let _ = session(&mut Unstructured::new(data));
}

fn session(source: &mut Unstructured<'_>) -> Result<()> {
    let bits: u8 = source.arbitrary()?;
    let card = if bits & 0x20 != 0 { Some(payload::update(source)?) } else { None };
    let validator = validator(bits, card.as_deref());
    let mut form = CardForm::new(validator.clone());
    if bits & 0x40 != 0 {
        let initial = payload::value(source, None)?;
        match CardForm::with_initial(validator.clone(), &initial) {
            Ok(with_initial) => form = with_initial,
            Err(error) => check_error(&error),
        }
    }
    let start = form.value();
    check(&form, &validator);
    for _ in 0..MAX_EDITS {
        if source.is_empty() {
            break;
        }
        edit(source, &mut form)?;
        check(&form, &validator);
    }
    form.reset();
    assert_eq!(form.value(), start);
    check(&form, &validator);
    Ok(())
}

fn edit(source: &mut Unstructured<'_>, form: &mut CardForm) -> Result<()> {
    let (path, kind) = path(source)?;
    let before = form.value();
    let outcome = match source.int_in_range(0..=7)? {
        0..=2 => form.set(&path, &payload::value(source, kind)?),
        3 => {
            let text: &str = source.arbitrary()?;
            // Typed text is always readable.
            assert!(coerce(&path, text).is_none_or(|value| !value.is_empty()));
            form.enter(&path, text)
        }
        4 => form.remove(&path),
        5 => form.insert(&path, source.int_in_range(0..=4)?, &payload::value(source, None)?),
        6 => form.move_item(&path, source.int_in_range(0..=4)?, source.int_in_range(0..=4)?),
        _ => form.touch(&path).map(|()| Default::default()),
    };
    match outcome {
        Ok(changes) => {
            for state in &changes.fields {
                assert_eq!(Some(state), form.field(&state.path).ok().as_ref());
            }
        }
        Err(error) => {
            check_error(&error);
            assert_eq!(form.value(), before, "an edit that failed changed something");
        }
    }
    if let Ok(state) = form.field(&path) {
        assert_eq!(state.touched, form.touched(&path));
        assert_eq!(state.dirty, form.dirty(&path));
    }
    Ok(())
}

/// A path in the table, possibly into a list, possibly invalid.
fn path(source: &mut Unstructured<'_>) -> Result<(Path, Option<&'static Kind>)> {
    let mut path = Path::root();
    let mut object = &CARD_UPDATE;
    let mut kind = None;
    for _ in 0..source.int_in_range(0..=3)? {
        let field = source.choose(object.fields)?;
        path = path.key(field.name);
        kind = Some(&field.kind);
        if let Kind::List(list) = &field.kind
            && source.ratio(3, 4)?
        {
            path = path.index(source.int_in_range(0..=3)?);
            kind = Some(list.item);
        }
        match kind {
            Some(Kind::Object(inner)) => object = inner,
            _ => break,
        }
    }
    if source.ratio(1, 24)? {
        let astray = ["__proto__", "", "0", "nothing", "a/b~c"];
        path = path.key(*source.choose(&astray)?);
        kind = None;
    }
    Ok((path, kind))
}

/// The form's issues equal the validator's for its value.
fn check(form: &CardForm, validator: &Validator) {
    let written = form.written_value();
    let report = validator.validate_value(written.read(&mut TextBuffer::new()));
    let told = form.issues();
    assert_eq!(told, report.issues(), "{}", form.value());
    assert_eq!(form.validate().body(), validator.validate_json(form.patch().as_bytes()).body());
}

fn check_error(error: &FormError) {
    assert!(!error.to_string().is_empty());
}
