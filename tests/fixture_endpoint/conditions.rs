//! An invented endpoint with rules of every condition, as errors and as warnings. Its JSON Schema states the errors, or
//! lists them as gaps; it does not mention the warnings.

use expect_test::expect;
use serde_json::{Value, json, to_value};
use wechatpay_membercard::endpoint::{
    Condition, Constraint, Endpoint, FieldPath, Operand, Operation, Rule, When,
};
use wechatpay_membercard::schema::{Body, Empty, Format, Kind, Text, UniqueBy, limit};
use wechatpay_membercard::{
    CardForm, FormChanges, IssueCode, JsonSchemaOptions, JsonSchemaTarget, Locale, Path, Profile, Severity,
    Validator,
};
use wechatpay_membercard::{body, choices, table};

static BODY: Body = body!(TICKET);

static TICKET_OPERATION: Operation = Operation { path: "/tickets/", ..crate::PATCH };

static UPDATE: Endpoint = Endpoint::new("ticket.update", &TICKET_OPERATION, &BODY, &[ERRORS, WARNINGS]);
/// The same without a certain rule.
static DOUBTFUL: Endpoint = Endpoint::new("ticket.doubtful", &TICKET_OPERATION, &BODY, &[WARNINGS, DOUBTS]);

choices! {
    /// How far it goes.
    Zone in ZONE {
        A = "A", "甲", "A";
        B = "B", "乙", "B";
        C = "C", "丙", "C";
    }
}

static STOP: Kind = Kind::Object(&STOP_TABLE);
static NAME: Kind =
    Kind::Text(Text { max: limit("string(4)"), format: Format::Line, empty: Empty::Doubtful });

table! {
    /// A ticket.
    Ticket in TICKET {
        zone: [Zone] = "string" choice(ZONE), "区" "区", "Zone" "zone", "A";
        day: [bool] = "boolean" boolean(), "日票" "日票", "Day" "day", "true";
        asked: [String] = "string" text(Format::Line), "一" "一", "Asked" "asked", "x";
        beside: [String] = "string" text(Format::Line), "二" "二", "Beside" "beside", "x";
        either: [i64] = "integer" count(None), "三" "三", "Either" "either", "1";
        kept: [String] = "string" text(Format::Line), "四" "四", "Kept" "kept", "x";
        only: [String] = "string" text(Format::Line), "五" "五", "Only" "only", "x";
        by_day: [String] = "string" text(Format::Line), "六" "六", "By day" "by day", "x";
        by_card: [String] = "string" text(Format::Line), "七" "七", "By card" "by card", "x";
        paged: [String] = "string" text(Format::Line), "八" "八", "Paged" "paged", "x";
        stops: [Vec<Stop>] = "array" list(&STOP, Some(5), UniqueBy::Key("name")), "站" "站", "Stops" "stops", "[]";
        owner: [Owner] = "object" object(&OWNER), "人" "人", "Owner" "owner", "{}";
        names: [Vec<String>] = "array" list(&NAME, None, UniqueBy::Value), "名" "名", "Names" "names", "[]";
    }

    /// Who has it.
    Owner in OWNER {
        first: [String] = "string" text(Format::Line), "名" "名", "First" "first name", "x";
        kept: [String] = "string" text(Format::Line), "问" "问", "Kept" "named as a field of the ticket", "x";
    }

    /// A stop.
    Stop in STOP_TABLE {
        name: [String] = "string(4)" text(Format::Line), "站名" "站名", "Name" "name", "x";
        zone: [Zone] = "string" choice(ZONE), "站区" "站区", "Zone" "zone", "A";
        lift: [String] = "string(4)" text(Format::Line), "电梯" "电梯", "Lift" "lift", "x";
    }
}

static WHOLE: FieldPath = BODY.at(&[]);
static ZONE_OF: FieldPath = BODY.at(&["zone"]);
static DAY: FieldPath = BODY.at(&["day"]);
static ASKED: FieldPath = BODY.at(&["asked"]);
static BESIDE: FieldPath = BODY.at(&["beside"]);
static EITHER: FieldPath = BODY.at(&["either"]);
static KEPT: FieldPath = BODY.at(&["kept"]);
static ONLY: FieldPath = BODY.at(&["only"]);
static BY_DAY: FieldPath = BODY.at(&["by_day"]);
static BY_CARD: FieldPath = BODY.at(&["by_card"]);
static PAGED: FieldPath = BODY.at(&["paged"]);
static NAMES: FieldPath = BODY.at(&["names"]);
static FIRST: FieldPath = BODY.at(&["owner", "first"]);
static STOP_ZONE: FieldPath = BODY.at(&["stops", "*", "zone"]);
static LIFT: FieldPath = BODY.at(&["stops", "*", "lift"]);

