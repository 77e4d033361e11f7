//! Checks that an issue has the parameters that its code declares.

use wechatpay_membercard::{Issue, Param, ParamKind, Parameter};

/// The problems of an issue's parameters.
pub fn complaint(issue: &Issue) -> Option<String> {
    let declared = issue.code.parameters();
    let given: Vec<(&str, &Param)> = issue.params.iter().collect();
    let missing = declared.iter().find(|row| !row.is_optional && issue.params.get(row.name).is_none());
    let wrong =
        given.iter().find(|(name, value)| !declared.iter().any(|row| row.name == *name && is(row, value)));
    (missing.is_some() || wrong.is_some())
        .then(|| format!("{} has {given:?}, but declares {declared:?}", issue.code.as_str()))
}

fn is(row: &Parameter, value: &Param) -> bool {
    const LARGEST: i64 = (1 << 53) - 1;
    match (row.kind, value) {
        // Integers that JavaScript represents exactly.
        (ParamKind::Integer | ParamKind::Number, Param::Integer(number)) => number.abs() <= LARGEST,
        (ParamKind::Number, Param::Text(digits)) => digits.parse::<f64>().is_ok(),
        (ParamKind::Text, Param::Text(_)) | (ParamKind::TextList, Param::List(_)) => true,
        (ParamKind::Unit, Param::Text(unit)) => matches!(unit.as_ref(), "character" | "byte"),
        _ => false,
    }
}
