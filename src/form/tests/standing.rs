//! Required, relevant, locked.

use super::*;
use crate::rules::{ANY, RELEVANCE, REQUIREMENTS};
use crate::schema::CARD_UPDATE;

/// The type that the table gives a place.
fn kind(place: &[&'static str]) -> Option<&'static Kind> {
    place.iter().try_fold(&UPDATE, |kind, key| {
        kind.inside(&if *key == ANY { Segment::Index(0) } else { Segment::Key((*key).into()) })
    })
}

#[test]
fn rows_name_fields_of_the_table() {
    for row in RELEVANCE {
        assert!(kind(&row.field).is_some() && kind(&row.by).is_some(), "{:?}", row.field);
    }
    for row in REQUIREMENTS {
        assert!(kind(&row.field).is_some() && row.when.reads().is_none_or(|by| kind(&by).is_some()));
    }
}

#[test]
fn fields_that_an_object_expects_are_required_in_it() {
    for field in CARD_UPDATE.fields {
        let Kind::Object(object) = &field.kind else { continue };
        for inner in object.fields {
            let mut form = empty();
            form.set(&Path::root().key(field.name), "{}").unwrap();
            let required = form.field(&Path::root().key(field.name).key(inner.name)).unwrap().required;
            assert_eq!(required, inner.expected, "{}.{}", field.name, inner.name);
        }
    }
}

#[test]
fn what_other_fields_decide_may_be_hidden() {
    let relevant = |form: &CardForm, pointer: &str| form.field(&path(pointer)).unwrap().relevant;
    for (decides, value, field, is_relevant) in [
        ("/date_information/type", "FIX_TIME_RANGE", "/date_information/available_begin_time", true),
        ("/date_information/type", "FIX_TERM", "/date_information/available_begin_time", false),
        ("/date_information/type", "PERMANENT", "/date_information/available_day_after_receive", false),
        ("/date_information/type", "NOT_KNOWN", "/date_information/available_day_after_receive", true),
        ("/code_mode", "REAL_TIME", "/total_quantity", false),
        ("/code_mode", "SYSTEM_ALLOCATE", "/total_quantity", true),
        ("/need_display_level", "false", "/init_level", false),
        ("/need_display_level", "perhaps", "/init_level", true),
        ("/balance_information/need_balance", "off", "/balance_information/balance_url", false),
        ("/balance_information/need_balance", "on", "/balance_information/balance_url", true),
    ] {
        let mut form = empty();
        assert!(relevant(&form, field), "nothing is decided yet");
        form.enter(&path(decides), value).unwrap();
        assert_eq!(relevant(&form, field), is_relevant, "{field} with {value}");
    }
    let mut form = of_card();
    assert!(!relevant(&form, "/date_information/available_end_time"));
    form.remove(&path("/date_information/type")).unwrap();
    assert!(!relevant(&form, "/date_information/available_end_time"), "the card decides");
}

#[test]
fn locks_say_why() {
    let form = of_card();
    for pointer in ["/code_mode", "/balance_information/need_balance", "/date_information/available_end_time"]
    {
        let lock = form.field(&path(pointer)).unwrap().locked.unwrap();
        assert!(!lock.reason.zh.is_empty() && !lock.reason.en.is_empty());
    }
    for pointer in ["/title", "/date_information/type", "/balance_information"] {
        assert_eq!(form.field(&path(pointer)).unwrap().locked, None);
    }
    let form = CardForm::new(validator().current_json(
        r#"{"code_mode":"REAL_TIME","balance_information":{"need_balance":false},"date_information":{"type":"FIX_TERM"}}"#,
    ));
    for pointer in ["/code_mode", "/balance_information/need_balance", "/date_information/available_end_time"]
    {
        assert_eq!(form.field(&path(pointer)).unwrap().locked, None, "{pointer}");
    }
    assert_eq!(empty().field(&path("/code_mode")).unwrap().locked, None);
}

#[test]
fn a_change_of_a_locked_field_raises_the_issue_of_the_lock() {
    for (pointer, value) in [
        ("/code_mode", "REAL_TIME"),
        ("/code_mode", "MERCHANT_DEPOSIT"),
        ("/balance_information/need_balance", "false"),
        ("/date_information/available_end_time", "2030-05-20T13:29:35+08:00"),
    ] {
        let mut form = of_card();
        form.enter(&path(pointer), value).unwrap();
        let state = form.field(&path(pointer)).unwrap();
        let lock = state.locked.unwrap();
        assert!(state.issues.iter().any(|issue| issue.code == lock.code && issue.is_error()), "{pointer}");
        assert!(!form.report().is_valid());
    }
}
