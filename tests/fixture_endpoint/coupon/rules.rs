//! Rules. They use existing codes, because all codes are in one table of the crate.

use super::fields::BODY;
use wechatpay_membercard::endpoint::{Condition, FieldPath, Operand, Rule};
use wechatpay_membercard::{IssueCode, Severity};

static NAME: FieldPath = BODY.at(&["name"]);
static KIND: FieldPath = BODY.at(&["kind"]);
static DISCOUNT: FieldPath = BODY.at(&["discount"]);
static SHOWN: FieldPath = BODY.at(&["shown"]);
static APPID: FieldPath = BODY.at(&["jump", "jump_appid"]);
static PATH: FieldPath = BODY.at(&["jump", "jump_path"]);
static STATE: FieldPath = FieldPath::of_card(&["state"]);

pub static RULES: &[Rule] = &[
    // An error here, a warning on another endpoint.
    Rule::new(Condition::Pair { fields: [&APPID, &PATH], code: IssueCode::StatementPair })
        .severity(Severity::Error),
    Rule::only_with(&DISCOUNT, Operand::Either(&KIND), &["DISCOUNT"], Some(IssueCode::InitLevelNotUsed))
        .severity(Severity::Error),
    // A warning here, an error on another endpoint.
    Rule::new(Condition::NeverWhile {
        field: &NAME,
        card: &STATE,
        values: &["ENDED"],
        code: IssueCode::PermanentEndTime,
    })
    .severity(Severity::Warning),
    Rule::new(Condition::NeverBack {
        field: &SHOWN,
        code: IssueCode::BalanceLocked,
        unverified: IssueCode::BalanceMaybeLocked,
    })
    .reason("展示后无法关闭", "What is shown stays shown"),
    Rule::new(Condition::Stays { field: &KIND, code: IssueCode::DateTypeChange }).severity(Severity::Error),
];
