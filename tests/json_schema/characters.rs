//! Every character in every text format, except blocks of thousands of similar ones.

use std::ops::RangeInclusive;

use serde_json::{Value, json};
use wechatpay_membercard::JsonSchemaOptions;

use crate::comparison::Comparison;

/// Texts with one more character in each of their parts.
fn texts(character: char) -> impl Iterator<Item = Value> {
    let it = character;
    let url = |text: String| json!({ "balance_information": { "balance_url": text } });
    let image = |text: String| json!({ "logo_url": text });
    let update = |key: &str, text: String| json!({ key: text });
    let nested = |key: &str, text: String| json!({ "additional_statement": { key: text } });
    [
        update("title", it.to_string()),
        update("appid", format!("wx{it}")),
        update("service_phone", it.to_string()),
        update("description", it.to_string()),
        update("unlisted", it.to_string()),
        json!({ it.to_string(): 1 }),
        json!({ "date_information": { it.to_string(): [it.to_string()] } }),
        nested("appid", it.to_string()),
        nested("path", format!("{it}https://a")),
        nested("path", format!("http{it}://a")),
        nested("title", it.to_string()),
        url(it.to_string()),
        url(format!("{it}https://a.b/")),
        url(format!("http{it}://a.b/")),
        url(format!("https:{it}//a.b/")),
        url(format!("https://{it}a.b/")),
        url(format!("https://u{it}u@a.b/")),
        url(format!("https://a{it}b/")),
        url(format!("https://a.b{it}")),
        url(format!("https://a.b:8{it}")),
        url(format!("https://[:{it}:]/")),
        url(format!("https://[::1]{it}")),
        url(format!("https://a.b/{it}?x#y")),
        image(format!("https://wxpaylogo.qpic.cn{it}/0")),
        image(format!("https://wxpaylogo{it}qpic.cn/0")),
        image(format!("https://{it}qpic.cn/0")),
        image(format!("https://{it}.qpic.cn/0")),
        image(format!("https://wxpaylogo.qpi{it}.cn/0")),
        image(format!("https://q{it}@wxpaylogo.qpic.cn/0")),
        json!({ "date_information": { "available_end_time": format!("2030-05-20{it}13:29:35Z") } }),
        json!({ "date_information": { "available_end_time": format!("2030-05-20T13:29:35{it}") } }),
        json!({ "date_information": { "available_end_time": format!("2030-05-20T13:29:3{it}Z") } }),
    ]
    .into_iter()
}

/// Blocks of similar characters: a few samples represent each.
const ALIKE: [RangeInclusive<char>; 5] = [
    '\u{3400}'..='\u{4dbf}', // ideographs, extension A
    '\u{4e00}'..='\u{9fff}', // ideographs
    '\u{a000}'..='\u{a48c}', // Yi
    '\u{ac00}'..='\u{d7a3}', // Hangul
    '\u{e000}'..='\u{f8ff}', // private use
];

fn stands_for_others(character: char) -> bool {
    let alike = ALIKE.iter().find(|block| block.contains(&character));
    alike.is_none_or(|block| {
        [*block.start(), *block.end()].contains(&character) || u32::from(character) % 256 == 7
    })
}

#[test]
fn both_agree_on_every_character() {
    let comparison = Comparison::new(&JsonSchemaOptions::default());
    // Characters beyond the Basic Multilingual Plane are all similar; a few samples represent them.
    let beyond = ['\u{10000}', '😀', '\u{20000}', '\u{10ffff}'];
    for character in ('\0'..='\u{ffff}').filter(|it| stands_for_others(*it)).chain(beyond) {
        for value in texts(character) {
            assert!(
                comparison.agree(&value),
                "U+{:04X}: {:?}",
                u32::from(character),
                comparison.complaint(&value)
            );
        }
    }
}
