//! Setting, removing and moving values, and the resulting changes.

use super::*;

const QUESTIONS: &str = "/user_information_form/custom_field_list";

fn with_questions() -> CardForm {
    beginning_with(
        r#"{"user_information_form": {"custom_field_list": [{"name": "a"}, {"name": "b"}, {"name": "c"}]}}"#,
    )
}

#[test]
fn a_keystroke_returns_its_changes() {
    let mut form = empty();
    let title = path("/title");
    let changes = form.enter(&title, "一二三四五六七八九十1").unwrap();
    assert_eq!(codes(&changes.appeared), [("too_long", "/title".into())]);
    assert_eq!(codes(&changes.gone), [("nothing_to_update", "".into())]);
    let [state] = &changes.fields[..] else { panic!("{changes:?}") };
    assert_eq!((state.count, state.limit, state.remaining), (Some(11), Some(10), Some(-1)));
    assert_eq!(state.value.as_deref(), Some("\"一二三四五六七八九十1\""));
    assert_eq!(codes(&state.issues), codes(&changes.appeared));

    let changes = form.enter(&title, "一二三四五六七八九十12").unwrap();
    assert_eq!(codes(&changes.changed), [("too_long", "/title".into())]);
    assert!(changes.appeared.is_empty() && changes.gone.is_empty());
    assert_eq!(changes.changed[0].params.get("actual").unwrap().display(""), "12");

    assert!(form.enter(&title, "一二三四五六七八九十12").unwrap().is_empty());
    let changes = form.enter(&title, "").unwrap();
    assert_eq!(codes(&changes.gone), [("too_long", "/title".into())]);
    assert_eq!(changes.fields[0].value, None);
    assert_eq!(changes.fields[0].remaining, Some(10));
    check(&form);
}

#[test]
fn code_points_count_and_graphemes_are_reported() {
    let mut form = empty();
    form.enter(&path("/title"), "e\u{301}\u{200d}会").unwrap();
    let state = form.field(&path("/title")).unwrap();
    assert_eq!((state.count, state.graphemes, state.unit), (Some(4), Some(2), Some(Unit::Character)));
    form.set(&path("/title"), "5").unwrap();
    let state = form.field(&path("/title")).unwrap();
    assert_eq!((state.count, state.graphemes, state.remaining, state.limit), (None, None, None, Some(10)));
    assert_eq!(state.issues[0].code, IssueCode::WrongType);
}

