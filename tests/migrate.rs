//! Cards of older APIs migrate to bodies of card-member, and nothing is lost silently.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use expect_test::expect;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use wechatpay_membercard::card_member::{
    BRAND_CREATE, BRAND_UPDATE, CARD, OLD_CARDS, PARTNER_CREATE, PARTNER_UPDATE,
};
use wechatpay_membercard::endpoint::{Basis, Correspondence, Counterpart, OldCard};
use wechatpay_membercard::schema::{Kind, Object};
use wechatpay_membercard::{
    Endpoint, LeftCode, LeftField, Locale, Migration, MigrationErrorCode, Validator, membercard_open, migrate,
};

static ENDPOINTS: [&Endpoint; 4] = [&PARTNER_CREATE, &BRAND_CREATE, &PARTNER_UPDATE, &BRAND_UPDATE];

#[test]
fn a_card_as_it_was_read_becomes_a_creation() {
    let migration = of_file("membercard-open-get-response", &PARTNER_CREATE);
    assert_eq!(migration.api, "membercard-open");
    let body = json!({
        "brand_id": "1004", "appid": "wxea9c30890f48d5ae", "card_type": "NORMAL", "card_title": "微信支付测试卡",
        "card_picture_url": "https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEIPAeia7Imvtsn7sYGNcEj33YzVvJF88ECQ19LXId8ZL2Q/0",
        "code_mode": "SYSTEM_ALLOCATE", "code_type": "BAR_CODE", "need_display_level": true, "init_level": "白银会员",
        "service_phone": "010-8877xxxx",
        "valid_date_information": {
            "type": "FIX_TIME_RANGE",
            "available_begin_time": "2020-05-20T13:29:35.120+08:00",
            "available_end_time": "2030-05-20T13:29:35.120+08:00",
        },
        "user_information": {
            "common_field_list": ["USER_FORM_FLAG_SEX", "USER_FORM_FLAG_NAME", "USER_FORM_FLAG_BIRTHDAY"],
            "custom_field_list": [{"type": "RADIO", "name": "喜欢的运动", "values": ["篮球", "足球", "羽毛球"]}],
        },
    });
    assert_eq!(migration.body, body.to_string());
    assert_eq!(migration.given, ["/card_type"]);
    let missing = [
        "/out_request_no",
        "/card_color",
        "/benefits",
        "/notify_url",
        "/legal_agreement",
        "/member_information",
    ];
    assert_eq!(migration.missing(), missing);
    for (pointer, code) in [
        ("/logo_url", LeftCode::NoCounterpart),
        ("/description", LeftCode::ByHand),
        ("/date_information/available_day_after_receive", LeftCode::OnlyWith),
        ("/balance_information/balance_path", LeftCode::OnlyWith),
        ("/user_information_form/common_field_list/0", LeftCode::NoValue),
        ("/bonus", LeftCode::ByHand),
    ] {
        assert_eq!(left(&migration, pointer), Some(code), "{pointer}");
    }
}

#[test]
fn with_what_is_missing_the_body_is_valid() {
    let mut body: Map<String, Value> =
        serde_json::from_str(&of_file("membercard-open-get-response", &PARTNER_CREATE).body).unwrap();
    for (field, value) in [
        ("out_request_no", json!("1004_1700000000_1")),
        ("card_color", json!("#FFFF00")),
        ("benefits", json!("会员折扣")),
        ("notify_url", json!("https://pay.example.com/notify")),
        ("legal_agreement", json!("商家需在48小时内发货")),
        ("member_information", json!({"jump_appid": "wxea9c30890f48d5ae", "jump_path": "/pages/member"})),
    ] {
        body.insert(field.into(), value);
    }
    let report = Validator::of(&PARTNER_CREATE).validate(&body);
    assert!(report.is_valid(), "{:?}", report.issues());
}

