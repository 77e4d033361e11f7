//! Parameter values that are terms of this package, such as types. Programs get them as they are; messages translate
//! them.

/// A term in Chinese.
pub(super) fn in_chinese(term: &str) -> Option<&'static str> {
    TERMS.iter().find(|(english, _)| *english == term).map(|(_, chinese)| *chinese)
}

const TERMS: &[(&str, &str)] = &[
    // JSON types.
    ("array", "列表"),
    ("boolean", "布尔值"),
    ("integer", "整数"),
    ("number", "数字"),
    ("object", "对象"),
    ("string", "文本"),
    // Parts of a date and time.
    ("month", "月"),
    ("day", "日"),
    ("hour", "时"),
    ("minute", "分"),
    ("second", "秒"),
    ("fraction", "小数秒"),
    ("leap second", "闰秒"),
    ("offset", "时区"),
    // Parts of a URL.
    ("address", "主机"),
    ("fragment", "“#”之后的部分"),
    ("path", "路径"),
    ("port", "端口"),
    ("query", "查询参数"),
    ("userinfo", "用户信息"),
];
