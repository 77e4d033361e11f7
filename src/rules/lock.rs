//! Which fields the card's current state does not let change. Any other value would be refused.

use super::Facts;
use super::place::{Place, is_at, place};
use crate::issue::{IssueCode, Segment};
use crate::json::Value;
use crate::locale::Bilingual;
use crate::schema::{CodeMode, DateType};

/// Why a field cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The issue that a change would raise.
    pub code: IssueCode,
    /// The reason in words.
    pub reason: Bilingual,
}

/// One row: a field is locked if a field of the card has this value.
struct Row {
    field: Place,
    by: Place,
    value: &'static str,
    lock: Lock,
}

static ROWS: &[Row] = &[
    Row {
        field: place(&["code_mode"]),
        by: place(&["code_mode"]),
        value: CodeMode::SystemAllocate.as_str(),
        lock: Lock {
            code: IssueCode::CodeModeLocked,
            reason: Bilingual {
                zh: "该会员卡的code由微信支付系统分配，不支持修改",
                en: "WeChat Pay allocates this card's codes, which cannot be changed",
            },
        },
    },
    Row {
        field: place(&["balance_information", "need_balance"]),
        by: place(&["balance_information", "need_balance"]),
        value: "true",
        lock: Lock {
            code: IssueCode::BalanceLocked,
            reason: Bilingual {
                zh: "会员储值一旦展示无法关闭",
                en: "Stored value cannot be switched off once it is shown",
            },
        },
    },
    Row {
        field: place(&["date_information", "available_end_time"]),
        by: place(&["date_information", "type"]),
        value: DateType::Permanent.as_str(),
        lock: Lock {
            code: IssueCode::PermanentEndTime,
            reason: Bilingual {
                zh: "该会员卡永久有效，不能填写有效期结束时间",
                en: "This card is valid for ever: it cannot get an end",
            },
        },
    },
];

/// Why the field at a path cannot be changed, if so.
pub(crate) fn lock(facts: &Facts<'_>, path: &[Segment]) -> Option<Lock> {
    let card = facts.current?;
    let row = ROWS.iter().find(|row| is_at(row.field, path))?;
    let locked = match card.value(row.by)? {
        Value::Text(text) => text == row.value,
        Value::Boolean(value) => *value && row.value == "true",
        _ => false,
    };
    locked.then_some(row.lock)
}
