//! A form session per endpoint: sections, inputs, and required, relevant and locked fields.

use wechatpay_membercard::card_member::{BRAND_CREATE, BRAND_UPDATE, PARTNER_CREATE, PARTNER_UPDATE};
use wechatpay_membercard::{CardForm, Endpoint, InputType, IssueCode, Locale, Path, Validator};

use crate::TAKING;

const CARD: &str = include_str!("../data/card_member/card-response.json");

fn path(pointer: &'static str) -> Path {
    pointer.split('/').skip(1).fold(Path::root(), |path, key| path.key(key))
}

/// The conditions of a field: required, relevant, locked.
fn state(form: &CardForm, pointer: &'static str) -> (bool, bool, bool) {
    let field = form.field(&path(pointer)).expect("it is a field");
    (field.required, field.relevant, field.locked.is_some())
}

fn sections(endpoint: &Endpoint) -> Vec<&'static str> {
    let mut names: Vec<_> = endpoint.fields(Locale::En).iter().map(|field| field.group.name).collect();
    names.dedup();
    names
}

#[test]
fn sections_hold_what_the_page_lists() {
    let shared = ["basics", "validity", "levels", "entries", "code", "opening"];
    assert_eq!(sections(&PARTNER_UPDATE), [&["brand"], &shared[..]].concat());
    assert_eq!(sections(&BRAND_UPDATE), shared);
    let created = [&["brand", "creation"], &shared[..], &["agreement"]].concat();
    for endpoint in [&PARTNER_CREATE, &BRAND_CREATE] {
        assert_eq!(sections(endpoint), created, "{}", endpoint.name);
    }
    // The page's rows, and the items of three lists.
    let counts = TAKING.map(|endpoint| {
        let fields = endpoint.fields(Locale::Zh);
        assert!(fields.iter().all(|field| !field.label.is_empty() && !field.help.is_empty()));
        fields.iter().filter(|field| field.path.segments().last().unwrap().key() != Some("*")).count()
    });
    assert_eq!(counts, [36, 35, 43, 42]);
}

#[test]
fn inputs_fit_their_fields() {
    let fields = PARTNER_CREATE.fields(Locale::En);
    let input = |pointer: &str| {
        fields.iter().find(|field| field.pointer == pointer).map(|field| field.input).expect("a field")
    };
    for (pointer, expected) in [
        ("/notify_url", InputType::Url),
        ("/card_picture_url", InputType::Url),
        ("/service_phone", InputType::Tel),
        ("/legal_agreement", InputType::Textarea),
        ("/valid_date_information/available_end_time", InputType::DateTime),
    ] {
        assert_eq!(input(pointer), expected, "{pointer}");
    }
}

#[test]
fn creations_require_what_updates_leave_out() {
    for (endpoint, is_created) in
        [(&PARTNER_UPDATE, false), (&BRAND_UPDATE, false), (&PARTNER_CREATE, true), (&BRAND_CREATE, true)]
    {
        let form = CardForm::new(Validator::of(endpoint));
        for pointer in ["/card_title", "/card_color", "/notify_url", "/valid_date_information"] {
            assert_eq!(state(&form, pointer).0, is_created, "{} {pointer}", endpoint.name);
        }
        let brand = form.field(&path("/brand_id")).map(|field| field.required);
        let of_partner = endpoint.name.starts_with("card-member.partner");
        assert_eq!(brand == Ok(true), of_partner, "{}", endpoint.name);
    }
}

#[test]
fn one_field_asks_for_another() {
    let mut form = CardForm::new(Validator::of(&PARTNER_CREATE));
    assert!(!state(&form, "/code_jump_information").0);
    form.enter(&path("/code_type"), "JUMP_MINI_PROGRAM").unwrap();
    assert_eq!(state(&form, "/code_jump_information"), (true, true, false));
    form.enter(&path("/code_type"), "BAR_CODE").unwrap();
    assert_eq!(state(&form, "/code_jump_information"), (false, false, false));
    form.enter(&path("/need_display_level"), "true").unwrap();
    assert!(state(&form, "/init_level").0);
    form.enter(&path("/valid_date_information/type"), "FIX_TERM").unwrap();
    assert!(state(&form, "/valid_date_information/available_day_after_receive").0);
    assert!(!state(&form, "/valid_date_information/available_end_time").1);
    let changes = form.enter(&path("/points_information/jump_appid"), "wxea9c30890f48d5ae").unwrap();
    assert!(
        changes
            .fields
            .iter()
            .any(|field| field.pointer() == "/points_information/jump_path" && field.required)
    );
}

