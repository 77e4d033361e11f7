//! Checks that a form shows every field.

use crate::schema::{Body, Field, Object, Section, is_same};

/// Fails at compile time if a form would omit a field.
pub(super) const fn assert_complete(sections: &[&Section], body: &Body) {
    let mut row = 0;
    while row < body.object().fields.len() {
        let field = &body.object().fields[row];
        assert!(
            !field.mark(body.action).is_listed() || is_in_one_of(field, sections),
            "a row of the body names no section of this form: write `name in SECTION: [Rust type] = …`"
        );
        assert!(
            has_position(field, body.object()),
            "a row stands `after` a field that is not in its section, or after itself"
        );
        row += 1;
    }
}

const fn is_in_one_of(field: &Field, sections: &[&Section]) -> bool {
    let mut at = 0;
    while at < sections.len() {
        if is_in(field, sections[at]) {
            return true;
        }
        at += 1;
    }
    false
}

const fn is_in(field: &Field, section: &Section) -> bool {
    match field.section() {
        Some(own) => is_same(own.name, section.name),
        None => false,
    }
}

/// Whether following `after` from a field ends at a field of its section.
const fn has_position(field: &Field, object: &Object) -> bool {
    let Some(section) = field.section() else { return true };
    let mut field = field;
    let mut steps = 0;
    while let Some(before) = field.preceding_field() {
        let Some(row) = object.row(before) else { return false };
        field = &object.fields[row];
        steps += 1;
        if steps > object.fields.len() || !is_in(field, section) {
            return false;
        }
    }
    true
}