#[test]
fn objects_are_made_and_removed_with_their_fields() {
    let mut form = empty();
    let changes = form.enter(&path("/balance_information/balance_url"), "https://a.example").unwrap();
    assert_eq!(pointers(&changes), ["/balance_information", "/balance_information/balance_url"]);
    assert_eq!(form.value(), r#"{"balance_information":{"balance_url":"https://a.example"}}"#);
    form.enter(&path("/balance_information/balance_url"), "").unwrap();
    assert_eq!(form.value(), "{}");

    let mut form = beginning_with(r#"{"balance_information":{"balance_url":"https://a.example"}}"#);
    form.enter(&path("/balance_information/balance_url"), "").unwrap();
    assert_eq!(form.value(), r#"{"balance_information":{}}"#, "the form began with the object");
    check(&form);
}

#[test]
fn lists_are_made_and_removed_with_their_items() {
    let mut form = empty();
    form.enter(&path("/user_information_form/custom_field_list/0/values/0"), "篮球").unwrap();
    assert_eq!(form.value(), r#"{"user_information_form":{"custom_field_list":[{"values":["篮球"]}]}}"#);
    form.remove(&path("/user_information_form/custom_field_list/0/values/0")).unwrap();
    assert_eq!(form.value(), r#"{"user_information_form":{"custom_field_list":[{}]}}"#, "an item stays");
    form.remove(&path("/user_information_form/custom_field_list/0")).unwrap();
    assert_eq!(form.value(), "{}");
    check(&form);
}

#[test]
fn new_fields_stand_in_the_order_of_the_table() {
    let mut form = beginning_with(r#"{"code_type": "QRCODE", "unknown": 1}"#);
    form.enter(&path("/title"), "a").unwrap();
    form.enter(&path("/appid"), "b").unwrap();
    form.enter(&path("/need_dynamic_code"), "on").unwrap();
    assert_eq!(
        form.value(),
        r#"{"appid":"b","title":"a","need_dynamic_code":true,"code_type":"QRCODE","unknown":1}"#
    );
    check(&form);
}

#[test]
fn an_index_equal_to_the_length_appends() {
    let mut form = empty();
    let list = path("/user_information_form/common_field_list");
    form.set(&list.clone().index(0), r#""USER_FORM_FLAG_SEX""#).unwrap();
    let changes = form.set(&list.clone().index(1), r#""USER_FORM_FLAG_SEX""#).unwrap();
    assert_eq!(
        codes(&changes.appeared),
        [("duplicate_item", "/user_information_form/common_field_list/1".into())]
    );
    let state = form.field(&list).unwrap();
    assert_eq!((state.count, state.unit, state.limit), (Some(2), Some(Unit::Item), None));
    let error = form.set(&list.clone().index(3), "1").unwrap_err();
    assert_eq!(error, FormError::OutOfRange { path: list.index(3), length: 2 });
    check(&form);
}

#[test]
fn items_are_inserted_moved_and_removed() {
    let mut form = with_questions();
    let list = path(QUESTIONS);
    let order = |form: &CardForm| -> Vec<String> {
        let names = (0..).map_while(|index| form.field(&path(QUESTIONS).index(index).key("name")).ok());
        names.map(|state| state.value.unwrap_or_default()).collect()
    };
    form.touch(&list.clone().index(1).key("name")).unwrap();

    form.insert(&list, 1, r#"{"name":"d"}"#).unwrap();
    assert_eq!(order(&form), ["\"a\"", "\"d\"", "\"b\"", "\"c\""]);
    assert!(form.touched(&list.clone().index(2).key("name")));
    form.move_item(&list, 2, 0).unwrap();
    assert_eq!(order(&form), ["\"b\"", "\"a\"", "\"d\"", "\"c\""]);
    assert!(form.touched(&list.clone().index(0).key("name")));
    let changes = form.move_item(&list, 0, 3).unwrap();
    assert_eq!(order(&form), ["\"a\"", "\"d\"", "\"c\"", "\"b\""]);
    let last = changes.fields.iter().find(|state| state.pointer() == format!("{QUESTIONS}/3/name")).unwrap();
    assert!(last.touched);
    form.remove(&list.clone().index(1)).unwrap();
    assert_eq!(order(&form), ["\"a\"", "\"c\"", "\"b\""]);
    assert!(form.touched(&list.clone().index(2).key("name")));
    form.remove(&list.clone().index(2)).unwrap();
    assert!(!form.touched(&list.clone().index(2).key("name")));
    check(&form);
}

#[test]
fn issues_of_items_move_with_them() {
    let mut form = beginning_with(
        r#"{"user_information_form": {"custom_field_list": [{"name": "a"}, {"type": "SELECT"}]}}"#,
    );
    let changes = form.move_item(&path(QUESTIONS), 1, 0).unwrap();
    assert_eq!(codes(&changes.gone), [("values_missing", format!("{QUESTIONS}/1/values"))]);
    assert_eq!(codes(&changes.appeared), [("values_missing", format!("{QUESTIONS}/0/values"))]);
    check(&form);
}

#[test]
fn other_fields_change_with_the_one_that_decides() {
    let mut form = empty();
    let changes = form.enter(&path("/date_information/type"), "FIX_TERM").unwrap();
    let state = |changes: &FormChanges, pointer: &str| {
        changes.fields.iter().find(|state| state.pointer() == pointer).cloned()
    };
    let days = state(&changes, "/date_information/available_day_after_receive").unwrap();
    assert!(days.required && days.relevant);
    let begin = state(&changes, "/date_information/available_begin_time").unwrap();
    assert!(!begin.required && !begin.relevant);

    let changes = form.enter(&path("/date_information/type"), "FIX_TIME_RANGE").unwrap();
    assert!(state(&changes, "/date_information/available_begin_time").unwrap().required);
    assert!(!state(&changes, "/date_information/wait_days_after_receive").unwrap().relevant);

    let mut form = with_questions();
    let changes = form.enter(&path(QUESTIONS).index(1).key("type"), "TEXT").unwrap();
    assert!(!state(&changes, &format!("{QUESTIONS}/1/values")).unwrap().relevant);
    assert_eq!(state(&changes, &format!("{QUESTIONS}/0/values")), None);
}

#[test]
fn setting_a_field_that_appears_twice_leaves_one() {
    let mut form =
        beginning_with(r#"{"title":"a","code_type":"QRCODE","title":"b","date_information":{},"title":"c"}"#);
    check(&form);
    let changes = form.enter(&path("/title"), "d").unwrap();
    assert_eq!(codes(&changes.gone), vec![("duplicate_key", "/title".to_owned()); 2]);
    assert_eq!(form.value(), r#"{"title":"d","code_type":"QRCODE","date_information":{}}"#);
    check(&form);

    let mut form = beginning_with(r#"{"title":"a","title":"b"}"#);
    form.remove(&path("/title")).unwrap();
    assert_eq!(form.value(), "{}");
    check(&form);
}

#[test]
fn null_makes_room_for_an_object() {
    let mut form = beginning_with(r#"{"date_information":null}"#);
    form.enter(&path("/date_information/type"), "PERMANENT").unwrap();
    assert_eq!(form.value(), r#"{"date_information":{"type":"PERMANENT"}}"#);
    check(&form);
}

#[test]
fn the_whole_payload_can_be_replaced() {
    let mut form = beginning_with(r#"{"title":"a"}"#);
    let changes = form.set(&Path::root(), r#"{"code_type":"QR_CODE"}"#).unwrap();
    assert_eq!(pointers(&changes), ["/code_type", "/title"]);
    check(&form);
    form.set(&Path::root(), "[1]").unwrap();
    check(&form);
    assert!(form.validate().issues().iter().any(|issue| issue.code == IssueCode::WrongType));
    let error = form.enter(&path("/title"), "a").unwrap_err();
    assert_eq!(error, FormError::NotContainer { path: Path::root(), actual: "array" });
    form.remove(&Path::root()).unwrap();
    assert_eq!(form.value(), "{}");
    check(&form);
}

#[test]
fn undefined_and_blank_texts_remove() {
    let mut form = beginning_with(r#"{"title":"a","init_level":"b"}"#);
    set(&mut form, &path("/title"), "\u{1}undefined").unwrap();
    form.set(&path("/init_level"), " \n").unwrap();
    assert_eq!(form.value(), "{}");
    assert!(form.remove(&path("/title")).unwrap().is_empty());
}

#[test]
fn touched_is_the_callers_to_say() {
    let mut form = empty();
    form.enter(&path("/title"), "a").unwrap();
    assert!(!form.field(&path("/title")).unwrap().touched);
    form.touch(&path("/title")).unwrap();
    assert!(form.field(&path("/title")).unwrap().touched);
    form.reset();
    assert!(!form.touched(&path("/title")));
}