const fn error(condition: Condition) -> Rule {
    Rule::new(condition).severity(Severity::Error)
}

const fn doubt(condition: Condition) -> Rule {
    Rule::new(condition).severity(Severity::Warning)
}

const fn requires(field: &'static FieldPath, when: When, code: IssueCode) -> Condition {
    Condition::Requires { field, when, code, unless_on_card: None }
}

const fn only_with(field: &'static FieldPath, by: Operand, values: &'static [&'static str]) -> Condition {
    Condition::OnlyWith { field, by, values, code: Some(IssueCode::InitLevelNotUsed), doubts: false }
}

static ERRORS: &[Rule] = &[
    error(Condition::AnyField {
        whole: &WHOLE,
        nothing: IssueCode::NothingToUpdate,
        no_field: IssueCode::NoKnownField,
        old_keys: &[],
    }),
    error(requires(&ASKED, When::Has(Operand::Payload(&ZONE_OF), &["A"]), IssueCode::BalanceAppidMissing)),
    error(requires(&BESIDE, When::Filled(&ASKED), IssueCode::BalanceEntryMissing)),
    error(requires(&EITHER, When::Has(Operand::Either(&ZONE_OF), &["B", "C"]), IssueCode::DayCountMissing)),
    error(requires(&PAGED, When::Profile(Profile::Merchant), IssueCode::CodeModeMissing)),
    error(requires(&PAGED, When::Has(Operand::Card(&ZONE_OF), &["C"]), IssueCode::WaitWithoutDays)),
    error(Condition::Requires {
        field: &KEPT,
        when: When::Has(Operand::Either(&DAY), &["true"]),
        code: IssueCode::InitLevelRequired,
        unless_on_card: Some(IssueCode::InitLevelMaybeRequired),
    }),
    error(only_with(&ONLY, Operand::Payload(&ZONE_OF), &["A", "B"])),
    error(only_with(&BY_DAY, Operand::Payload(&DAY), &["true"])),
    error(only_with(&BY_CARD, Operand::Card(&ZONE_OF), &["A"])),
    error(Condition::Value(Constraint::one_of(&ZONE_OF, &["A", "B"], IssueCode::ValueClosed))),
    error(Condition::Value(Constraint::positive(&EITHER))),
    error(Condition::Value(Constraint::unique_items(&NAMES))),
    error(Condition::Value(Constraint::pattern(&KEPT, starts_with_k, "^k", IssueCode::ColorFormat))),
    error(requires(&LIFT, When::Has(Operand::Payload(&STOP_ZONE), &["A"]), IssueCode::ValuesMissing)),
    error(only_with(&LIFT, Operand::Payload(&STOP_ZONE), &["A", "C"])),
];

/// The same conditions on other fields, as warnings: no schema may state them.
static WARNINGS: &[Rule] = &[
    Rule::requires(&ONLY, When::Filled(&BY_DAY), IssueCode::BalanceAppidMissing),
    Rule::requires(&FIRST, When::Has(Operand::Payload(&DAY), &["true"]), IssueCode::BalanceEntryMissing),
    Rule::only_with(&BESIDE, Operand::Payload(&ZONE_OF), &["A"], Some(IssueCode::InitLevelNotUsed)),
    Rule::only_with(&EITHER, Operand::Either(&DAY), &["true"], None),
    Rule::new(Condition::Pair { fields: [&BY_DAY, &BY_CARD], code: IssueCode::StatementPair }),
    Rule::new(Condition::Stays { field: &ZONE_OF, code: IssueCode::DateTypeChange }),
];

static DOUBTS: &[Rule] = &[
    doubt(Condition::AnyField {
        whole: &WHOLE,
        nothing: IssueCode::NothingToUpdate,
        no_field: IssueCode::NoKnownField,
        old_keys: &[],
    }),
    doubt(Condition::Value(Constraint::unique_items(&NAMES))),
    doubt(Condition::NeverBack {
        field: &DAY,
        code: IssueCode::BalanceLocked,
        unverified: IssueCode::BalanceMaybeLocked,
    }),
];

fn starts_with_k(text: &str) -> bool {
    text.starts_with('k')
}

fn schema(target: JsonSchemaTarget) -> Value {
    to_value(UPDATE.json_schema(&JsonSchemaOptions { locale: Locale::En, target, ..Default::default() }))
        .unwrap()
}

#[test]
fn errors_between_fields_are_stated() {
    let all_of = schema(JsonSchemaTarget::Draft202012)["allOf"].clone();
    assert_eq!(schema(JsonSchemaTarget::Draft202012)["properties"]["owner"]["allOf"], Value::Null);
    let lines: Vec<String> = all_of.as_array().unwrap().iter().map(Value::to_string).collect();
    expect![[r#"
        {"if":{"properties":{"zone":{"type":"null"},"day":{"type":"null"},"asked":{"type":"null"},"beside":{"type":"null"},"either":{"type":"null"},"kept":{"type":"null"},"only":{"type":"null"},"by_day":{"type":"null"},"by_card":{"type":"null"},"paged":{"type":"null"},"stops":{"type":"null"},"owner":{"type":"null"},"names":{"type":"null"}}},"then":{"additionalProperties":{"type":"null"}}}
        {"if":{"required":["zone"],"properties":{"zone":{"const":"A"}}},"then":{"required":["asked"],"properties":{"asked":{"type":"string","minLength":1}}}}
        {"if":{"required":["asked"],"properties":{"asked":{"type":"string","minLength":1}}},"then":{"required":["beside"],"properties":{"beside":{"type":"string","minLength":1}}}}
        {"if":{"required":["zone"],"properties":{"zone":{"enum":["B","C"]}}},"then":{"required":["either"],"properties":{"either":{"type":"integer"}}}}
        {"if":{"required":["day"],"properties":{"day":{"const":true}}},"then":{"properties":{"kept":{"type":["string","null"],"minLength":1}}}}
        {"if":{"required":["zone"],"properties":{"zone":{"const":"C"}}},"then":{"properties":{"only":{"enum":[null]}}}}
        {"if":{"required":["day"],"properties":{"day":{"const":false}}},"then":{"properties":{"by_day":{"enum":[null]}}}}
        {"properties":{"zone":{"enum":["A","B",null]}}}
        {"properties":{"either":{"minimum":1}}}
        {"properties":{"names":{"uniqueItems":true}}}
        {"properties":{"kept":{"pattern":"^k"}}}
    "#]].assert_eq(&(lines.join("\n") + "\n"));
}

#[test]
fn errors_that_cannot_be_stated_are_named() {
    let schema = schema(JsonSchemaTarget::Draft202012);
    let lines: Vec<String> = TICKET
        .fields
        .iter()
        .map(|field| {
            let comment = &schema["properties"][field.name]["$comment"];
            format!("{}: {}", field.name, comment.as_str().unwrap_or_default())
        })
        .collect();
    expect![[r#"
        zone: 
        day: 
        asked: 
        beside: 
        either: 0 is a warning. Not stated: day_count_missing (depends on the card as it is).
        kept: Not stated: init_level_required (whether it may be absent depends on the card as it is).
        only: 
        by_day: 
        by_card: Not stated: init_level_not_used (depends on the card as it is).
        paged: Not stated: code_mode_missing (depends on the official page that applies). Not stated: wait_without_days (depends on the card as it is).
        stops: Items that repeat and more than 5 items are a warning.
        owner: 
        names: Items that repeat are a warning.
    "#]].assert_eq(&(lines.join("\n") + "\n"));
    let lift = &schema["properties"]["stops"]["items"]["properties"]["lift"]["$comment"];
    expect!["Not stated: values_missing (what the fields of an item ask of each other is not stated). Not stated: init_level_not_used (what the fields of an item ask of each other is not stated)."].assert_eq(lift.as_str().unwrap_or_default());
}

#[test]
fn doubts_are_not_stated() {
    let schema = to_value(DOUBTFUL.json_schema(&JsonSchemaOptions::default())).unwrap();
    assert_eq!(schema["allOf"], Value::Null);
    let owner = &schema["properties"]["owner"];
    assert!(owner["properties"]["first"].is_object() && owner["allOf"].is_null());
    let text = schema.to_string();
    assert!(!text.contains("balance_locked") && !text.contains("uniqueItems"), "{text}");
}

#[test]
fn openapi_cannot_say_that_some_field_is_there() {
    let any_field = |target| schema(target)["allOf"][0]["then"]["additionalProperties"] != Value::Null;
    assert!(any_field(JsonSchemaTarget::Draft202012) && any_field(JsonSchemaTarget::Draft07));
    assert!(!any_field(JsonSchemaTarget::OpenApi30));
}

#[test]
fn the_rules_are_asked_of_payload_and_card() {
    let found = |card: &str, payload: &str| {
        let validator = Validator::of(&UPDATE).current_json(card);
        let report = validator.validate_json(payload.as_bytes());
        let found = report.issues().iter().map(|issue| format!("{} {}", issue.code, issue.pointer()));
        found.collect::<Vec<_>>().join(", ")
    };
    let card = r#"{"zone":"B","kept":""}"#;
    // Absent values are taken from the card, but rules apply only to what the payload touches.
    expect!["balance_appid_missing /asked, date_type_change /zone"]
        .assert_eq(&found(card, r#"{"zone":"A"}"#));
    expect![[r#""#]].assert_eq(&found(card, r#"{"names":["x"]}"#));
    expect!["init_level_required /kept, statement_pair /by_day, init_level_not_used /by_card"]
        .assert_eq(&found(card, r#"{"either":1,"day":true,"by_card":"x"}"#));
    expect!["null_omitted /day"]
        .assert_eq(&found(r#"{"zone":"B","day":true,"kept":""}"#, r#"{"either":1,"day":null}"#));
    expect!["empty_text /kept, init_level_required /kept"]
        .assert_eq(&found(r#"{"zone":"B","day":true}"#, r#"{"either":1,"kept":""}"#));
    expect!["empty_text /paged, wait_without_days /paged"]
        .assert_eq(&found(r#"{"zone":"C"}"#, r#"{"either":1,"paged":""}"#));
    expect!["balance_entry_missing /beside, date_type_change /zone"].assert_eq(&found(
        r#"{"zone":"C"}"#,
        r#"{"either":1,"paged":"x","only":"x","zone":"A","asked":"x"}"#,
    ));
    let demanded = r#"{"zone":"C","either":0,"names":["x","x"],"kept":"a","day":true}"#;
    expect!["value_closed /zone, zero_value /either, too_small /either, duplicate_item /names/1, duplicate_item /names/1, color_format /kept, current_not_card "].assert_eq(&found("{}", demanded));
    // A missing member is required where its object is present.
    expect!["balance_entry_missing /owner/first"]
        .assert_eq(&found(card, r#"{"either":1,"day":true,"kept":"k","owner":{"kept":"x"}}"#));
    expect!["values_missing /stops/0/lift"].assert_eq(&found(
        card,
        r#"{"either":1,"stops":[{"zone":"A"},{"zone":"B"},{"zone":"A","lift":"x"}]}"#,
    ));
}

#[test]
fn a_form_shows_what_the_rules_decide() {
    let form = |payload: Value| CardForm::with_initial(Validator::of(&UPDATE), &payload.to_string()).unwrap();
    let state = |form: &CardForm, name: &'static str| {
        let state = form.field(&Path::from([name])).unwrap();
        (state.required, state.relevant)
    };
    let mut edited = form(json!({ "zone": "A", "by_day": "x" }));
    assert_eq!(state(&edited, "asked"), (true, true));
    assert_eq!(state(&edited, "only"), (true, true));
    assert_eq!(state(&edited, "either"), (false, true));
    let changes = edited.enter(&Path::from(["zone"]), "C").unwrap();
    expect!["/zone /asked /either /only /by_card /beside"].assert_eq(&pointers(&changes));
    assert_eq!(state(&edited, "asked"), (false, true));
    assert_eq!(state(&edited, "only"), (true, false));
    assert_eq!(state(&edited, "either"), (true, true));
}

#[test]
fn a_form_tells_that_a_filled_field_is_required_now() {
    let filled = json!({ "beside": "x", "by_card": "x" }).to_string();
    let mut form = CardForm::with_initial(Validator::of(&UPDATE), &filled).unwrap();
    let is_required = |form: &CardForm, name: &'static str| form.field(&Path::from([name])).unwrap().required;
    assert_eq!((is_required(&form, "beside"), is_required(&form, "by_card")), (false, false));
    // No issue appears or disappears: only the requirement changes.
    let asked = form.enter(&Path::from(["asked"]), "x").unwrap();
    expect!["/asked /beside"].assert_eq(&pointers(&asked));
    let paired = form.enter(&Path::from(["by_day"]), "x").unwrap();
    expect!["/by_day /only /by_card"].assert_eq(&pointers(&paired));
    assert_eq!((is_required(&form, "beside"), is_required(&form, "by_card")), (true, true));
}

fn pointers(changes: &FormChanges) -> String {
    changes.fields.iter().map(|field| field.pointer()).collect::<Vec<_>>().join(" ")
}
