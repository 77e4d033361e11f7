//! Invalid paths and values.

use super::*;
use crate::json::{MAX_DEPTH, MAX_PATH_BYTES};
use crate::text::locale::Locale;

/// Asserts that an error names the path and that nothing has changed.
fn refuses(
    form: &mut CardForm,
    at: &Path,
    edit: impl FnOnce(&mut CardForm) -> Result<FormChanges, FormError>,
) {
    let before = form.value();
    let error = edit(form).unwrap_err();
    assert_eq!(error.path(), at);
    assert!(at.segments().is_empty() || error.to_string().contains(&at.to_string()), "{error}");
    assert_eq!(form.value(), before);
    check(form);
}

#[test]
fn paths_that_lead_nowhere_are_errors() {
    let mut form = of_card();
    for pointer in [
        "/nothing",
        "/__proto__",
        "/constructor/prototype",
        "/title/0",
        "/title/a",
        "/0",
        "/date_information/0",
        "/date_information/__proto__/type",
        "/user_information_form/custom_field_list/name",
        "/user_information_form/custom_field_list/*/name",
        "/user_information_form/custom_field_list/0/nothing",
        "/user_information_form/custom_field_list/7/name",
        "/user_information_form/custom_field_list/18446744073709551615",
        "/user_information_form/common_field_list/1",
        "/user_information_form/common_field_list/0/0",
        "/a~1b~0c",
        "/",
    ] {
        let at = path(pointer);
        refuses(&mut form, &at, |form| form.set(&at, "1"));
        refuses(&mut form, &at, |form| form.remove(&at));
        assert!(form.field(&at).is_err() && form.touch(&at).is_err(), "{pointer}");
        assert!(!form.touched(&at) && !form.dirty(&at));
        assert!(form.move_item(&at, 0, 0).is_err() && form.insert(&at, 0, "1").is_err(), "{pointer}");
    }
    let deep = Path::from(vec![Segment::Key("date_information".into()); 10_000]);
    refuses(&mut form, &deep, |form| form.set(&deep, "1"));
}

#[test]
fn a_field_of_another_api_is_recognized() {
    for (pointer, message) in [
        ("/card_title", "\"/card_title\" is not a field of this API, but of card-member"),
        (
            "/valid_date_information/type",
            "\"/valid_date_information/type\" is not a field of this API, but of card-member: did you mean \"/date_information/type\"?",
        ),
        (
            "/balance_information/jump_path",
            "\"/balance_information/jump_path\" is not a field of this API, but of card-member",
        ),
        (
            "/member_card/base_info",
            "\"/member_card/base_info\" is not a field of this API, but of api.weixin.qq.com/card",
        ),
    ] {
        let error = of_card().set(&path(pointer), "1").unwrap_err();
        assert_eq!(error.message(Locale::En), message);
    }
    let error = of_card().set(&path("/card_title"), "1").unwrap_err();
    assert_eq!(error.message(Locale::Zh), "\"/card_title\" 不是本接口的字段，而是接口 card-member 的字段");
}

#[test]
fn only_lists_have_items() {
    let mut form = of_card();
    let list = path("/user_information_form/custom_field_list");
    for index in [2, usize::MAX] {
        refuses(&mut form, &list.clone().index(index), |form| form.insert(&list, index, "{}"));
        refuses(&mut form, &list.clone().index(index), |form| form.move_item(&list, 0, index));
        refuses(&mut form, &list.clone().index(index), |form| form.move_item(&list, index, 0));
    }
    let title = path("/title");
    refuses(&mut form, &title, |form| form.insert(&title, 0, "1"));
    refuses(&mut form, &title, |form| form.move_item(&title, 0, 0));
    let absent = path("/user_information_form/common_field_list");
    refuses(&mut form, &absent.clone().index(0), |form| form.move_item(&absent, 0, 0));
    form.set(&list, "\"text\"").unwrap();
    refuses(&mut form, &list, |form| form.insert(&list, 0, "{}"));
    refuses(&mut form, &list, |form| form.set(&path("/user_information_form/custom_field_list/0"), "{}"));
}

