//! An endpoint is a value: the invented one in the folder `coupon`, unknown to the crate, is validated, prepared,
//! guarded, edited in a form, explained, and exported as JSON Schema.

mod conditions;
mod coupon;
mod sections;
mod wide;

use coupon::{COUPON, CREATE, Coupon, CouponKind, UPDATE};
use serde_json::{Value, json, to_value};
use wechatpay_membercard::endpoint::{Identity, Operation, Success, SuccessBody};
use wechatpay_membercard::{
    Authorization, CardForm, Endpoint, Expectations, IssueCode, JsonSchemaOptions, Locale, Path, RefusalCode,
    Report, RequestError, RequestOptions, ResponseErrorCode, ResponseParts, ResponseToVerify, Scheme,
    Severity, Signature, Validator, inspect_message,
};

/// The common part of the smaller invented operations.
const PATCH: Operation = Operation {
    method: "PATCH",
    path: "/",
    path_parameter: "id",
    query_parameter: "",
    identity: Identity::Mchid,
    schemes: &[],
    requires_wechatpay_serial: false,
    success: Success { statuses: &[204], body: SuccessBody::Nothing },
};

const CARD: &str =
    r#"{"name":"八折","kind":"DISCOUNT","state":"ENDED","shown":true,"discount":{"percent":20}}"#;

fn validate(payload: &Value) -> Report {
    Validator::of(&UPDATE).validate_json(payload.to_string().as_bytes())
}

fn found(report: &Report) -> Vec<(Severity, IssueCode, String)> {
    report.issues().iter().map(|issue| (issue.severity, issue.code, issue.pointer())).collect()
}

fn options() -> RequestOptions {
    RequestOptions {
        timestamp: Some(1_554_208_460),
        wechatpay_serial: Some("PUB_KEY_ID_0114232134912410000000000000".into()),
        nonce_str: Some("593BEC0C930BF1AFEB40B4A08C8FB242".into()),
        scheme: Scheme::Rsa,
        ..RequestOptions::of_brand(
            "pbLatjvWOibDc5-TBnbUk1pD12o0",
            "1900007291",
            "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
        )
    }
}

