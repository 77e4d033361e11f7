//! Texts near the limits of formats.

use proptest::prelude::*;
use serde_json::json;
use wechatpay_membercard::{JsonSchemaOptions, JsonSchemaTarget};

use crate::comparison::Comparison;

fn urls() -> impl Strategy<Value = String> {
    let host = "([a-z]{0,3}\\.){0,3}(qpic\\.cn|QPIC\\.cn|wxpaylogo\\.qpic\\.cn|a|)\\.?";
    let parts = format!(
        "(https?|HTTPS|ftp|)(://|:/|//|:)([a-z@:]{{0,4}}@)?({host}|\\[[a:.]{{0,4}}\\]?)(:[0-9a]{{0,3}}){{0,2}}[/?#@:\\\\]{{0,3}}[a-z会 ]{{0,2}}"
    );
    prop_oneof![
        4 => proptest::string::string_regex(&parts).expect("an expression"),
        4 => "[htps:/@.\\[\\]a#?\\\\]{0,14}",
        1 => "https://a:0{0,3}[0-9]{1,6}/?",
        1 => "https://a?(%[0-9a-fA-F]{1,2}){1,3}a?",
        1 => "https://\\[[0-9a-f:.]{0,6}\\]",
        1 => " ?(plugin|plugin-private|java|Plugin|2d|a\\+b)(://|:/|:)?[a-z/]{0,4}",
    ]
}

/// All ports, and all escapes in hosts.
#[test]
fn both_agree_on_ports_and_escapes() {
    let comparison = Comparison::new(&JsonSchemaOptions::default());
    let ports = (0..=70_000).step_by(7).chain(65_500..65_600).chain([99_999, 100_000, 655_350]);
    let ports = ports.map(|port| format!("https://a:{port}"));
    let escapes =
        (0..=255).flat_map(|byte| [format!("https://a%{byte:02x}b/"), format!("https://a%{byte:02X}")]);
    for url in ports.chain(escapes) {
        let value = json!({ "balance_information": { "balance_url": url } });
        assert!(comparison.agree(&value), "{:?} {value}", comparison.complaint(&value));
    }
}

fn times() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-2][019][0-9]{2}-[01][0-9]-[0-3][0-9][Tt][0-2][0-9]:[0-6][0-9]:[0-5][0-9](\\.[0-9]{0,4})?([Zz]|[+-][0-2][0-9]:[0-6][0-9])",
        "(1900|2000|2023|2024|2100)-0[1-3]-(28|29|30|31)T00:00:00Z",
        "2024-1[0-2]-3[01]T2[34]:59:5[0-9][Z+]",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_agree(urls in prop::collection::vec(urls(), 8), times in prop::collection::vec(times(), 8)) {
        thread_local! {
            static COMPARISONS: [Comparison; 3] = [
                JsonSchemaTarget::Draft202012, JsonSchemaTarget::Draft07, JsonSchemaTarget::OpenApi30,
            ].map(|target| Comparison::new(&JsonSchemaOptions { target, ..Default::default() }));
        }
        let of_urls = urls.iter().flat_map(|url| {
            [json!({ "logo_url": url }), json!({ "additional_statement": { "url": url } }), json!({ "additional_statement": { "path": url } })]
        });
        let of_times = times.iter().map(|time| json!({ "date_information": { "available_begin_time": time } }));
        for value in of_urls.chain(of_times) {
            COMPARISONS.with(|comparisons| -> Result<(), TestCaseError> {
                for comparison in comparisons {
                    prop_assert!(comparison.agree(&value), "{:?} {value}", comparison.complaint(&value));
                }
                Ok(())
            })?;
        }
    }
}
