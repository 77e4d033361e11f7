//! Required, relevant, locked.

use super::*;
use crate::endpoints::membercard_open::CARD_UPDATE;
use crate::schema::{Action, Field};

#[test]
fn fields_that_an_object_expects_are_required_in_it() {
    let listed = |field: &&Field| field.mark(Action::Update).is_listed();
    for field in CARD_UPDATE.fields.iter().filter(listed) {
        let Kind::Object(object) = &field.kind else { continue };
        for inner in object.fields {
            let mut form = empty();
            form.set(&Path::root().key(field.name), "{}").unwrap();
            let required = form.field(&Path::root().key(field.name).key(inner.name)).unwrap().required;
            assert_eq!(
                required,
                inner.mark(Action::Update).missing().is_some(),
                "{}.{}",
                field.name,
                inner.name
            );
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
        assert!(!form.validate().is_valid());
    }
}

#[test]
fn what_is_required_follows_the_other_fields_and_the_card() {
    let required = |form: &CardForm, pointer| form.field(&path(pointer)).unwrap().required;
    let level = "/init_level";
    let [balance_path, balance_appid] =
        ["/balance_information/balance_path", "/balance_information/balance_appid"];
    assert!(required(&beginning_with(r#"{"need_display_level":true}"#), level));
    assert!(!required(&beginning_with(r#"{"need_display_level":false}"#), level));
    assert!(!required(&beginning_with(r#"{"need_display_level":"true "}"#), level));
    assert!(!required(&empty(), level));

    let form = beginning_with(r#"{"balance_information":{"balance_appid":"wxea9c30890f48d5ae"}}"#);
    assert!(required(&form, balance_path) && !required(&form, balance_appid));
    let form = beginning_with(r#"{"balance_information":{"balance_path":"pages/a"}}"#);
    assert!(!required(&form, balance_path) && required(&form, balance_appid));

    let update = r#"{"need_display_level":true,"balance_information":{"balance_path":"pages/a"}}"#;
    let card = r#"{"init_level":"白银","balance_information":{"balance_appid":"wxea9c30890f48d5ae"}}"#;
    let form = CardForm::with_initial(validator().current_json(card), update).unwrap();
    assert!(!required(&form, level), "the card keeps its level");
    assert!(required(&form, balance_appid), "the card meets only what an official page requires");
}
