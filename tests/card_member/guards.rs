//! A guard accepts one endpoint: it refuses messages of all others.

use wechatpay_membercard::{
    Endpoint, Expectations, ExpectedCards, InspectedMessage, Issue, IssueCode, Refused, RequestOptions,
    Validator, inspect_message, membercard_open,
};

use crate::{ALL, CARD_ID, TAKING, TIMESTAMP, body, options};

fn message(endpoint: &'static Endpoint, options: &RequestOptions) -> String {
    let request = match endpoint.operation.takes_body() {
        true => Validator::of(endpoint).validate_json(body(endpoint).as_bytes()).prepare(options),
        false => endpoint.prepare_get(options),
    };
    request.unwrap_or_else(|error| panic!("{}: {error}", endpoint.name)).message().to_owned()
}

fn inspect(
    endpoint: &'static Endpoint,
    cards: impl Into<ExpectedCards>,
    message: &str,
) -> Result<InspectedMessage, Refused> {
    let expectations = Expectations::of(Validator::of(endpoint), cards).now_seconds(TIMESTAMP);
    inspect_message(message.as_bytes(), &expectations)
}

fn codes(refused: Result<InspectedMessage, Refused>) -> Vec<&'static str> {
    refused.unwrap_err().refusals().iter().map(|refusal| refusal.code.as_str()).collect()
}

#[test]
fn no_message_of_one_endpoint_passes_for_another() {
    let every = ALL
        .into_iter()
        .chain(membercard_open::UPDATE.siblings.iter().copied())
        .chain([&membercard_open::GET]);
    let every: Vec<&'static Endpoint> = every.collect();
    for endpoint in &every {
        let message = match endpoint.name {
            "membercard-open.create" => {
                let body = include_bytes!("../data/card_member/membercard-open-post-request.json");
                let report = Validator::of(endpoint).validate_json(body);
                report.prepare(&options(endpoint)).unwrap().message().to_owned()
            }
            "membercard-open.update" => {
                let report = Validator::new().validate_json(r#"{"title":"测试卡"}"#.as_bytes());
                report.prepare(&options(endpoint)).unwrap().message().to_owned()
            }
            _ => message(endpoint, &options(endpoint)),
        };
        for other in &every {
            let inspected = inspect(other, ExpectedCards::any(), &message);
            assert_eq!(inspected.is_ok(), endpoint == other, "{} as {}", endpoint.name, other.name);
            if let Ok(inspected) = inspected {
                assert_eq!(inspected.message(), message);
            }
        }
    }
}

#[test]
fn a_card_that_is_changed_or_read_is_an_expected_one() {
    for endpoint in ALL {
        let message = message(endpoint, &options(endpoint));
        let has_card = !endpoint.operation.path_parameter.is_empty();
        let inspected = inspect(endpoint, [CARD_ID], &message).unwrap();
        assert_eq!(inspected.card_id(), if has_card { CARD_ID } else { "" });
        let unexpected = inspect(endpoint, ["another"], &message);
        assert_eq!(unexpected.is_err(), has_card, "{}", endpoint.name);
    }
}

#[test]
fn a_creation_has_one_path() {
    for endpoint in TAKING.into_iter().filter(|endpoint| endpoint.operation.method == "POST") {
        let message = message(endpoint, &options(endpoint));
        for ending in ["/", "/x", "?a=b", "#", "?"] {
            let path = endpoint.operation.path;
            let other = message.replacen(path, &[path, ending].concat(), 1);
            assert_eq!(codes(inspect(endpoint, ExpectedCards::any(), &other)), ["wrong_path"], "{ending}");
        }
    }
}

#[test]
fn a_reading_has_one_query_and_no_body() {
    let get = &wechatpay_membercard::card_member::PARTNER_GET;
    let message = message(get, &options(get));
    let code = |from: &str, to: &str| {
        let other = message.replacen(from, to, 1);
        assert_ne!(other, message);
        codes(inspect(get, ExpectedCards::any(), &other)).concat()
    };
    for query in
        ["", "?", "?brand=1004", "?brand_id", "?brand_id=1004&a=b", "?a=b&brand_id=1004", "?brand_id=1/4"]
    {
        assert_eq!(code("?brand_id=1004", query), "wrong_path", "{query}");
    }
    for value in ["", "%31004", "1%0a", "1 004", &"1".repeat(33)] {
        assert_eq!(code("=1004", &["=", value].concat()), "malformed_card_id", "{value}");
    }
    assert_eq!(code("\n\n", "\n{}\n"), "body_not_canonical");
    let unusual = message.replacen("=1004", "=1a", 1);
    let warnings = inspect(get, [CARD_ID], &unusual).unwrap().warnings().to_vec();
    let warned: Vec<IssueCode> = warnings.iter().map(|issue: &Issue| issue.code).collect();
    assert_eq!(warned, [IssueCode::BrandIdUnusual]);
}
