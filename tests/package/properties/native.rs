//! The crate as a filter, for tests that compare it with its WebAssembly: one JSON object per line in and out.

use std::io::{self, BufRead, Write};

use serde::Deserialize;
use serde_json::json;
use wechatpay_membercard::{
    Issue, Locale, LocalizedIssue, Profile, TextBuffer, UnknownKeys, Validator, WrittenValue, abridge,
};

/// A payload, as text or value, with its options.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Question {
    text: Option<String>,
    value: Option<Written>,
    current: Option<Written>,
    locale: Option<Locale>,
    unknown_keys: Option<UnknownKeys>,
    profile: Option<Profile>,
    now: i64,
    #[serde(default)]
    china_time: bool,
    image_hosts: Option<Vec<String>>,
}

/// A value, encoded like the package does.
#[derive(Clone, Deserialize)]
struct Written {
    words: Vec<u32>,
    units: Vec<u16>,
}

impl From<Written> for WrittenValue {
    fn from(Written { words, units }: Written) -> WrittenValue {
        WrittenValue { words, units }
    }
}

impl Question {
    fn validator(&self) -> Validator {
        let mut validator = Validator::new().now(self.now).china_time(self.china_time);
        validator = validator.profile(self.profile.unwrap_or_default());
        validator = validator.unknown_keys(self.unknown_keys.unwrap_or_default());
        if let Some(hosts) = &self.image_hosts {
            validator = validator.image_hosts(hosts.iter().cloned());
        }
        match self.current.clone().map(WrittenValue::from) {
            Some(state) => validator.current_value(state),
            None => validator,
        }
    }
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let question: Question = serde_json::from_str(&line?)?;
        let validator = question.validator();
        let report = match question.value.map(WrittenValue::from) {
            Some(value) => validator.validate_value(value.read(&mut TextBuffer::new())),
            None => validator.validate_json(question.text.unwrap_or_default().as_bytes()),
        };
        let locale = question.locale.unwrap_or_default();
        let in_words = |issue: Issue| issue.into_localized(locale);
        let issues: Vec<LocalizedIssue> =
            abridge(report.issues().to_vec()).into_iter().map(in_words).collect();
        writeln!(out, "{}", json!({ "body": report.body(), "issues": issues }))?;
    }
    Ok(())
}
