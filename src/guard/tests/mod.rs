mod acceptance;
mod mutation;
mod once;
mod prepared;
mod refusal;
mod view;

use proptest::test_runner::Config as ProptestConfig;

use super::{Expectations, ExpectedCards, InspectedMessage, RefusalCode, Refused, inspect_message};
use crate::issue::IssueCode;

/// Failures are printed, not saved beside the sources.
pub(super) fn proptest_config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

const CARD_ID: &str = "pbLatjvWOibDc5-TBnbUk1pD12o0";
const PATH: &str = "/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0";
const NOW: i64 = 1_554_208_460;
const NONCE: &str = "593BEC0C930BF1AFEB40B4A08C8FB242";
const BODY: &str = r#"{"title":"会员卡"}"#;

fn expectations() -> Expectations {
    Expectations::new([CARD_ID]).now_seconds(NOW)
}

/// Requirements that accept any prepared request, at the message's own time.
fn lenient(message: &[u8]) -> Expectations {
    let lines = String::from_utf8_lossy(message);
    let now = lines.split('\n').nth(2).and_then(|timestamp| timestamp.parse().ok());
    Expectations::new(ExpectedCards::any())
        .now_seconds(now.unwrap_or(NOW))
        .min_nonce_length(1)
        .allow_warnings([IssueCode::UnknownKey])
}

fn message(method: &str, path: &str, timestamp: &str, nonce_str: &str, body: &str) -> String {
    format!("{method}\n{path}\n{timestamp}\n{nonce_str}\n{body}\n")
}

fn good() -> String {
    message("PATCH", PATH, "1554208460", NONCE, BODY)
}

fn inspect(message: &str) -> Result<InspectedMessage, Refused> {
    inspect_message(message.as_bytes(), &expectations())
}

fn codes(message: &str) -> Vec<RefusalCode> {
    match inspect(message) {
        Ok(_) => Vec::new(),
        Err(refused) => refused.refusals().iter().map(|refusal| refusal.code).collect(),
    }
}
