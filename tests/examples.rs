//! Runs the examples of the crate.

#[path = "../examples/form.rs"]
mod form;
#[path = "../examples/sign.rs"]
mod sign;
#[path = "../examples/validate.rs"]
mod validate;

#[test]
fn a_form_is_edited() {
    form::main().unwrap();
}

#[test]
fn a_request_is_signed() {
    sign::main().unwrap();
}

#[test]
fn an_update_is_validated() {
    validate::main().unwrap();
}
