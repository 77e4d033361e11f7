//! Options of the schema.

use serde_json::{Value, json};
use wechatpay_membercard::membercard_open::CARD_UPDATE;
use wechatpay_membercard::schema::{Action, Field, Kind, Object};
use wechatpay_membercard::{JsonSchemaOptions, JsonSchemaSide, JsonSchemaTarget, Locale, UnknownKeys};

use crate::comparison::Comparison;

fn comparison(options: JsonSchemaOptions) -> Comparison {
    Comparison::new(&options)
}

#[test]
fn the_schemas_are_schemas() {
    for target in [JsonSchemaTarget::Draft202012, JsonSchemaTarget::Draft07] {
        for side in [JsonSchemaSide::Input, JsonSchemaSide::Output] {
            for omit_blank in [false, true] {
                for unknown_keys in [UnknownKeys::Warn, UnknownKeys::Refuse, UnknownKeys::Drop].map(Some) {
                    let options =
                        JsonSchemaOptions { target, side, omit_blank, unknown_keys, ..Default::default() };
                    let comparison = comparison(options);
                    assert!(
                        jsonschema::meta::is_valid(&comparison.schema),
                        "{:?}",
                        jsonschema::meta::validate(&comparison.schema)
                    );
                }
            }
        }
    }
}

#[test]
fn every_field_is_there_in_the_order_of_the_page_and_with_its_words() {
    for locale in [Locale::Zh, Locale::En] {
        let schema = comparison(JsonSchemaOptions { locale, ..Default::default() }).schema;
        compare(&CARD_UPDATE, &schema, locale);
    }
}

fn compare(object: &Object, schema: &Value, locale: Locale) {
    let properties = schema["properties"].as_object().expect("properties");
    let names: Vec<&str> = listed(object).map(|field| field.name).collect();
    assert_eq!(properties.keys().collect::<Vec<_>>(), names);
    for field in listed(object) {
        let property = &properties[field.name];
        assert_eq!(property["title"], field.label.get(locale));
        assert!(property["description"].as_str().unwrap().starts_with(field.docs().help.get(locale)));
        if let Kind::Object(object) = &field.kind {
            compare(object, property, locale);
        }
    }
}

/// The fields of an update.
fn listed(object: &Object) -> impl Iterator<Item = &'static Field> {
    object.fields.iter().filter(|field| field.mark(Action::Update).is_listed())
}

#[test]
fn examples_fit() {
    let comparison = comparison(JsonSchemaOptions::default());
    let mut seen = 0;
    for (name, property) in comparison.schema["properties"].as_object().expect("properties") {
        for example in property["examples"].as_array().into_iter().flatten() {
            let update = json!({ name: example });
            assert!(comparison.fits(&update), "{update}: {:?}", comparison.complaint(&update));
            seen += 1;
        }
    }
    let has_example = |field: &&Field| !matches!(field.kind, Kind::Object(_) | Kind::List(_));
    assert_eq!(seen, listed(&CARD_UPDATE).filter(has_example).count());
}

#[test]
fn hosts_of_images_are_taken_by_the_letter() {
    let schema = comparison(JsonSchemaOptions {
        image_hosts: ["img.example.com", "例子.中国", "[::1]", "a/b", "c@d", "e:1", "", "(f)+"]
            .map(String::from)
            .to_vec()
            .into(),
        ..Default::default()
    });
    let accepts = |url: &str| {
        let update = json!({ "logo_url": url });
        assert!(schema.agree(&update), "{url}: {:?}", schema.complaint(&update));
        schema.fits(&update)
    };
    for url in [
        "https://IMG.example.com/a",
        "https://例子.中国/",
        "https://[::1]:80/",
        "https://(f)+/",
        "https://x.qpic.cn",
    ] {
        assert!(accepts(url), "{url}");
    }
    for url in [
        "https://imgxexample.com/",
        "https://ff/",
        "https://a/b",
        "https://a",
        "https://c@d",
        "https://d",
        "https://e:1",
        "https://e",
        "https://wxpaylogo.qpic.cn.evil.example",
        "https:///",
    ] {
        assert!(!accepts(url), "{url}");
    }
}

