//! The code table for values of an older card that are not in the new body. `{note}` is additional information.

use crate::wording::codes;

codes! {
    /// The stable name of the reason why a value of an older card is not in the new body. Programs branch on it; its
    /// text form is `snake_case`.
    pub enum LeftCode;

    /// The new body has no such field.
    NoCounterpart = "no_counterpart",
        "新请求体中没有对应的字段[；{note}]",
        "The new body has no such field[; {note}]";
    /// A person must decide how to fill `fields`, JSON pointers.
    ByHand = "by_hand", { fields: TextList },
        "没有完全对应的字段，请自行决定在 {fields} 中填写什么[；{note}]",
        "No field matches exactly: decide which part of it belongs in {fields}[; {note}]";
    /// The endpoint does not accept the field `field`, a JSON pointer.
    NotTaken = "not_taken", { field: Text, api: Text },
        "对应的字段为 {field}，但接口 {api} 不支持填写",
        "It corresponds to {field}, which {api} does not take";
    /// The endpoint accepts the field `field` only with other values of `other`; both are JSON pointers.
    OnlyWith = "only_with", { field: Text, other: Text, allowed: TextList },
        "对应的字段 {field} 仅在 {other} 为 {allowed} 时才能填写",
        "It corresponds to {field}, which is accepted only when {other} is {allowed}";
    /// The field `field`, a JSON pointer, has no corresponding value.
    NoValue = "no_value", { field: Text, actual: Text },
        "{field} 没有与“{actual}”对应的值[；{note}]",
        "No value of {field} corresponds to “{actual}”[; {note}]";
    /// The new list `field`, a JSON pointer, accepts fewer items.
    TooManyItems = "too_many_items", { field: Text, max: Integer },
        "{field} 最多 {max} 项",
        "{field} can have at most {max} items";
    /// The field `field`, a JSON pointer, is filled already: the old key occurs twice.
    Repeated = "repeated", { field: Text },
        "{field} 已有值：旧字段重复出现，只写入了第一个",
        "{field} has a value already: the older card has the key twice, and the first one was moved";
    /// Not a known field of the older card.
    UnknownField = "unknown_field",
        "不是已知的旧字段",
        "It is not known to be a field of the older card";
}

codes! {
    /// The stable name of the reason why a card cannot be migrated. Programs branch on it; its text form is
    /// `snake_case`.
    pub enum MigrationErrorCode;

    /// The card is not valid JSON. `{issue}` describes the problem.
    Unreadable = "unreadable",
        "无法读取旧会员卡：{issue}",
        "the older card cannot be read: {issue}";
    /// It has no field of an older card, or more fields of the new API. `keys` lists its first keys.
    NotOldCard = "not_old_card", { keys: TextList, apis: TextList },
        "不是可以迁移的会员卡：应为 {apis} 的请求内容或查询结果[（现有 {keys}）]",
        "this is not a card that can be migrated: pass a body or a response of {apis}[ (it has {keys})]";
}

#[cfg(test)]
mod tests {
    use super::{LeftCode, MigrationErrorCode};
    use crate::wording::check::check_table;

    #[test]
    fn every_row_is_whole() {
        check_table(LeftCode::ALL, LeftCode::template, LeftCode::parameters, &["note"]);
        let (template, parameters) = (MigrationErrorCode::template, MigrationErrorCode::parameters);
        check_table(MigrationErrorCode::ALL, template, parameters, &["issue"]);
    }
}