#[test]
fn values_that_cannot_be_read_are_errors() {
    let mut form = of_card();
    let title = path("/title");
    for text in ["{", "'a'", "1 2", "\u{1}", "nul", "\"\n\"", "[1,]"] {
        refuses(&mut form, &title, |form| form.set(&title, text));
    }
    let list = path("/user_information_form/custom_field_list");
    refuses(&mut form, &list.clone().index(0), |form| form.insert(&list, 0, ""));
    assert!(CardForm::with_initial(validator(), "").is_err());
    let error = form.set(&path("/date_information/type"), "]").unwrap_err();
    let FormError::Unreadable { issue, .. } = error else { panic!("{error}") };
    assert_eq!((issue.code, issue.pointer()), (IssueCode::JsonMissingValue, "/date_information/type".into()));
}

#[test]
fn depth_and_size_end_where_the_validators_do() {
    let mut form = empty();
    let values = path("/user_information_form/custom_field_list/0/values");
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let free = MAX_DEPTH - values.segments().len();
    refuses(&mut form, &values, |form| form.set(&values, &nested(free + 1)));
    form.set(&values, &nested(free)).unwrap();
    check(&form);
    refuses(&mut form, &values, |form| form.set(&values, &nested(100_000)));

    let mut form = empty();
    let title = path("/title");
    let around = r#"{"title":""}"#.len();
    refuses(&mut form, &title, |form| form.enter(&title, &"a".repeat(MAX_BYTES - around + 1)));
    form.enter(&title, &"a".repeat(MAX_BYTES - around)).unwrap();
    check(&form);
    let level = path("/init_level");
    refuses(&mut form, &level, |form| form.enter(&level, "b"));
    form.enter(&title, "").unwrap();
    form.enter(&level, "b").unwrap();
    check(&form);

    let large = format!(r#"{{"title":"{}"}}"#, "a".repeat(MAX_BYTES / 2));
    let other = format!(r#"{{"description":"{}"}}"#, "a".repeat(MAX_BYTES / 2));
    let error = CardForm::with_initial(validator().current_json(large), &other).unwrap_err();
    assert!(matches!(error, FormError::Unreadable { issue, .. } if issue.code == IssueCode::JsonTooLarge));
}

#[test]
fn keys_on_the_way_to_a_value_count() {
    let key = "k".repeat(MAX_PATH_BYTES - 1);
    let mut form = beginning_with(&format!(r#"{{"x":{{"{key}":{{}}}}}}"#));
    let inside = Path::root().key("x").key(key);
    form.set(&inside, r#"{"":1}"#).unwrap();
    check(&form);
    for (json, value) in [(r#"{"y":1}"#, written(r#"{"y":1}"#)), (r#"[{"y":1}]"#, written(r#"[{"y":1}]"#))] {
        refuses(&mut form, &inside, |form| form.set(&inside, json));
        refuses(&mut form, &inside, |form| form.set_value(&inside, value.read(&mut TextBuffer::new())));
    }
    check(&form);
}

#[test]
fn values_that_json_has_no_word_for_are_kept() {
    let initial = written(r#"{"title":"\u0001NaN","code_mode":["\u0001undefined",{"a":"\u0001function"}]}"#);
    let mut form = CardForm::with_initial_value(validator(), initial.read(&mut TextBuffer::new())).unwrap();
    assert_eq!(form.value(), r#"{"title":null,"code_mode":[null,{"a":null}]}"#);
    assert_eq!(form.written_value(), initial);
    check(&form);
    // They differ, though JSON represents neither.
    let title = path("/title");
    assert!(!form.dirty(&title));
    set(&mut form, &title, "\u{1}Infinity").unwrap();
    assert!(form.dirty(&title));
    check(&form);
    let circular = written(r#""\u0001!circular""#);
    let form = CardForm::with_initial_value(validator(), circular.read(&mut TextBuffer::new())).unwrap();
    assert_eq!(form.written_value(), circular);
    check(&form);
}

#[test]
fn nothing_of_a_strange_value_is_lost() {
    for text in [
        r#"{"title":"\ud83d","\udc00":1,"\udc00":2}"#,
        r#"{"__proto__":{"a":1},"constructor":null,"title":null,"a":{"b":[{"c":1.50}]}}"#,
        r#"{"date_information":[],"total_quantity":1e400,"code_mode":{"type":[]},"":{"":""}}"#,
        "null",
        "[[[[]]]]",
    ] {
        let mut form = beginning_with(text);
        assert_eq!(form.value(), text);
        check(&form);
        form.reset();
        assert_eq!(form.value(), text);
        check(&form);
    }
}

#[test]
fn unknown_values_that_are_there_can_be_edited() {
    let mut form = beginning_with(r#"{"__proto__":{"a":1},"x":{"y":[1,2]}}"#);
    form.remove(&path("/__proto__")).unwrap();
    form.move_item(&path("/x/y"), 0, 1).unwrap();
    form.set(&path("/x/y/0"), "\"z\"").unwrap();
    refuses(&mut form, &path("/x/y/2"), |form| form.set(&path("/x/y/2"), "1"));
    refuses(&mut form, &path("/x/z"), |form| form.set(&path("/x/z"), "1"));
    form.insert(&path("/x/y"), 1, "3").unwrap();
    assert_eq!(form.value(), r#"{"x":{"y":["z",3,1]}}"#);
    check(&form);
}

#[test]
fn long_lists_and_objects_are_edited_in_linear_time() {
    let items = 20_000;
    let mut form = empty();
    let list = path("/user_information_form/common_field_list");
    let changes = form.set(&list, &format!("[{}]", vec!["[]"; items].join(","))).unwrap();
    assert_eq!((changes.fields.len(), changes.truncated), (MAX_LISTED_FIELDS, true));
    form.move_item(&list, 0, items - 1).unwrap();
    form.remove(&list.index(items - 1)).unwrap();
    check(&form);

    let members: Vec<_> = (0..items).map(|key| format!("\"{key}\":{{}}")).collect();
    let mut form = empty();
    form.set(&Path::root(), &format!("{{{}}}", members.join(","))).unwrap();
    form.enter(&path("/title"), "a").unwrap();
    assert_eq!(form.changes().len(), items + 1);
    check(&form);
}

#[test]
fn huge_pasted_values_list_the_first_fields() {
    let mut form = empty();
    let list = path("/user_information_form/common_field_list");
    let ones = |count: usize| format!("[{}]", vec!["1"; count].join(","));
    let around = 2;
    let changes = form.set(&list, &ones(MAX_LISTED_FIELDS - around)).unwrap();
    assert_eq!((changes.fields.len(), changes.truncated), (MAX_LISTED_FIELDS, false));
    let changes = form.set(&list, &ones(120_000)).unwrap();
    assert_eq!((changes.fields.len(), changes.truncated), (MAX_LISTED_FIELDS, true));
    assert_eq!(changes.fields[1].count, Some(120_000));
    // Issues up to the limit appear, and `TooManyIssues`.
    assert_eq!(changes.appeared.len(), MAX_LISTED_ISSUES - (MAX_LISTED_FIELDS - around) + 1);
    assert_eq!(changes.appeared.last().unwrap().code, IssueCode::TooManyIssues);
    assert!(form.set(&list, &ones(120_000)).unwrap().is_empty());
    let changes = form.enter(&path("/title"), "会").unwrap();
    assert_eq!((pointers(&changes), changes.truncated), (vec!["/title".to_owned()], false));
    check(&form);
}

#[test]
fn a_repeated_key_is_replaced_at_once() {
    let times = 20_000;
    let titles = vec![r#""title":1"#; times].join(",");
    let mut form = beginning_with(&format!(r#"{{{titles},"code_type":"QRCODE"}}"#));
    assert_eq!(form.field(&path("/title")).unwrap().issues.len(), MAX_LISTED_ISSUES);
    let changes = form.enter(&path("/title"), "会").unwrap();
    assert_eq!(changes.gone.len(), MAX_LISTED_ISSUES + 1);
    assert_eq!(form.value(), r#"{"title":"会","code_type":"QRCODE"}"#);
    check(&form);
}

#[test]
fn issues_are_identified_regardless_of_their_number() {
    let numbered = |from: usize| {
        let members: Vec<_> =
            (from..from + 10_000).map(|number| format!("\"total_quantity\":-{number}")).collect();
        format!("{{{}}}", members.join(","))
    };
    let mut form = beginning_with(&numbered(1));
    let changes = form.set(&Path::root(), &numbered(2)).unwrap();
    assert_eq!((changes.appeared.len(), changes.changed.len(), changes.gone.len()), (0, 1, 0));
    check(&form);
}