#[test]
fn members_may_be_null_in_the_input_only() {
    let value =
        json!({ "title": null, "date_information": { "type": null }, "other": null, "code_type": null });
    for target in [JsonSchemaTarget::Draft202012, JsonSchemaTarget::Draft07] {
        assert!(comparison(JsonSchemaOptions { target, ..Default::default() }).fits(&value));
        let output =
            comparison(JsonSchemaOptions { target, side: JsonSchemaSide::Output, ..Default::default() });
        for name in ["title", "date_information", "code_type"] {
            assert!(!output.fits(&json!({ name: value[name] })), "{name}");
        }
        assert!(output.fits(&json!({ "title": "会员卡" })));
    }
}

#[test]
fn members_may_be_blank_if_blank_members_are_left_out() {
    let schema = comparison(JsonSchemaOptions { omit_blank: true, ..Default::default() });
    let blank = json!({
        "title": "", "appid": "", "total_quantity": "", "code_mode": null, "need_display_level": true, "init_level": "",
        "date_information": { "type": "", "available_begin_time": "" },
        "balance_information": { "balance_appid": "wx", "balance_path": "" },
        "user_information_form": { "custom_field_list": [{ "type": "TEXT", "name": "" }] },
    });
    assert!(schema.fits(&blank));
    assert!(!schema.fits(&json!({ "title": " 一二三四五六七八九十" })));
    assert!(!schema.fits(&json!({ "user_information_form": { "custom_field_list": [""] } })));
}

#[test]
fn keys_that_are_not_listed_are_closed_off_where_they_are_refused_or_dropped() {
    let of = |target, side, unknown_keys, omit_blank| {
        let unknown_keys = Some(unknown_keys);
        comparison(JsonSchemaOptions { target, side, unknown_keys, omit_blank, ..Default::default() }).schema
    };
    use JsonSchemaSide::{Input, Output};
    for target in [JsonSchemaTarget::Draft202012, JsonSchemaTarget::Draft07, JsonSchemaTarget::OpenApi30] {
        for (side, unknown_keys, is_closed) in [
            (Input, UnknownKeys::Warn, false),
            (Output, UnknownKeys::Warn, false),
            (Input, UnknownKeys::Refuse, true),
            (Output, UnknownKeys::Refuse, true),
            (Input, UnknownKeys::Drop, false),
            (Output, UnknownKeys::Drop, true),
        ] {
            let schema = of(target, side, unknown_keys, false);
            let custom = &schema["properties"]["user_information_form"]["properties"]["custom_field_list"];
            for object in [&schema, &schema["properties"]["date_information"], &custom["items"]] {
                let others = &object["additionalProperties"];
                assert_eq!(*others == json!(false), is_closed, "{target:?} {side:?} {unknown_keys:?}");
            }
        }
    }
    // Blank members are omitted before their keys are checked.
    let comparison = comparison(JsonSchemaOptions {
        unknown_keys: Some(UnknownKeys::Refuse),
        omit_blank: true,
        ..Default::default()
    });
    assert!(comparison.fits(&json!({ "title": "会员卡", "remark": "" })));
    assert!(!comparison.fits(&json!({ "title": "会员卡", "remark": "x" })));
}

/// The properties of a schema object of OpenAPI 3.0.3 that occur here, and extensions.
const OPENAPI: [&str; 18] = [
    "title",
    "description",
    "type",
    "nullable",
    "properties",
    "items",
    "additionalProperties",
    "enum",
    "example",
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "required",
    "not",
    "anyOf",
    "allOf",
];

#[test]
fn a_schema_of_openapi_has_only_words_of_openapi() {
    let schema =
        comparison(JsonSchemaOptions { target: JsonSchemaTarget::OpenApi30, ..Default::default() }).schema;
    let mut seen = 0;
    each_schema(&schema, &mut |keyword, value| {
        assert!(OPENAPI.contains(&keyword) || keyword.starts_with("x-"), "{keyword}");
        assert!(keyword != "type" || value.is_string(), "{value}");
        seen += 1;
    });
    assert!(seen > 150, "{seen}");
}

/// Visits the keywords of a schema and its subschemas.
fn each_schema(schema: &Value, look: &mut impl FnMut(&str, &Value)) {
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        look(keyword, value);
        match (keyword.as_str(), value) {
            ("properties", Value::Object(members)) => {
                members.values().for_each(|member| each_schema(member, look))
            }
            ("items" | "not" | "additionalProperties", value) => each_schema(value, look),
            ("anyOf" | "allOf", Value::Array(schemas)) => {
                schemas.iter().for_each(|schema| each_schema(schema, look))
            }
            _ => {}
        }
    }
}