#[test]
fn it_is_validated_by_its_table() {
    let report = validate(&json!({ "tags": ["新", "新", "热"], "name": "一二三四五六七", "title": "x" }));
    assert_eq!(
        found(&report),
        [
            (Severity::Error, IssueCode::TooManyItems, "/tags".into()),
            (Severity::Error, IssueCode::DuplicateItem, "/tags/1".into()),
            (Severity::Error, IssueCode::TooLong, "/name".into()),
            (Severity::Error, IssueCode::UnknownKey, "/title".into()),
        ]
    );
    assert_eq!(report.issues()[2].message(Locale::Zh), "券名最多 6 个字，当前 7 个字");
    let typed = Coupon { kind: Some(CouponKind::Gift), name: Some("礼".into()), ..Coupon::default() };
    let report = Validator::of(&UPDATE).validate(&typed);
    assert_eq!(report.body(), Some(r#"{"name":"礼","kind":"GIFT"}"#));
    assert_eq!(report.value(), Some(typed));
    assert_eq!(COUPON.fields.len(), 7);
}

#[test]
fn one_row_serves_creation_and_update_with_a_mark_for_each() {
    let payload = json!({ "batch_no": "B1", "name": "礼" });
    assert_eq!(found(&Validator::of(&CREATE).validate(&payload)), []);
    let unlisted = [(Severity::Error, IssueCode::UnknownKey, "/batch_no".into())];
    assert_eq!(found(&validate(&payload)), unlisted);
    let missing = [(Severity::Error, IssueCode::Missing, "/batch_no".into())];
    assert_eq!(found(&Validator::of(&CREATE).validate(&json!({ "name": "礼" }))), missing);
    let required = |endpoint: &'static Endpoint| {
        let form = CardForm::new(Validator::of(endpoint));
        form.field(&Path::from(["batch_no"])).unwrap().required
    };
    assert!(required(&CREATE) && !required(&UPDATE));
    let schema = |endpoint: &Endpoint| to_value(endpoint.json_schema(&Default::default())).unwrap();
    assert_eq!(schema(&CREATE)["required"], json!(["batch_no"]));
    assert_eq!(schema(&UPDATE)["properties"]["batch_no"], Value::Null);
    assert_eq!(schema(&UPDATE)["additionalProperties"], false);
}

#[test]
fn it_is_validated_by_its_rules() {
    let report = validate(&json!({
        "kind": "GIFT",
        "discount": {},
        "jump": { "jump_appid": "wxea9c30890f48d5ae", "jump_path": "" },
    }));
    assert_eq!(
        found(&report),
        [
            (Severity::Warning, IssueCode::Missing, "/discount/percent".into()),
            (Severity::Error, IssueCode::InitLevelNotUsed, "/discount".into()),
            (Severity::Warning, IssueCode::EmptyText, "/jump/jump_path".into()),
            (Severity::Error, IssueCode::StatementPair, "/jump/jump_path".into()),
        ]
    );
    let with_card = |payload: &str| {
        Validator::of(&UPDATE).current_json(CARD).validate_json(payload.as_bytes()).issues().to_vec()
    };
    let issues = with_card(r#"{"name":"九折","shown":false,"kind":"GIFT"}"#);
    let codes: Vec<_> = issues.iter().map(|issue| (issue.severity, issue.code)).collect();
    assert_eq!(
        codes,
        [
            (Severity::Warning, IssueCode::PermanentEndTime),
            (Severity::Error, IssueCode::BalanceLocked),
            (Severity::Error, IssueCode::DateTypeChange),
        ]
    );
    // Absent values are taken from the card.
    assert_eq!(with_card(r#"{"discount":{"percent":30}}"#), []);
}

#[test]
fn it_is_prepared_and_guarded_on_its_own_route() {
    let request = validate(&json!({ "name": "九折" })).prepare(&options()).unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(
        request.message(),
        "POST\n/v3/marketing/coupon-page/coupons/pbLatjvWOibDc5-TBnbUk1pD12o0\n1554208460\n\
         593BEC0C930BF1AFEB40B4A08C8FB242\n{\"name\":\"九折\"}\n"
    );
    let signed = request.complete(Signature::from_bytes(&[1; 256]).unwrap()).unwrap();
    let authorization = Authorization::parse(signed.header("Authorization").unwrap()).unwrap();
    assert_eq!((authorization.identity, authorization.id), (Identity::BrandId, "1900007291"));

    let refused = RequestOptions { wechatpay_serial: None, scheme: Scheme::Sm2, ..options() };
    let Err(RequestError::Invalid(issues)) = validate(&json!({ "name": "九折" })).prepare(&refused) else {
        panic!("the operation requires a serial, and knows no SM2");
    };
    let messages: Vec<_> = issues.iter().map(|issue| issue.message(Locale::En)).collect();
    assert_eq!(
        messages,
        [
            "Wechatpay-Serial is missing: fill it in",
            "Signature scheme cannot be “WECHATPAY2-SM2-WITH-SM3”: use one of WECHATPAY2-SHA256-RSA2048",
        ]
    );
    let expectations = Expectations::of(Validator::of(&UPDATE), ["pbLatjvWOibDc5-TBnbUk1pD12o0"]);
    let expectations = expectations.now_seconds(1_554_208_460);
    let inspected = inspect_message(request.message().as_bytes(), &expectations).unwrap();
    assert_eq!(inspected.value::<Coupon>().unwrap().name.as_deref(), Some("九折"));

    let other = request.message().replace("coupon-page/coupons", "membercard-open/cards");
    let refused = inspect_message(other.as_bytes(), &expectations).unwrap_err();
    let message = refused.refusals()[0].message(Locale::En);
    assert!(message.contains("/v3/marketing/coupon-page/coupons/{coupon_id}"), "{message}");
}

#[test]
fn it_is_edited_in_a_form() {
    let mut form = CardForm::new(Validator::of(&UPDATE).current_json(CARD));
    let field = |form: &CardForm, keys: &[&'static str]| form.field(&Path::root().keys(keys)).unwrap();
    assert_eq!(field(&form, &["shown"]).locked.unwrap().reason.en, "What is shown stays shown");
    assert!(field(&form, &["discount", "percent"]).required && field(&form, &["discount"]).relevant);
    assert!(!field(&form, &["jump", "jump_path"]).required);

    let changes = form.set(&Path::from(["jump", "jump_appid"]), r#""wxea9c30890f48d5ae""#).unwrap();
    assert_eq!(changes.appeared[0].code, IssueCode::StatementPair);
    assert!(field(&form, &["jump", "jump_path"]).required);
    let changes = form.enter(&Path::from(["discount", "percent"]), "30").unwrap();
    assert!(changes.fields.iter().any(|field| field.pointer() == "/discount/percent"));
    form.enter(&Path::from(["kind"]), "GIFT").unwrap();
    assert!(!field(&form, &["discount"]).relevant);

    let fields = UPDATE.fields(Locale::En);
    let listed = |endpoint: &Endpoint| -> Vec<_> {
        let top = endpoint.fields(Locale::En).into_iter().filter(|field| field.path.segments().len() == 1);
        top.map(|field| (field.group.name, field.name)).collect()
    };
    let mut shown = vec![
        ("coupon", "name"),
        ("coupon", "kind"),
        ("coupon", "discount"),
        ("coupon", "tags"),
        ("entry", "jump"),
        ("entry", "shown"),
    ];
    assert_eq!(listed(&UPDATE), shown);
    // A creation has one more row.
    shown.insert(1, ("coupon", "batch_no"));
    assert_eq!(listed(&CREATE), shown);
    assert_eq!((fields[0].group.label, fields[0].help), ("Coupon", "at most six characters"));
    assert_eq!(fields[2].relevant_if.as_ref().unwrap().values, ["DISCOUNT"]);
}

#[test]
fn its_responses_are_verified_and_explained() {
    let body = r#"{"code":"INVALID_REQUEST","message":"券已结束"}"#;
    let parts = ResponseParts::new(400, [("Request-ID", "08F5-1")], body);
    let error = ResponseToVerify::of(&UPDATE, &parts, 1_554_208_460, 300).unwrap_err();
    assert!(error.message(Locale::En).contains("The coupon has ended"), "{error}");
    let signature = "A".repeat(342) + "==";
    let headers = [
        ("Wechatpay-Timestamp", "1554208460"),
        ("Wechatpay-Nonce", "593BEC0C930BF1AFEB40B4A08C8FB242"),
        ("Wechatpay-Serial", "PUB_KEY_ID_0114232134912410000000000000"),
        ("Wechatpay-Signature", signature.as_str()),
    ];
    let parts = ResponseParts::new(200, headers, CARD);
    let updated = UPDATE.verify_response(&parts, 1_554_208_460, 300, |_| Ok::<_, String>(true)).unwrap();
    assert_eq!((updated.status, updated.body.as_slice()), (200, CARD.as_bytes()));
    let explanation = UPDATE.explain_error(400, body.as_bytes(), Locale::En);
    assert_eq!((explanation.cause.as_str(), explanation.fields[0].pointer.as_str()), ("ended", "/name"));
    let explanation = UPDATE.explain_error(404, b"", Locale::En);
    let path = "Check the path /v3/marketing/coupon-page/coupons/{coupon_id} and the coupon_id in it.";
    assert_eq!(explanation.action, path);
}

#[test]
fn what_is_said_of_its_responses_fits_it() {
    let explained = |status| CREATE.explain_error(status, br#"{"code":"?"}"#, Locale::En);
    let checklist = explained(401).checklist;
    assert!(checklist.iter().any(|item| item.contains("capital letters: POST")));
    assert!(checklist.iter().any(|item| item.contains(": coupon_id replaced by its value, no //")));
    // Advice about a missing permission comes from the endpoint's own table.
    assert_eq!(
        explained(403).action,
        "Check that the caller has the permission for this API and for this card."
    );
    for status in 0..=599 {
        let explanation = explained(status);
        let words = [explanation.title, explanation.action].into_iter().chain(explanation.checklist);
        for words in words {
            assert!(
                !words.contains("updat") && !words.contains("PATCH") && !words.contains("card_id"),
                "{words}"
            );
        }
    }
    let templates = ResponseErrorCode::ALL.iter().map(|code| code.template().en);
    for words in templates.chain(RefusalCode::ALL.iter().map(|code| code.template().en)) {
        assert!(!words.contains("PATCH") && !words.contains("be updated:"), "{words}");
    }
}

#[test]
fn it_is_written_as_json_schema() {
    let options = JsonSchemaOptions { locale: Locale::En, ..Default::default() };
    let schema = to_value(UPDATE.json_schema(&options)).unwrap();
    assert_eq!((&schema["title"], &schema["properties"]["name"]["maxLength"]), (&"Coupon".into(), &6.into()));
    assert_eq!(schema["properties"]["name"]["minLength"], 1, "it cannot be emptied");
    let pair = &schema["properties"]["jump"]["allOf"];
    assert_eq!(pair[0]["then"]["required"], json!(["jump_appid"]));
    assert_eq!(pair[1]["then"]["required"], json!(["jump_path"]));
    let comment = schema["properties"]["shown"]["$comment"].as_str().unwrap();
    assert!(comment.contains("balance_locked (depends on the card's present value)"), "{comment}");
}

#[test]
fn a_table_may_have_any_number_of_fields() {
    let last = Path::from(["f79"]);
    let report = Validator::of(&wide::UPDATE).validate_json(br#"{"f79":1,"inner":{"g69":true,"g0":null}}"#);
    let found: Vec<_> = report.issues().iter().map(|issue| (issue.code, issue.pointer())).collect();
    assert_eq!(
        found,
        [
            (IssueCode::WrongType, "/f79".into()),
            (IssueCode::FieldUnlisted, "/inner/g69".into()),
            (IssueCode::NullOmitted, "/inner/g0".into())
        ]
    );
    let mut form = CardForm::new(Validator::of(&wide::UPDATE));
    form.set(&last, "true").unwrap();
    let changes = form.set(&Path::root(), r#"{"f79":false,"f79":true,"f15":true}"#).unwrap();
    let told: Vec<_> = changes.fields.iter().map(|field| field.pointer()).collect();
    assert_eq!(told, ["/f79", "/f15"]);
    assert_eq!(wide::UPDATE.body.paths().count(), 81 + 70);
}
