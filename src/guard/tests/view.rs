//! Serialization.

use serde_json::{Value, json};

use super::*;
use crate::guard::Inspection;
use crate::text::locale::Locale;

fn view(message: &str, locale: Locale) -> Value {
    serde_json::to_value(Inspection::new(&inspect(message), locale)).unwrap()
}

#[test]
fn an_accepted_message() {
    assert_eq!(
        view(&good(), Locale::Zh),
        json!({
            "accepted": true,
            "message": good(),
            "method": "PATCH",
            "path": PATH,
            "cardId": CARD_ID,
            "timestamp": NOW,
            "expiresAt": NOW + 300,
            "nonceStr": NONCE,
            "body": BODY,
            "warnings": [],
        })
    );
}

#[test]
fn a_refused_message() {
    let message = message("PUT", PATH, "1554208460", NONCE, r#"{"title":1}"#);
    assert_eq!(
        view(&message, Locale::Zh),
        json!({
            "accepted": false,
            "refusals": [
                {
                    "code": "wrong_method",
                    "params": { "expected": "PATCH", "actual": "PUT" },
                    "issues": [],
                    "message": "请求方法应为 PATCH，当前为“PUT”",
                },
                {
                    "code": "invalid_body",
                    "params": {},
                    "issues": [{
                        "severity": "error",
                        "code": "wrong_type",
                        "location": "body",
                        "path": ["title"],
                        "pointer": "/title",
                        "params": { "expected": "string", "actual": "number", "instead": "\"1\"" },
                        "message": "会员卡名称应为文本，当前为数字：请写成 \"1\"",
                    }],
                    "message": "请求内容未通过校验：会员卡名称应为文本，当前为数字：请写成 \"1\"",
                },
            ],
            "warnings": [],
        })
    );
}
