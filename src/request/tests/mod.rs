mod check;
mod data;
mod endpoints;
mod prepared;
mod signature;
mod signing;
mod vectors;

use super::{PreparedRequest, RequestError, RequestOptions};
use crate::endpoints::membercard_open::UPDATE;

const CARD_ID: &str = "pbLatjvWOibDc5-TBnbUk1pD12o0";
const MCHID: &str = "1900007291";
const SERIAL_NO: &str = "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB";
const TIMESTAMP: i64 = 1_554_208_460;
const NONCE_STR: &str = "593BEC0C930BF1AFEB40B4A08C8FB242";
const BODY: &str = r#"{"title":"微信支付测试卡"}"#;

/// Options without any issue.
fn options() -> RequestOptions {
    RequestOptions {
        timestamp: Some(TIMESTAMP),
        nonce_str: Some(NONCE_STR.into()),
        ..RequestOptions::new(CARD_ID, MCHID, SERIAL_NO)
    }
}

fn prepared() -> PreparedRequest {
    prepare(BODY, &options()).unwrap()
}

fn prepare(body: &str, options: &RequestOptions) -> Result<PreparedRequest, RequestError> {
    PreparedRequest::new(UPDATE.operation, body, options)
}
