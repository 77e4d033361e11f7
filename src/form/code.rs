//! The code table of form errors. `{path}` and `{meant}` are paths, `{issue}` describes what is wrong with a value.

use crate::wording::codes;

codes! {
    /// The stable name of a [`FormError`](super::FormError). Programs branch on it; its text form is `snake_case`.
    pub enum FormErrorCode;

    /// The path leads neither to a field of the update nor to an existing value. `api` is an API that has such a field.
    UnknownField = "unknown_field", { ; api: Text },
        "{path} 不是本接口的字段[，而是接口 {api} 的字段][：您是否想写 {meant}？]",
        "{path} is not a field of this API[, but of {api}][: did you mean {meant}?]";
    /// An index is outside its list.
    OutOfRange = "out_of_range", { length: Integer },
        "{path} 超出列表的范围，列表共 {length} 项",
        "{path} lies outside of its list, which has {length} items";
    /// A value of another type is in the place of the object or list that should contain the field.
    NotContainer = "not_container", { actual: Text },
        "{path} 的类型为 {actual}，其中不能有字段或列表项：请先删除该值",
        "{path} is of type {actual} and cannot hold a field or an item: remove it first";
    /// List items were to be edited, but there is no list.
    NotList = "not_list",
        "{path} 不是列表",
        "{path} is not a list";
    /// The value is not JSON, is nested too deeply, or would make the payload too large.
    Unreadable = "unreadable",
        "无法读取 {path} 的值：{issue}",
        "the value for {path} cannot be read: {issue}";
}

#[cfg(test)]
mod tests {
    use super::FormErrorCode;
    use crate::wording::check::check_table;

    #[test]
    fn every_row_is_whole() {
        let more = ["path", "meant", "issue"];
        check_table(FormErrorCode::ALL, FormErrorCode::template, FormErrorCode::parameters, &more);
    }
}
