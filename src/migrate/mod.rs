//! Migrates cards of older APIs to the body of an endpoint.

mod card_reader;
mod code;
mod draft;
mod error;
mod left;
mod moved;
mod target;

pub use code::{LeftCode, MigrationErrorCode};
pub use error::MigrationError;
pub use left::LeftField;
pub use moved::MovedField;

use crate::endpoint::{Condition, Endpoint, OldCard};
use crate::issue::IssueCode;
use crate::issue::findings::Findings;
use crate::json::writer::quoted;
use crate::json::{Style, canonical, parse};
use crate::validate::{Report, Validator};
use card_reader::CardReader;
use draft::{Draft, steps};
use target::is_listed;

/// The result of a migration: a draft of the new body, and everything that a person should check.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Migration {
    /// The older API.
    pub api: &'static str,
    /// The new body in canonical form. It is a draft: see [`report`](Migration::report).
    pub body: String,
    /// Fields that were moved, in the order of the older card.
    pub moved: Vec<MovedField>,
    /// Fields that were set to the only value that the new API accepts, as JSON pointers.
    pub given: Vec<&'static str>,
    /// Fields that are not in the new body, in the order of the older card, with reasons.
    pub left: Vec<LeftField>,
    /// The validator's report on the new body.
    pub report: Report,
}

impl Migration {
    /// Fields that the endpoint requires but the older card lacks, as JSON pointers.
    pub fn missing(&self) -> Vec<String> {
        let issues = self.report.issues().iter();
        issues.filter(|issue| issue.code == IssueCode::Missing).map(|issue| issue.pointer()).collect()
    }
}

/// Migrates a card of an older API to the body of an endpoint. The card may be a response or request body of the older
/// API.
///
/// [`OldCard`]s define how fields map. Every value of the card is listed as moved or left, so that nothing is lost
/// silently. The new body is a draft: [`missing`](Migration::missing) lists what the endpoint requires beyond it, and
/// [`report`](Migration::report) has the validator's issues.
///
/// ```
/// use wechatpay_membercard::{LeftCode, card_member, migrate};
///
/// let card = r#"{"title": "测试卡", "code_type": "QRCODE", "logo_url": "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0"}"#;
/// let migration = migrate(card, card_member::OLD_CARDS, &card_member::BRAND_CREATE)?;
/// assert_eq!(migration.body, r#"{"card_type":"NORMAL","card_title":"测试卡","code_type":"QR_CODE"}"#);
/// assert_eq!(migration.left[0].pointer, "/logo_url");
/// assert_eq!(migration.left[0].code, LeftCode::NoCounterpart);
/// assert!(migration.missing().contains(&"/member_information".to_owned()));
/// # Ok::<(), wechatpay_membercard::MigrationError>(())
/// ```
///
/// # Errors
///
/// If the text is not JSON or not a card of an older API: see [`MigrationError`].
pub fn migrate(
    card: &str,
    old_cards: &'static [OldCard],
    endpoint: &'static Endpoint,
) -> Result<Migration, MigrationError> {
    let mut reader = CardReader::of(card, old_cards, endpoint)?;
    let given = give(reader.old, endpoint, &mut reader.draft);
    leave_what_needs_others(endpoint, &mut reader);
    let mut text = String::new();
    reader.draft.write(&mut text);
    let body = match parse(text.as_bytes(), endpoint.body, &mut Findings::default()) {
        Ok(document) => canonical(&document, Style { china_time: false, drops_unknown: false }),
        Err(_) => text,
    };
    let report = Validator::of(endpoint).validate_json(body.as_bytes());
    let CardReader { old, moved, left, .. } = reader;
    Ok(Migration { api: old.api, body, moved, given, left, report })
}

/// Sets fields to the only values that the new API accepts.
fn give(old: &OldCard, endpoint: &Endpoint, draft: &mut Draft) -> Vec<&'static str> {
    let taken = old.given.iter().filter(|(field, _)| is_listed(endpoint, &steps(field)));
    let mut given = Vec::new();
    for (field, value) in taken {
        draft.put(&steps(field), &[], quoted(value));
        given.push(*field);
    }
    given
}

/// Removes values that the endpoint accepts only with other values of other fields.
fn leave_what_needs_others(endpoint: &Endpoint, reader: &mut CardReader) {
    for rule in endpoint.rules() {
        let Condition::OnlyWith { field, by, values, .. } = &rule.condition else { continue };
        let by = by.field().keys();
        let other = pointer(by);
        let known = || reader.old.given.iter().find(|(given, _)| *given == other).map(|(_, value)| *value);
        let value = reader.draft.get(by).and_then(Draft::word).or_else(known);
        if value.is_some_and(|value| !values.contains(&value)) && reader.draft.get(field.keys()).is_some() {
            reader.draft.remove(field.keys());
            reader.leave_moved(&pointer(field.keys()), &other, values);
        }
    }
}

fn pointer(keys: &[&str]) -> String {
    keys.iter().flat_map(|key| ["/", key]).collect()
}