#[test]
fn an_update_holds_what_an_update_takes() {
    let migration = of_file("membercard-open-patch-request-before-2024", &BRAND_UPDATE);
    assert_eq!(left(&migration, "/appid"), Some(LeftCode::NotTaken));
    assert_eq!(migration.given, [""; 0]);
    let values: Value = serde_json::from_str(&migration.body).unwrap();
    assert_eq!(values["card_title"], "微信支付测试卡");
    let codes: BTreeSet<_> = migration.report.issues().iter().map(|issue| issue.pointer()).collect();
    assert!(codes.contains("/valid_date_information/available_begin_time"), "{codes:?}");
}

#[test]
fn what_is_left_is_told_in_words() {
    let told = |migration: Migration| -> String {
        let line = |left: &LeftField| {
            format!("{}: {} {}\n", left.pointer, left.message(Locale::En), left.message(Locale::Zh))
        };
        migration.left.iter().map(line).collect()
    };
    expect![[r#"
        /card_id: The new body has no such field; the new card has an id of its own 新请求体中没有对应的字段；新卡有自己的会员卡模板ID
        /create_time: The new body has no such field; WeChat Pay answers it 新请求体中没有对应的字段；由微信支付返回
        /update_time: The new body has no such field; WeChat Pay answers it 新请求体中没有对应的字段；由微信支付返回
        /remain_quantity: The new body has no such field; there is no stock any more 新请求体中没有对应的字段；新接口没有库存
        /status: The new body has no such field; WeChat Pay answers it 新请求体中没有对应的字段；由微信支付返回
        /brand/display_name: The new body has no such field 新请求体中没有对应的字段
        /appid: It corresponds to /appid, which card-member.partner.update does not take 对应的字段为 /appid，但接口 card-member.partner.update 不支持填写
        /logo_url: The new body has no such field 新请求体中没有对应的字段
        /description: No field matches exactly: decide which part of it belongs in /benefits, /legal_agreement; the instructions may have 500 characters, the benefits 32 没有完全对应的字段，请自行决定在 /benefits、/legal_agreement 中填写什么；使用须知最多500字，会员权益最多32字
        /code_type: It corresponds to /code_type, which card-member.partner.update does not take 对应的字段为 /code_type，但接口 card-member.partner.update 不支持填写
        /total_quantity: The new body has no such field; there is no stock any more 新请求体中没有对应的字段；新接口没有库存
        /date_information/available_day_after_receive: It corresponds to /valid_date_information/available_day_after_receive, which is accepted only when /valid_date_information/type is FIX_TERM 对应的字段 /valid_date_information/available_day_after_receive 仅在 /valid_date_information/type 为 FIX_TERM 时才能填写
        /date_information/wait_days_after_receive: The new body has no such field 新请求体中没有对应的字段
        /code_mode: It corresponds to /code_mode, which card-member.partner.update does not take 对应的字段为 /code_mode，但接口 card-member.partner.update 不支持填写
        /init_level: It corresponds to /init_level, which card-member.partner.update does not take 对应的字段为 /init_level，但接口 card-member.partner.update 不支持填写
        /out_request_no: No field matches exactly: decide which part of it belongs in /out_request_no; a new card needs a request number of its own 没有完全对应的字段，请自行决定在 /out_request_no 中填写什么；创建新卡需使用新的商家请求单号
        /balance_information/need_balance: The new body has no such field 新请求体中没有对应的字段
        /balance_information/balance_appid: It corresponds to /balance_information/jump_appid, which is accepted only when /card_type is BALANCE 对应的字段 /balance_information/jump_appid 仅在 /card_type 为 BALANCE 时才能填写
        /balance_information/balance_path: It corresponds to /balance_information/jump_path, which is accepted only when /card_type is BALANCE 对应的字段 /balance_information/jump_path 仅在 /card_type 为 BALANCE 时才能填写
        /balance_information/balance_url: The new body has no such field 新请求体中没有对应的字段
        /user_information_form/can_modify_after_activate: The new body has no such field 新请求体中没有对应的字段
        /user_information_form/common_field_list/0: No value of /user_information/common_field_list/* corresponds to “USER_FORM_FLAG_MOBILE”; the mobile number is always asked for /user_information/common_field_list/* 没有与“USER_FORM_FLAG_MOBILE”对应的值；手机号默认收集，无需填写
        /additional_statement: No field matches exactly: decide which part of it belongs in /legal_agreement; the agreement is plain text, in which addresses are no links 没有完全对应的字段，请自行决定在 /legal_agreement 中填写什么；法务协议为纯文本，网址不可点击
        /bonus: No field matches exactly: decide which part of it belongs in /points_information 没有完全对应的字段，请自行决定在 /points_information 中填写什么
        /favor: No field matches exactly: decide which part of it belongs in /benefits 没有完全对应的字段，请自行决定在 /benefits 中填写什么
        /service_modules: The new body has no such field 新请求体中没有对应的字段
        /fapiao: The new body has no such field 新请求体中没有对应的字段
        /guide: The new body has no such field 新请求体中没有对应的字段
        /need_dynamic_code: The new body has no such field 新请求体中没有对应的字段
    "#]].assert_eq(&told(of_file("membercard-open-get-response", &PARTNER_UPDATE)));
    let card = json!({"member_card": {
        "base_info": {"title": "a", "color": "Color010", "code_type": "CODE_TYPE_TELEPATHY", "sku": {"quantity": 1}, "x/y~z": 1},
    }});
    expect![[r#"
        /member_card/base_info/color: No field matches exactly: decide which part of it belongs in /card_color; it names a colour, such as Color010, where the new API takes hexadecimal 没有完全对应的字段，请自行决定在 /card_color 中填写什么；原为颜色名称（如 Color010），新接口为十六进制颜色值
        /member_card/base_info/code_type: No value of /code_type corresponds to “CODE_TYPE_TELEPATHY” /code_type 没有与“CODE_TYPE_TELEPATHY”对应的值
        /member_card/base_info/sku: The new body has no such field; there is no stock any more 新请求体中没有对应的字段；新接口没有库存
        /member_card/base_info/x~1y~0z: It is not known to be a field of the older card 不是已知的旧字段
    "#]].assert_eq(&told(of(&card, &BRAND_CREATE)));
    let twice = migrate(r#"{"title": "a", "title": "b"}"#, OLD_CARDS, &BRAND_UPDATE).unwrap();
    assert_eq!((twice.body.as_str(), twice.moved.len()), (r#"{"card_title":"a"}"#, 1));
    expect![[r#"
        /title: /card_title has a value already: the older card has the key twice, and the first one was moved /card_title 已有值：旧字段重复出现，只写入了第一个
    "#]].assert_eq(&told(twice));
}

#[test]
fn numbers_stay_as_they_are_and_choices_get_their_new_names() {
    let dates = json!({"type": "FIX_TERM", "available_day_after_receive": 200});
    let migration = of(&json!({"code_type": "QRCODE", "date_information": dates}), &BRAND_CREATE);
    let body = r#"{"card_type":"NORMAL","code_type":"QR_CODE","valid_date_information":{"type":"FIX_TERM","available_day_after_receive":200}}"#;
    assert_eq!(migration.body, body);
    let moved: Vec<_> = migration.moved.iter().map(|moved| (moved.to, moved.is_converted)).collect();
    let expected = [
        ("/code_type", true),
        ("/valid_date_information/type", false),
        ("/valid_date_information/available_day_after_receive", false),
    ];
    assert_eq!(moved, expected);
}

#[test]
fn what_stands_in_the_place_of_an_object_is_left() {
    let card = json!({"title": "a", "date_information": "for ever", "user_information_form": 1});
    let migration = of(&card, &BRAND_UPDATE);
    assert_eq!(migration.body, r#"{"card_title":"a"}"#);
    for pointer in ["/date_information", "/user_information_form"] {
        assert_eq!(left(&migration, pointer), Some(LeftCode::UnknownField), "{pointer}");
    }
}

#[test]
fn what_is_to_be_known_of_a_moved_value_is_told() {
    let migration = of_file("membercard-open-get-response", &PARTNER_CREATE);
    let moved = migration.moved.iter().find(|moved| moved.to == "/code_mode").unwrap();
    assert_eq!(moved.note(Locale::En), Some("codes that the system allocates have 24 digits, not 12"));
    assert_eq!(moved.note(Locale::Zh), Some("系统分配的会员卡code由12位变为24位"));
}

#[test]
fn a_card_of_an_official_account_is_read_from_its_wrapper() {
    let card = json!({
        "background_pic_url": "https://mmbiz.qpic.cn/x/0",
        "base_info": {
            "title": "会员", "code_type": "CODE_TYPE_ONLY_QRCODE", "color": "Color010",
            "date_info": {"type": "DATE_TYPE_FIX_TIME_RANGE", "begin_timestamp": 1_700_000_000, "end_timestamp": 1_800_000_000},
            "sku": {"quantity": 1}, "unheard_of": 1,
        },
    });
    let body = r#"{"card_type":"NORMAL","card_title":"会员","card_picture_url":"https://mmbiz.qpic.cn/x/0","code_type":"QR_CODE","valid_date_information":{"type":"FIX_TIME_RANGE","available_begin_time":"2023-11-15T06:13:20+08:00","available_end_time":"2027-01-15T16:00:00+08:00"}}"#;
    let created = json!({"card": {"card_type": "MEMBER_CARD", "member_card": card}});
    let answered =
        json!({"errcode": 0, "errmsg": "ok", "card": {"card_type": "MEMBER_CARD", "member_card": card}});
    let updated = json!({"card_id": "p", "member_card": card});
    for (value, around) in
        [(&created, "/card/member_card"), (&answered, "/card/member_card"), (&updated, "/member_card")]
    {
        let migration = of(value, &BRAND_CREATE);
        assert_eq!((migration.api, migration.body.as_str()), ("api.weixin.qq.com/card", body));
        assert!(migration.moved.iter().all(|moved| moved.basis == Basis::Inferred));
        let of_base = |name: &str| left(&migration, &format!("{around}/base_info/{name}"));
        assert_eq!(of_base("sku"), Some(LeftCode::NoCounterpart));
        assert_eq!(of_base("color"), Some(LeftCode::ByHand));
        assert_eq!(of_base("unheard_of"), Some(LeftCode::UnknownField));
        assert_accounted(value, &migration);
    }
}

#[test]
fn lists_keep_what_the_new_api_takes() {
    let fields = json!([{"type": "SELECT", "name": "a", "values": ["1"]}, {"type": "TEXT", "name": "b"}]);
    let card = json!({"user_information_form": {"custom_field_list": fields}, "title": "卡"});
    let migration = of(&card, &BRAND_UPDATE);
    let list = r#"{"card_title":"卡","user_information":{"custom_field_list":[{"type":"RADIO","name":"a","values":["1"]}]}}"#;
    assert_eq!(migration.body, list);
    let left = &migration.left[0];
    assert_eq!(
        (left.pointer.as_str(), left.code),
        ("/user_information_form/custom_field_list/1", LeftCode::TooManyItems)
    );
    assert_eq!(left.message(Locale::En), "/user_information/custom_field_list can have at most 1 items");
}

#[test]
fn what_is_no_older_card_is_refused() {
    for (text, code) in [
        ("{", MigrationErrorCode::Unreadable),
        ("[]", MigrationErrorCode::NotOldCard),
        ("null", MigrationErrorCode::NotOldCard),
        ("{}", MigrationErrorCode::NotOldCard),
        (r#"{"hello": 1}"#, MigrationErrorCode::NotOldCard),
        (
            r##"{"card_title": "卡", "card_color": "#FFFF00", "service_phone": "1"}"##,
            MigrationErrorCode::NotOldCard,
        ),
    ] {
        let error = migrate(text, OLD_CARDS, &PARTNER_UPDATE).unwrap_err();
        assert_eq!(error.code(), code, "{text}");
    }
    let unreadable = migrate("{", OLD_CARDS, &PARTNER_UPDATE).unwrap_err();
    expect!["the older card cannot be read: The JSON text is incomplete: it ends at line 1, column 2, so it was cut off or a closing bracket is missing"].assert_eq(&unreadable.to_string());
    expect!["无法读取旧会员卡：JSON 不完整：到第 1 行第 2 列就结束了，可能被截断，或漏了右括号"]
        .assert_eq(&unreadable.message(Locale::Zh));
    let error = migrate(r#"{"hello": 1}"#, OLD_CARDS, &PARTNER_UPDATE).unwrap_err();
    assert_eq!(
        error.message(Locale::En),
        "this is not a card that can be migrated: pass a body or a response of membercard-open, api.weixin.qq.com/card (it has hello)"
    );
    assert_eq!(
        error.message(Locale::Zh),
        "不是可以迁移的会员卡：应为 membercard-open、api.weixin.qq.com/card 的请求内容或查询结果（现有 hello）"
    );
}

#[test]
fn each_field_of_membercard_open_has_a_row() {
    let [open, _] = OLD_CARDS else { panic!("two older cards") };
    let pointers = leaves("", object(&membercard_open::UPDATE.body.kind));
    let state = membercard_open::UPDATE.state_fields.iter().map(|field| format!("/{field}"));
    for pointer in pointers.into_iter().chain(state) {
        assert!(
            open.fields.iter().any(|row| is_covered_by(&pointer, row)),
            "add a row for {pointer} to src/endpoints/card_member/old_cards.rs"
        );
    }
}

#[test]
fn each_row_leads_from_a_field_of_its_own_to_one_of_the_new_card() {
    for OldCard { api, fields, given, .. } in OLD_CARDS {
        let froms: BTreeSet<_> = fields.iter().map(|row| row.from).collect();
        assert_eq!(froms.len(), fields.len(), "{api}");
        for row in *fields {
            let inside = |other: &&str| other.starts_with(&format!("{}/", row.from));
            assert!(!froms.iter().any(inside), "{} has rows inside", row.from);
            for to in targets(row).iter().chain(given.iter().map(|(to, _)| to)) {
                let all = leaves("", &CARD);
                assert!(all.iter().any(|leaf| leaf == to || leaf.starts_with(&format!("{to}/"))), "{to}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_is_lost_in_silence(card in old_card(), endpoint in 0..ENDPOINTS.len()) {
        let text = card.to_string();
        if let Ok(migration) = migrate(&text, OLD_CARDS, ENDPOINTS[endpoint]) {
            assert_accounted(&card, &migration);
            for left in &migration.left {
                let message = left.message(Locale::Zh);
                prop_assert!(message.lines().count() == 1, "{message}");
            }
            let body: Value = serde_json::from_str(&migration.body).expect("JSON");
            for moved in &migration.moved {
                prop_assert!(!at(&body, moved.to).is_empty(), "{} of {}", moved.to, migration.body);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        let _ = migrate(&text, OLD_CARDS, &PARTNER_CREATE);
    }
}

/// Cards with an older API's fields, with values of any type.
fn old_card() -> impl Strategy<Value = Value> {
    let names = OLD_CARDS.iter().flat_map(|old| old.fields).map(|row| row.from).collect::<Vec<_>>();
    let value = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[A-Z_]{0,8}".prop_map(Value::from),
        prop::sample::select(vec!["QRCODE", "FIX_TERM", "USER_FORM_FLAG_SEX", "REAL_TIME"])
            .prop_map(Value::from),
        Just(json!([])),
        Just(json!([1, {"a": null}])),
        Just(json!({"a": {}})),
    ];
    let member = (prop::sample::select(names), value, 0..3_usize, any::<bool>());
    prop::collection::vec(member, 1..12).prop_map(|members| {
        let mut card = json!({});
        for (from, value, index, is_wrapped) in members {
            let pointer = from.replace('*', &index.to_string());
            let pointer = if is_wrapped { format!("/member_card{pointer}") } else { pointer };
            put(&mut card, &pointer, value);
        }
        card
    })
}

/// Sets a value at a pointer, unless another value is in the way.
fn put(card: &mut Value, pointer: &str, value: Value) {
    let mut place = card;
    for step in pointer.split('/').skip(1) {
        place = match step.parse::<usize>() {
            Ok(index) => {
                if !place.is_array() {
                    *place = json!([]);
                }
                let items = place.as_array_mut().expect("a list");
                items.resize(items.len().max(index + 1), json!("x"));
                &mut items[index]
            }
            Err(_) => {
                if !place.is_object() {
                    *place = json!({});
                }
                &mut place[step]
            }
        };
    }
    *place = value;
}

/// Asserts that each value of a card is listed as moved or left, or is inside such a value.
fn assert_accounted(card: &Value, migration: &Migration) {
    let told: Vec<&str> = migration
        .moved
        .iter()
        .map(|moved| moved.from.as_str())
        .chain(migration.left.iter().map(|left| left.pointer.as_str()))
        .collect();
    let unique: BTreeSet<_> = told.iter().collect();
    assert_eq!(unique.len(), told.len(), "told twice: {told:?}");
    for leaf in values("", card) {
        let is_told = told.iter().any(|pointer| leaf == *pointer || leaf.starts_with(&format!("{pointer}/")));
        assert!(is_told, "{leaf} of {card} is lost: {told:?}");
    }
}

/// The pointers of all values except `null`, lists and objects.
fn values(pointer: &str, value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Object(members) => {
            members.iter().flat_map(|(key, value)| values(&format!("{pointer}/{key}"), value)).collect()
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(index, item)| values(&format!("{pointer}/{index}"), item))
            .collect(),
        _ => vec![pointer.to_owned()],
    }
}

/// The values that match a pointer with `*`.
fn at<'v>(value: &'v Value, pointer: &str) -> Vec<&'v Value> {
    pointer.split('/').skip(1).fold(vec![value], |found, step| {
        let inside = |value: &'v Value| match (value, step) {
            (Value::Array(items), "*") => items.iter().collect(),
            (Value::Object(members), key) => members.get(key).into_iter().collect(),
            _ => Vec::new(),
        };
        found.into_iter().flat_map(inside).collect()
    })
}

/// The pointers of an object's fields that have no inner fields.
fn leaves(pointer: &str, object: &'static Object) -> Vec<String> {
    let of_kind = |pointer: String, kind: &'static Kind| match kind {
        Kind::Object(inner) => leaves(&pointer, inner),
        Kind::List(list) => match list.item {
            Kind::Object(inner) => leaves(&format!("{pointer}/*"), inner),
            _ => vec![format!("{pointer}/*")],
        },
        _ => vec![pointer],
    };
    object.fields.iter().flat_map(|field| of_kind(format!("{pointer}/{}", field.name), &field.kind)).collect()
}

fn object(kind: &Kind) -> &'static Object {
    match kind {
        Kind::Object(object) => object,
        _ => panic!("no object"),
    }
}

/// Some fields of the response, such as `brand`, have rows for their members.
fn is_covered_by(pointer: &str, row: &Correspondence) -> bool {
    let is_inside = |inner: &str, outer: &str| inner == outer || inner.starts_with(&format!("{outer}/"));
    is_inside(pointer, row.from) || is_inside(row.from, pointer)
}

fn targets(row: &Correspondence) -> Vec<&'static str> {
    match row.counterpart {
        Counterpart::Field(to) | Counterpart::Time(to) => vec![to],
        Counterpart::ByHand(fields) => fields.to_vec(),
        Counterpart::Nothing => Vec::new(),
    }
}

fn of_file(name: &str, endpoint: &'static Endpoint) -> Migration {
    let file = format!("tests/data/card_member/{name}.json");
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("an example");
    let migration = migrate(&text, OLD_CARDS, endpoint).expect("a migration");
    assert_accounted(&serde_json::from_str(&text).unwrap(), &migration);
    migration
}

fn of(card: &Value, endpoint: &'static Endpoint) -> Migration {
    migrate(&card.to_string(), OLD_CARDS, endpoint).expect("a migration")
}

fn left(migration: &Migration, pointer: &str) -> Option<LeftCode> {
    migration.left.iter().find(|left| left.pointer == pointer).map(|left| left.code)
}