#[test]
fn the_card_decides_what_an_update_may_hold() {
    let mut form = CardForm::new(Validator::of(&PARTNER_UPDATE).current_json(CARD));
    let (_, relevant, _) = state(&form, "/balance_information");
    assert!(!relevant, "the card is NORMAL");
    assert!(state(&form, "/valid_date_information/type").2, "the type of validity stays");
    let of_brand = CardForm::new(Validator::of(&BRAND_UPDATE).current_json(CARD));
    assert!(!state(&of_brand, "/valid_date_information/type").2, "only the partner page says so");
    let changes = form.enter(&path("/valid_date_information/type"), "FIX_TERM").unwrap();
    assert!(changes.appeared.iter().any(|issue| issue.code == IssueCode::DateTypeChange));
}

#[test]
fn what_an_update_must_have_is_sent_beside_what_differs() {
    for (endpoint, patch) in [
        (&PARTNER_UPDATE, r#"{"brand_id":"1004","card_title":"新会员卡"}"#),
        (&BRAND_UPDATE, r#"{"card_title":"新会员卡"}"#),
    ] {
        let mut form = CardForm::new(Validator::of(endpoint).current_json(CARD));
        form.enter(&path("/card_title"), "新会员卡").unwrap();
        assert_eq!(form.patch(), patch, "{}", endpoint.name);
        assert!(form.validate().is_valid(), "{:?}", form.validate().issues());
    }
}

/// Passing back a whole card with one changed field changes only that field.
#[test]
fn a_whole_card_with_one_change_is_one_change() {
    for endpoint in [&PARTNER_UPDATE, &BRAND_UPDATE] {
        let validator = || Validator::of(endpoint).current_json(CARD);
        let wished = CARD.replace(r#""测试卡""#, r#""新会员卡""#);
        let changed = |wished: &str| {
            let form = CardForm::with_initial(validator(), wished).unwrap();
            form.changes().into_iter().map(|change| change.path.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(changed(&wished), ["/card_title"], "{}", endpoint.name);
        assert_eq!(changed(CARD), [""; 0], "{}", endpoint.name);
    }
}

#[test]
fn a_form_begins_with_what_an_update_can_set() {
    let shown = |endpoint: &'static Endpoint| -> Vec<String> {
        let fields = endpoint.fields(Locale::En).into_iter().filter(|field| field.path.segments().len() == 1);
        fields.map(|field| field.name.to_owned()).collect()
    };
    for endpoint in [&PARTNER_UPDATE, &BRAND_UPDATE] {
        let form = CardForm::new(Validator::of(endpoint).current_json(CARD));
        let value: serde_json::Value = serde_json::from_str(&form.value()).expect("it is JSON");
        let keys = value.as_object().expect("it is an object").keys();
        assert!(keys.into_iter().all(|key| shown(endpoint).contains(key)), "{}", form.value());
        let told: Vec<_> = form.issues().into_iter().map(|issue| issue.code).collect();
        assert!(
            !told.contains(&IssueCode::FieldFixed) && !told.contains(&IssueCode::FieldUnlisted),
            "{told:?}"
        );
    }
}

/// WeChat Pay and programs may write the same time differently.
#[test]
fn a_moment_is_the_same_however_it_is_written() {
    let validity = |begin: &str| {
        format!(
            r#"{{"valid_date_information":{{"type":"FIX_TIME_RANGE","available_begin_time":"{begin}","available_end_time":"2033-05-18T11:33:20.000+08:00"}}}}"#
        )
    };
    let card = |begin: &str| {
        let card: serde_json::Value = serde_json::from_str(CARD).unwrap();
        let mut card = card.as_object().unwrap().clone();
        card.extend(serde_json::from_str::<serde_json::Map<_, _>>(&validity(begin)).unwrap());
        serde_json::Value::from(card).to_string()
    };
    let changes = |begin: &str| {
        let validator = Validator::of(&BRAND_UPDATE).current_json(card("2032-01-01T08:00:00.000+08:00"));
        let form = CardForm::with_initial(validator, &validity(begin)).unwrap();
        let dirty = form.dirty(&path("/valid_date_information/available_begin_time"));
        assert_eq!(dirty, !form.changes().is_empty(), "{begin}");
        assert_eq!(dirty, form.patch() != "{}", "{begin}");
        form.changes().len()
    };
    for same in ["2032-01-01T08:00:00.000+08:00", "2032-01-01T08:00:00+08:00", "2032-01-01T00:00:00.0Z"] {
        assert_eq!(changes(same), 0, "{same}");
    }
    for other in ["2032-01-01T08:00:00.001+08:00", "2032-01-01T00:00:00+08:00", "2032-01-01"] {
        assert_eq!(changes(other), 1, "{other}");
    }
}
