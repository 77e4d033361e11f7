//! Forms with a card: initial values, and what they send.

use super::*;
use crate::Profile;
use crate::endpoint::UnknownKeys;
use crate::issue::Severity;

#[test]
fn a_form_begins_with_the_cards_own_values() {
    let form = of_card();
    let value = form.value();
    assert_eq!(
        value,
        concat!(
            r#"{"title":"会员卡","total_quantity":5000000,"date_information":{"type":"PERMANENT"},"#,
            r#""balance_information":{"need_balance":true,"balance_url":"https://a.example"},"#,
            r#""user_information_form":{"custom_field_list":[{"type":"RADIO","name":"城市","values":["北京","上海"]}]},"#,
            r#""code_mode":"SYSTEM_ALLOCATE"}"#
        ),
        "without what an update cannot set and what the card does not have"
    );
    assert_eq!(form.patch(), "{}");
    assert!(form.changes().is_empty());
    assert_eq!(form.validate().issues()[0].code, IssueCode::NothingToUpdate);
    check(&form);
}

#[test]
fn only_what_differs_is_sent_and_objects_as_a_whole() {
    let mut form = of_card();
    form.enter(&path("/title"), "新会员卡").unwrap();
    form.enter(&path("/balance_information/balance_url"), "https://b.example").unwrap();
    form.set(&path("/total_quantity"), "5e6").unwrap();
    let balance = r#"{"need_balance":true,"balance_url":"https://b.example"}"#;
    let patch = format!(r#"{{"title":"新会员卡","balance_information":{balance}}}"#);
    assert_eq!(form.patch(), patch);
    assert_eq!(form.body().as_deref(), Some(patch.as_str()));
    assert!(!form.dirty(&path("/total_quantity")), "the number is the same");
    assert!(
        form.dirty(&path("/balance_information")) && form.dirty(&path("/balance_information/balance_url"))
    );
    assert!(!form.dirty(&path("/balance_information/need_balance")));
    assert_eq!(
        form.changes(),
        [
            FieldChange {
                path: path("/title"),
                before: Some("\"会员卡\"".into()),
                after: Some("\"新会员卡\"".into())
            },
            FieldChange {
                path: path("/balance_information"),
                before: Some(r#"{"need_balance":true,"balance_url":"https://a.example"}"#.into()),
                after: Some(balance.into()),
            },
        ]
    );
    form.enter(&path("/title"), "会员卡").unwrap();
    assert!(!form.dirty(&path("/title")));
}

#[test]
fn a_field_that_a_rule_requires_is_sent_with_the_change() {
    let mut form = CardForm::new(validator().profile(Profile::Merchant).current_json(CARD));
    assert_eq!(form.patch(), "{}", "nothing has changed");
    form.enter(&path("/title"), "新会员卡").unwrap();
    // The merchants' page requires the mode in every update.
    assert_eq!(form.patch(), r#"{"title":"新会员卡","code_mode":"SYSTEM_ALLOCATE"}"#);
    assert!(form.validate().issues().is_empty());
    assert!(!form.dirty(&path("/code_mode")));
    check(&form);
}

#[test]
fn a_removal_is_a_change_that_cannot_be_sent() {
    let mut form = of_card();
    form.enter(&path("/title"), "").unwrap();
    assert_eq!(form.patch(), "{}");
    let [change] = &form.changes()[..] else { panic!() };
    assert_eq!((change.path.to_string().as_str(), change.is_sent()), ("/title", false));
    assert!(form.dirty(&path("/title")));

    // Inside an object, a removal can be sent, because the object is sent as a whole.
    let mut form = of_card();
    form.remove(&path("/balance_information/balance_url")).unwrap();
    assert_eq!(form.patch(), r#"{"balance_information":{"need_balance":true}}"#);
    form.remove(&path("/balance_information/need_balance")).unwrap();
    assert_eq!(form.patch(), r#"{"balance_information":{}}"#);
}

#[test]
fn an_initial_update_is_laid_over_the_card() {
    let initial = r#"{"service_phone":"0755-12345677","x":1,"balance_information":{"need_balance":true}}"#;
    let mut form = CardForm::with_initial(validator().current_json(CARD), initial).unwrap();
    assert_eq!(
        form.patch(),
        r#"{"service_phone":"0755-12345677","balance_information":{"need_balance":true},"x":1}"#
    );
    assert!(form.value().starts_with(r#"{"title":"会员卡","service_phone""#));
    check(&form);
    form.enter(&path("/title"), "a").unwrap();
    form.reset();
    assert_eq!(form.field(&path("/title")).unwrap().value.as_deref(), Some("\"会员卡\""));
    assert!(form.dirty(&path("/service_phone")), "a reset form still differs from the card");
    check(&form);
}

#[test]
fn untouched_values_of_the_card_do_not_keep_others_from_being_sent() {
    let card = r#"{"logo_url":"https://elsewhere.example/a.png","title":"a"}"#;
    let mut form = CardForm::new(validator().current_json(card));
    assert_eq!(form.issues()[0].code, IssueCode::ImageHost);
    form.enter(&path("/title"), "b").unwrap();
    assert!(form.validate().is_valid());
    check(&form);
}

#[test]
fn what_cannot_be_read_of_the_card_is_reported_and_left_out() {
    let card = r#"{"title":"a","total_quantity":"many","date_information":{"type":1}}"#;
    let form = CardForm::new(validator().current_json(card));
    assert_eq!(form.value(), r#"{"title":"a"}"#);
    assert!(form.issues().iter().all(|issue| issue.location == crate::Location::Current));
    assert_eq!(form.issues().len(), 2);
    check(&form);
    let form = CardForm::new(validator().current_json("{"));
    assert_eq!((form.value().as_str(), form.issues().len()), ("{}", 2));
    check(&form);
}

#[test]
fn without_a_card_everything_is_sent() {
    let mut form = beginning_with(r#"{"title":"a"}"#);
    assert_eq!(form.patch(), r#"{"title":"a"}"#);
    assert!(!form.dirty(&path("/title")));
    let changes = form.enter(&path("/init_level"), "b").unwrap();
    assert!(changes.fields[0].dirty);
    assert_eq!(form.body().as_deref(), Some(r#"{"title":"a","init_level":"b"}"#));
    let changes = form.reset();
    assert_eq!(pointers(&changes), ["/init_level"]);
    assert_eq!(form.value(), r#"{"title":"a"}"#);
}

#[test]
fn what_is_no_card_is_no_card_of_a_form() {
    for (state, severity) in [
        (r#"{"status":200,"data":{"title":"会员卡","code_mode":"SYSTEM_ALLOCATE"}}"#, Severity::Error),
        (r#"{"code":"PARAM_ERROR","message":"参数错误"}"#, Severity::Error),
        ("{}", Severity::Warning),
    ] {
        let form =
            CardForm::with_initial(validator().current_json(state), r#"{"title":"新会员卡"}"#).unwrap();
        assert_eq!(form.value(), form.patch(), "{state}");
        assert!(!form.dirty(&path("/title")), "{state}: there is nothing to compare it with");
        assert_eq!(form.field(&path("/code_mode")).unwrap().locked, None);
        let issues = form.issues();
        assert_eq!((issues[0].code, issues[0].severity), (IssueCode::CurrentNotCard, severity));
        assert_eq!(form.validate().is_valid(), severity == Severity::Warning);
        check(&form);
    }
}

#[test]
fn unknown_keys_are_dropped_from_the_body_of_a_form() {
    let initial = r#"{"title":"会员卡","remark":["x"]}"#;
    let mut form = CardForm::with_initial(validator().unknown_keys(UnknownKeys::Drop), initial).unwrap();
    assert_eq!(form.body().as_deref(), Some(r#"{"title":"会员卡"}"#));
    let changes = set(&mut form, &path("/remark/0"), "\u{1}Map").unwrap();
    assert_eq!((changes.appeared, changes.gone), (Vec::new(), Vec::new()), "nothing of it is sent");
    assert_eq!(form.body().as_deref(), Some(r#"{"title":"会员卡"}"#));
    check(&form);
    let changes = form.remove(&path("/title")).unwrap();
    assert_eq!(changes.appeared[0].code, IssueCode::NoKnownField);
    check(&form);
}
