//! The guard accepts what prepared requests make.

use proptest::prelude::*;

use super::*;
use crate::endpoints::membercard_open::CardUpdate;
use crate::issue::{Issue, IssueCode};
use crate::request::{PreparedRequest, RequestOptions};
use crate::validate::Validator;

/// The request with these parts, if it is valid.
pub(super) fn prepare(card_id: &str, timestamp: i64, nonce_str: &str, body: &str) -> Option<PreparedRequest> {
    let options = RequestOptions {
        timestamp: Some(timestamp),
        nonce_str: Some(nonce_str.into()),
        ..RequestOptions::new(card_id, "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
    };
    Validator::new().validate_json(body.as_bytes()).prepare(&options).ok()
}

/// Payloads, valid or not, in any order and layout, with unusual texts and unknown keys.
pub(super) fn payload() -> impl Strategy<Value = String> {
    let text = prop_oneof!["[一-龥a-z0-9]{0,10}", any::<String>()];
    let text = text.prop_map(|text| serde_json::to_string(&text).unwrap());
    let member = prop_oneof![
        text.clone().prop_map(|text| format!(r#""title":{text}"#)),
        text.clone().prop_map(|text| format!(r#""description" : {text}"#)),
        text.clone().prop_map(|text| format!(r#""service_phone":{text}"#)),
        (0u32..9_000_000).prop_map(|number| format!(r#""total_quantity":{number}.0"#)),
        any::<bool>().prop_map(|value| format!(r#""need_dynamic_code":{value}"#)),
        Just(r#""code_type": "BAR_CODE""#.to_owned()),
        Just(r#""balance_information":{"need_balance":false}"#.to_owned()),
        Just(r#""appid":null"#.to_owned()),
        (text.clone(), text).prop_map(|(key, value)| format!(r#"{key}:[{value},1.50e3,null,{{}}]"#)),
    ];
    prop::collection::vec(member, 0..6).prop_map(|members| format!("{{ {} }}", members.join(" ,")))
}

pub(super) fn request() -> impl Strategy<Value = PreparedRequest> {
    let card_id = prop_oneof!["p[A-Za-z0-9_-]{27}", "[^/?#\\s\\pC]{1,32}"];
    let nonce_str = prop_oneof!["[0-9A-F]{32}", "[!#-\\[\\]-~]{1,128}"];
    (card_id, 1i64..1_000_000_000_000, nonce_str, payload())
        .prop_filter_map("not a valid request", |(card_id, timestamp, nonce_str, payload)| {
            prepare(&card_id, timestamp, &nonce_str, &payload)
        })
}

proptest! {
    #![proptest_config(super::proptest_config())]

    #[test]
    fn every_prepared_request_is_accepted_and_read_right(request in request()) {
        let message = request.message().as_bytes();
        let inspected = inspect_message(message, &lenient(message));
        let inspected = inspected.map_err(|refused| TestCaseError::fail(refused.to_string()))?;
        prop_assert_eq!(inspected.message(), request.message());
        prop_assert_eq!(inspected.method(), request.method());
        prop_assert_eq!(inspected.path(), request.path());
        prop_assert_eq!(inspected.card_id(), request.card_id());
        prop_assert_eq!(inspected.timestamp(), request.timestamp());
        prop_assert_eq!(inspected.nonce_str(), request.nonce_str());
        prop_assert_eq!(inspected.body(), request.body());
        prop_assert!(inspected.value::<CardUpdate>().is_some());
        // The canonical form has no nulls, and may reorder keys.
        let sorted = |issues: &[Issue]| {
            let codes = issues.iter().map(|issue| issue.code).filter(|code| *code != IssueCode::NullOmitted);
            let mut codes: Vec<_> = codes.collect();
            codes.sort();
            codes
        };
        prop_assert_eq!(sorted(inspected.warnings()), sorted(request.warnings()));
    }

    #[test]
    fn with_the_defaults_only_our_own_policy_refuses_a_prepared_request(request in request()) {
        let expectations = Expectations::new([request.card_id()]).now_seconds(request.timestamp());
        if let Err(refused) = inspect_message(request.message().as_bytes(), &expectations) {
            let policy = [RefusalCode::NonceLength, RefusalCode::RefusedWarning];
            prop_assert!(refused.refusals().iter().all(|refusal| policy.contains(&refusal.code)), "{}", refused);
        }
    }
}
