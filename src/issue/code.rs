//! The issue codes: one row per code, with its usual severity, parameters, and message in both languages.
//!
//! A message is a template. `{name}` stands for the parameter of that name, `{label}` for the field's label. A part in
//! `[…]` is left out when a parameter in it is missing.

use super::Severity;
use crate::wording::codes;

/// The table: a [code table](codes) with the usual severity of each code, and its parameter types for TypeScript. A row
/// reads
/// `Variant = "code", Severity, { parameter: Kind, …; optional parameter: Kind, … }, "消息", "message";`
macro_rules! issue_codes {
    ($($(#[cfg($($cfg:tt)+)])? $(#[doc = $doc:literal])+ $variant:ident = $code:literal, $severity:ident,
        $({ $($param:ident: $kind:ident),* $(; $($extra:ident: $extra_kind:ident),+)? },)?
        $zh:literal, $en:literal;)+
    ) => {
        codes! {
            /// The stable name of a problem. Programs branch on it; its text form is `snake_case`.
            pub enum IssueCode;

            $($(#[cfg($($cfg)+)])? $(#[doc = $doc])+ $variant = $code,
                $({ $($param: $kind),* $(; $($extra: $extra_kind),+)? },)?
                $zh, $en;)+
        }

        impl IssueCode {
            /// The usual severity. The row of a field or rule may override it.
            pub const fn severity(self) -> Severity {
                match self { $(IssueCode::$variant => Severity::$severity,)+ }
            }
        }

        #[cfg(all(feature = "typescript", target_arch = "wasm32"))]
        #[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
        const ISSUE_PARAMS: &str = concat!(
            "\n/** The parameters of the issues of each code: raw values, as Intl and message formats take them. */\n",
            "export interface IssueParams {\n",
            $(
                "    /**" $(, $doc)+, " */\n    ", $code, ": ",
                super::typescript::params!($({ $($param: $kind),* $(; $($extra: $extra_kind),+)? })?),
                ";\n",
            )+
            "}\n"
        );
    };
}

issue_codes! {
    // Reading JSON text.

    #[cfg(feature = "json")]
    /// The text breaks the grammar of JSON (RFC 8259) in a way that no other code describes.
    JsonSyntax = "json_syntax", Error, { line: Integer, column: Integer, offset: Integer, expected: Text },
        "JSON 第 {line} 行第 {column} 列有语法错误，此处应为 {expected}",
        "JSON syntax error at line {line}, column {column}: expected {expected}";
    #[cfg(feature = "json")]
    /// The text does not start like JSON, such as `title=abc`. `actual` is its beginning.
    JsonStart = "json_start", Error, { line: Integer, column: Integer, offset: Integer, expected: Text; actual: Text },
        "内容不是 JSON：第 {line} 行第 {column} 列应以 {expected} 开头[，当前为“{actual}”]",
        "This is not JSON: at line {line}, column {column} it must start with {expected}[, not “{actual}”]";
    #[cfg(feature = "json")]
    /// The text ends before the JSON value is complete.
    JsonUnfinished = "json_unfinished", Error, { line: Integer, column: Integer, offset: Integer },
        "JSON 不完整：到第 {line} 行第 {column} 列就结束了，可能被截断，或漏了右括号",
        "The JSON text is incomplete: it ends at line {line}, column {column}, so it was cut off or a closing bracket is missing";
    #[cfg(feature = "json")]
    /// A superfluous comma: after the last member or item, before the first, or twice in a row.
    JsonExtraComma = "json_extra_comma", Error, { line: Integer, column: Integer, offset: Integer },
        "JSON 第 {line} 行第 {column} 列多了一个逗号，请删除",
        "There is an extra comma at line {line}, column {column}: remove it";
    #[cfg(feature = "json")]
    /// A missing comma between two members or items.
    JsonMissingComma = "json_missing_comma", Error, { line: Integer, column: Integer, offset: Integer },
        "JSON 第 {line} 行第 {column} 列之前缺少逗号",
        "A comma is missing before line {line}, column {column}";
    #[cfg(feature = "json")]
    /// An unescaped quotation mark inside a text, or a missing comma after a text.
    JsonUnescapedQuote = "json_unescaped_quote", Error, { line: Integer, column: Integer, offset: Integer },
        "JSON 第 {line} 行第 {column} 列之前的双引号如果是文本内容，请写成 \\\"；如果是文本结尾，后面缺少逗号",
        "If the double quote before line {line}, column {column} is part of the text, write it as \\\"; if it ends the text, a comma is missing";
    #[cfg(feature = "json")]
    /// A key without a value.
    JsonMissingValue = "json_missing_value", Error, { line: Integer, column: Integer, offset: Integer },
        "JSON 第 {line} 行第 {column} 列缺少值",
        "A value is missing at line {line}, column {column}";
    #[cfg(feature = "json")]
    /// Curly, single, Chinese or other quotation marks.
    JsonQuotes = "json_quotes", Error, { line: Integer, column: Integer, offset: Integer, actual: Text },
        "JSON 第 {line} 行第 {column} 列的引号 {actual} 不正确，请用英文双引号（\"）",
        "The quotation mark {actual} at line {line}, column {column} is not JSON: use straight double quotes (\")";
    #[cfg(feature = "json")]
    /// A key or text without quotation marks. `nearest` is the JSON literal that may be meant.
    JsonUnquoted = "json_unquoted", Error, { line: Integer, column: Integer, offset: Integer, actual: Text; nearest: Text },
        "JSON 第 {line} 行第 {column} 列的 {actual} 没有加引号，请用英文双引号括起来[，或写成 {nearest}]",
        "{actual} at line {line}, column {column} has no quotation marks: put it in double quotes[, or write {nearest}]";
    #[cfg(feature = "json")]
    /// Full-width or other punctuation instead of JSON's.
    JsonPunctuation = "json_punctuation", Error, { line: Integer, column: Integer, offset: Integer, actual: Text, expected: Text },
        "JSON 第 {line} 行第 {column} 列的“{actual}”应改为英文标点 {expected}",
        "Write {expected} instead of “{actual}” at line {line}, column {column}";
    #[cfg(feature = "json")]
    /// A blank or invisible character between values that JSON does not allow there, such as a full-width space.
    JsonBlank = "json_blank", Error, { line: Integer, column: Integer, offset: Integer, code_point: Text },
        "JSON 第 {line} 行第 {column} 列有全角空格或不可见字符（{code_point}），请删除或改为普通空格",
        "JSON does not allow the blank or invisible character {code_point} at line {line}, column {column}: remove it or use a plain space";
    #[cfg(feature = "json")]
    /// A comment.
    JsonComment = "json_comment", Error, { line: Integer, column: Integer, offset: Integer },
        "JSON 不支持注释，请删除第 {line} 行第 {column} 列的注释",
        "JSON has no comments: remove the one at line {line}, column {column}";
    #[cfg(feature = "json")]
    /// A number in a notation that JSON does not allow.
    JsonNumber = "json_number", Error, { line: Integer, column: Integer, offset: Integer, actual: Text },
        "JSON 第 {line} 行第 {column} 列的数字 {actual} 写法不正确：应为 8、-1、0.5 这样的十进制数，不能有多余的 0、加号或分隔符",
        "The number {actual} at line {line}, column {column} is not JSON: write a decimal number such as 8, -1 or 0.5, without leading zeros, plus signs and separators";
    #[cfg(feature = "json")]
    /// An invalid escape sequence.
    JsonEscape = "json_escape", Error, { line: Integer, column: Integer, offset: Integer },
        "JSON 第 {line} 行第 {column} 列的反斜杠用法不正确：反斜杠本身请写成 \\\\",
        "The backslash at line {line}, column {column} does not start a valid escape: write a backslash as \\\\";
    #[cfg(feature = "json")]
    /// A line break or another control character in a text.
    JsonControlCharacter = "json_control_character", Error, { line: Integer, column: Integer, offset: Integer, code_point: Text },
        "JSON 第 {line} 行第 {column} 列的文本中有换行等控制字符（{code_point}）：换行请写成 \\n；如果文本已结束，请补上双引号",
        "The text at line {line}, column {column} contains a line break or another control character ({code_point}): write a line break as \\n, or close the text with a double quote";
    #[cfg(feature = "json")]
    /// A text without its closing quotation mark; the position is its beginning.
    JsonUnclosedText = "json_unclosed_text", Error, { line: Integer, column: Integer, offset: Integer },
        "JSON 第 {line} 行第 {column} 列开始的文本缺少结尾的双引号",
        "The text that starts at line {line}, column {column} has no closing double quote";
    #[cfg(feature = "json")]
    /// Something follows the JSON value.
    JsonTrailingData = "json_trailing_data", Error, { line: Integer, column: Integer, offset: Integer },
        "JSON 在第 {line} 行第 {column} 列之后还有多余内容，请删除",
        "Unexpected content after the JSON value, from line {line}, column {column}: remove it";
    /// The input exceeds the size limit, in bytes.
    JsonTooLarge = "json_too_large", Error, { max: Integer, unit: Unit; actual: Integer },
        "数据过大：最多 {max} 字节[，当前 {actual} 字节]",
        "The data is too large: at most {max} bytes[, not {actual}]";
    /// Objects and arrays are nested too deeply.
    JsonTooDeep = "json_too_deep", Error, { max: Integer },
        "{label}嵌套过深：最多 {max} 层",
        "{label} is nested too deeply: at most {max} levels";
    /// The keys along the path to a value are too long, in bytes.
    JsonPathTooLong = "json_path_too_long", Error, { max: Integer, actual: Integer, unit: Unit },
        "{label}内的字段名过长：各级字段名合计最多 {max} 字节，当前 {actual} 字节",
        "A key in {label} is too long: the keys that lead to a value can have {max} bytes in total, not {actual}";
    #[cfg(feature = "json")]
    /// The bytes are not UTF-8.
    JsonInvalidUtf8 = "json_invalid_utf8", Error, { line: Integer, column: Integer, offset: Integer },
        "JSON 第 {line} 行第 {column} 列不是合法的 UTF-8 编码，请以 UTF-8 保存后重试",
        "Line {line}, column {column} is not valid UTF-8: save the text as UTF-8";
    #[cfg(feature = "json")]
    /// The text begins with a byte order mark, which JSON does not allow.
    JsonByteOrderMark = "json_byte_order_mark", Warning,
        "JSON 开头有字节顺序标记（BOM），已忽略",
        "The JSON text starts with a byte order mark (BOM), which was ignored";
    /// A key occurs twice in one object, so readers may disagree about its value.
    DuplicateKey = "duplicate_key", Error, { key: Text },
        "字段 {key} 重复出现，请只保留一个",
        "The key {key} appears more than once: keep one";
    /// A key that differs from another one only in case. Case-insensitive readers confuse the two. An error if the
    /// other key is a field.
    AmbiguousKey = "ambiguous_key", Error, { key: Text, other: Text },
        "字段 {key} 与 {other} 只有大小写不同，有的程序会把两者当作同一个字段：请只保留一个",
        "The keys {key} and {other} differ only in case, and some programs treat them as the same key: keep one";
    /// A key that is dangerous in JavaScript objects.
    ForbiddenKey = "forbidden_key", Error, { key: Text },
        "不允许使用字段名 {key}，请删除",
        "The key {key} is not allowed: remove it";
    /// An unknown key; it stays in the body. `places` lists where the API has such a field, as JSON pointers with `*`
    /// for any list item. `api` is another API that has such a field: the name of an endpoint, or the beginning of the
    /// names of its endpoints. Other endpoints of WeChat Pay have been reported to refuse unknown keys with 400
    /// (请求中含有未在API文档中定义的参数). An error if unknown keys are refused.
    UnknownKey = "unknown_key", Warning, { key: Text; api: Text, nearest: Text, places: TextList },
        "接口文档中此处没有字段 {key}，微信支付可能拒绝整个请求（其他接口会因此返回 400）[；它是接口 {api} 的字段][；您是否想写 {nearest}][；该字段应写在 {places}]",
        "The API does not list the field {key} here: WeChat Pay may refuse the whole request, as other endpoints do with 400[; it is a field of {api}][; did you mean {nearest}?][; the API lists it at {places}]";
    /// An unknown key that was removed from the body, as configured.
    UnknownKeyDropped = "unknown_key_dropped", Warning, { key: Text; api: Text, nearest: Text, places: TextList },
        "接口文档中此处没有字段 {key}，已从请求体中去掉[；它是接口 {api} 的字段][；您是否想写 {nearest}][；该字段应写在 {places}]",
        "The API does not list the field {key} here, so it was left out of the body[; it is a field of {api}][; did you mean {nearest}?][; the API lists it at {places}]";

    // The report itself.

    /// More problems than are listed. An error if an omitted one is.
    TooManyIssues = "too_many_issues", Warning, { max: Integer, actual: Integer },
        "问题过多：共 {actual} 处，仅列出前 {max} 处",
        "Too many problems: only the first {max} of {actual} are listed";

    // Reading values of the host language.

    /// An unpaired surrogate, which UTF-8 cannot represent.
    UnpairedSurrogate = "unpaired_surrogate", Error,
        "{label}含有不完整的字符（孤立的代理项），请重新输入",
        "{label} contains half a character (an unpaired surrogate): enter it again";
    /// A value that JSON cannot represent; `actual` is its kind.
    UnsupportedValue = "unsupported_value", Error, { actual: Text; expected: Text },
        "{label}的值是 {actual}，无法写成 JSON[，应为{expected}]",
        "{label} is {actual}, which JSON cannot express[: use a value of type {expected}]";
    /// An object with a `toJSON` method, which is not called. `actual` is its class.
    OwnJson = "own_json", Error, { actual: Text },
        "{label}是 {actual} 对象，其 toJSON 方法不会被调用：请传入 toJSON() 的返回值",
        "{label} is a {actual} object, whose toJSON method is not called: pass the result of toJSON()";
    /// A date object, such as JavaScript's `Date`, in a time field: it was converted to `written`.
    DateRead = "date_read", Warning, { written: Text },
        "{label}是日期对象，已写为 {written}",
        "{label} is a date object and was written as {written}";
    /// A date object where no time is expected.
    DateNotDue = "date_not_due", Error, { ; written: Text, expected: Text },
        "{label}是日期对象，但此处应填的不是时间[，应为{expected}][：请写成文本，如 {written}]",
        "{label} is a date object, but this field is not a time[: it must be of type {expected}][: write it as text, such as {written}]";
    /// A date object that is invalid or outside the years 0 to 9999.
    DateInvalid = "date_invalid", Error,
        "{label}是无效的日期对象，请检查它是如何得到的",
        "{label} is an invalid date object: check how it was made";
    /// Reading the value failed: a getter or a proxy threw.
    Unreadable = "unreadable", Error,
        "读取{label}时出错",
        "{label} could not be read: reading it threw an error";
    /// The value contains itself.
    Circular = "circular", Error,
        "{label}循环引用了自身",
        "{label} contains itself (a circular reference)";

    // Types and presence.

    /// The value has the wrong JSON type.
    /// `instead` is the corrected value as JSON, if it is unambiguous.
    WrongType = "wrong_type", Error, { expected: Text, actual: Text; instead: Text },
        "{label}应为{expected}，当前为{actual}[：请写成 {instead}]",
        "{label} must be of type {expected}, not {actual}[: write {instead}]";
    /// JSON text instead of the object or array itself. `functions` accept JSON text.
    JsonInText = "json_in_text", Error, { expected: Text; functions: TextList },
        "{label}是 JSON 文本，不是{expected}：请先解析（如 JSON.parse）[，或改用 {functions}]",
        "{label} is JSON text, not an {expected}: parse it first, as JSON.parse does[, or call {functions}]";
    /// A number with a fraction instead of an integer.
    NotInteger = "not_integer", Error, { actual: Text },
        "{label}应为整数，当前为 {actual}",
        "{label} must be an integer, not {actual}";
    /// `null`, which the API's basic rules exclude. The key is omitted, which leaves the card's value unchanged.
    NullOmitted = "null_omitted", Warning,
        "{label}为 null，已省略：不会清空该字段，卡上原值保持不变",
        "{label} is null and was left out: this does not clear the field; the card keeps its value";
    /// Not one of the listed values.
    UnknownValue = "unknown_value", Error, { allowed: TextList, actual: Text; nearest: Text },
        "{label}不能为“{actual}”，可选值：{allowed}[；您是否想写 {nearest}]",
        "{label} cannot be “{actual}”: use one of {allowed}[; did you mean {nearest}?]";
    /// The body is empty: the request would change nothing.
    NothingToUpdate = "nothing_to_update", Warning,
        "没有要修改的字段",
        "There is nothing to update";
    /// No top-level key is a field of this API, so the request could not change the card. `keys` lists the first keys.
    /// The fields may be inside an object (`wrapper`) or JSON text (`text`), both JSON pointers; have differently
    /// written names (`fields` lists the right ones); belong to the older card API, identified by the key `old_key`; or
    /// belong to another API, `api`.
    NoKnownField = "no_known_field", Error, { keys: TextList; wrapper: Text, text: Text, fields: TextList, old_key: Text, api: Text },
        "请求内容中没有该接口的任何字段（现有 {keys}），无法修改会员卡[：字段在 {wrapper} 之内，请直接传入其中的对象][：{text} 是 JSON 文本，请先解析，再直接传入其中的对象][：字段名应写作 {fields}][：{old_key} 属于旧版公众号卡券接口；本接口的字段直接写在最外层][：这些是接口 {api} 的字段]",
        "The payload has no field of this API (it has {keys}), so it cannot update the card[: the fields are inside {wrapper}, so pass that object][: {text} is JSON text, so parse it and pass the object in it][: write the names as the API does, {fields}][: {old_key} belongs to the older card API; here, all fields stand at the top level][: these are fields of {api}]";
    /// A required field is missing from its object.
    Missing = "missing", Warning,
        "缺少{label}，请填写",
        "{label} is missing: fill it in";
    #[cfg(feature = "card-member")]
    /// A field that an update cannot change. `api` is the endpoint that accepts it.
    FieldFixed = "field_fixed", Error, { ; api: Text },
        "不能通过修改接口修改{label}，请删除[；它是接口 {api} 的字段]",
        "An update cannot change {label}: leave it out[; it is a field of {api}]";
    #[cfg(feature = "card-member")]
    /// A field is missing that another one requires.
    RequiredWith = "required_with", Error, { other: Text; value: Text },
        "填写了 {other}[（{value}）]，必须同时填写{label}",
        "{label} is required with {other}[ {value}]";
    #[cfg(feature = "card-member")]
    /// A field that is accepted only with certain values of another one; without `actual`, the other value is unknown.
    OnlyWith = "only_with", Error, { other: Text, allowed: TextList; actual: Text },
        "{label}仅在 {other} 为 {allowed} 时才能填写[，当前为 {actual}]",
        "{label} is accepted only when {other} is {allowed}[, not {actual}]";
    #[cfg(feature = "card-member")]
    /// A documented value that WeChat Pay does not accept at present.
    ValueClosed = "value_closed", Error, { allowed: TextList, actual: Text },
        "{label}暂不支持 {actual}，目前可选：{allowed}",
        "{label} cannot currently be {actual}: use {allowed}";
    /// An empty text. Whether it clears the field is not documented.
    EmptyText = "empty_text", Warning,
        "{label}为空：接口文档未说明空值能否清空该字段，如不修改请删除",
        "{label} is empty: it is not documented whether that clears the field; leave it out to keep the card's value";

    // Numbers.

    /// Below the minimum.
    TooSmall = "too_small", Error, { min: Integer, actual: Number },
        "{label}不能小于 {min}，当前为 {actual}",
        "{label} must be at least {min}, not {actual}";
    #[cfg(feature = "json")]
    /// A number under an unknown key that most programs cannot represent exactly: they read another value, infinity, or
    /// 0 (RFC 8259, section 6).
    InexactNumber = "inexact_number", Error, { actual: Text },
        "{label}的数字 {actual} 超出通用精度，许多程序会读成另一个数：请减少位数，或加英文双引号改为文本",
        "{label} is {actual}, which many programs read as another number: use fewer digits, or write it as text, in double quotes";
    /// Zero, which related APIs refuse.
    ZeroValue = "zero_value", Warning,
        "{label}为 0，可能被微信支付拒绝，请填写大于 0 的整数",
        "{label} is 0, which WeChat Pay may refuse: use a number greater than 0";
    /// Above the maximum.
    TooLarge = "too_large", Warning, { max: Integer, actual: Number },
        "{label}不能大于 {max}，当前为 {actual}",
        "{label} must be at most {max}, not {actual}";

    // Texts.

    /// Longer than the limit in characters (Unicode code points).
    TooLong = "too_long", Error, { max: Integer, actual: Integer, unit: Unit },
        "{label}最多 {max} 个字，当前 {actual} 个字",
        "{label} can have at most {max} characters, not {actual}";
    /// Text beyond ASCII that exceeds the limit if the API counts bytes.
    TooLongInBytes = "too_long_in_bytes", Warning, { max: Integer, actual: Integer, unit: Unit },
        "{label}若按字节计算可能超长：上限 {max}，当前 {actual} 字节",
        "{label} may be too long if WeChat Pay counts bytes: it has {actual} bytes, and the limit is {max}";
    /// A character of four UTF-8 bytes, such as most emoji; the API allows one to three. `position` counts from 1.
    UnsupportedCharacter = "unsupported_character", Error, { character: Text, code_point: Text, position: Integer },
        "{label}含有不支持的字符“{character}”（{code_point}），请删除：微信支付不接受表情等 4 字节字符",
        "{label} contains the unsupported character “{character}” ({code_point}): remove it; WeChat Pay refuses emoji and other 4-byte characters";
    /// A control character. `position` counts from 1.
    ControlCharacter = "control_character", Warning, { code_point: Text, position: Integer },
        "{label}第 {position} 个字是控制字符（{code_point}），请删除",
        "Character {position} of {label} is a control character ({code_point}): remove it";
    /// An invisible character, such as a zero-width space. `position` counts from 1.
    InvisibleCharacter = "invisible_character", Warning, { code_point: Text, position: Integer },
        "{label}第 {position} 个字是不可见字符（{code_point}），请确认是否需要",
        "Character {position} of {label} is invisible ({code_point}): is it intentional?";
    /// Leading or trailing blanks.
    SurroundingBlanks = "surrounding_blanks", Warning,
        "{label}首尾有空格，请确认是否需要",
        "{label} starts or ends with a blank: is it intentional?";
    /// A character that the card's name may not allow. `position` counts from 1.
    UnusualCharacter = "unusual_character", Warning, { character: Text, code_point: Text, position: Integer },
        "{label}仅支持中文、英文、数字和标点，“{character}”（{code_point}）可能被拒绝",
        "{label} takes Chinese, English, digits and punctuation: “{character}” ({code_point}) may be refused";

    // Formats.

    /// Not an AppID: it has blanks or characters beyond ASCII.
    AppidFormat = "appid_format", Error,
        "{label}格式不正确，请填写服务号或小程序后台显示的 AppID",
        "{label} is not an AppID: use the one shown in the account's console";
    /// Not the usual form: `wx` and 16 letters or digits.
    AppidUnusual = "appid_unusual", Warning,
        "{label}通常为 wx 加 16 位字母或数字，请核对",
        "An AppID is usually wx followed by 16 letters or digits: check {label}";
    /// The usual form, but not hexadecimal as real AppIDs are.
    AppidNotHexadecimal = "appid_not_hexadecimal", Warning,
        "{label}中 wx 之后通常只有数字和 a–f，请核对",
        "After wx, an AppID usually has only digits and a–f: check {label}";
    /// Not an absolute http or https URL, or an impossible host or port.
    UrlFormat = "url_format", Error,
        "{label}不是有效的网址，请填写以 https:// 开头的完整网址",
        "{label} is not a valid URL: enter a complete one that starts with https://";
    /// `http:` where `https:` is expected.
    UrlInsecure = "url_insecure", Warning,
        "{label}使用了 http，请改为 https",
        "{label} uses http: use https";
    /// User information, a port or a fragment in an image's URL.
    UrlUnusualPart = "url_unusual_part", Warning, { part: Text },
        "{label}含有多余的部分（{part}），请使用图片上传接口返回的原始网址",
        "{label} has an unexpected part ({part}): use the URL exactly as the image upload API returned it";
    /// User information before the host of a link, easily mistaken for the host.
    UrlUserinfo = "url_userinfo", Warning, { host: Text },
        "{label}中“@”之前的内容不是域名，实际打开的是 {host}，请核对",
        "What comes before @ in {label} is not the host: the link opens {host}; check it";
    /// A port in a link. `port` is missing if nothing follows the colon.
    UrlPort = "url_port", Warning, { ; port: Text },
        "{label}带有端口[ {port}]，请核对会员能否打开",
        "{label} has a port[, {port}]: check that members can open it";
    /// A link to an IP address.
    UrlIpAddress = "url_ip_address", Warning, { host: Text },
        "{label}使用了 IP 地址 {host}，通常应为域名，请核对",
        "{label} uses the IP address {host} instead of a domain name: check it";
    /// A character that domain names do not contain, or that looks like another one.
    UrlHostUnusual = "url_host_unusual", Warning, { host: Text, character: Text },
        "{label}的域名 {host} 含有不常见的字符“{character}”，请核对",
        "{label} has the host {host} with the unusual character “{character}”: check it";
    /// A character that must be percent-encoded in URLs and paths. `position` counts from 1.
    UnencodedCharacter = "unencoded_character", Warning, { character: Text, position: Integer },
        "{label}第 {position} 个字“{character}”应使用百分号编码",
        "Character {position} of {label}, “{character}”, should be percent-encoded";
    /// A parent directory segment (`..`) in the path of a link or page.
    DotSegments = "dot_segments", Warning,
        "{label}含有“..”，打开的可能是另一个页面，请写出完整路径",
        "{label} contains “..” and may open a different page: write the full path";
    /// A host that the image upload API does not return.
    ImageHost = "image_host", Error, { host: Text, allowed: TextList },
        "{label}的域名 {host} 不可用：请先用图片上传接口上传图片，再填写返回的网址（{allowed}）",
        "{label} has the host {host}: upload the image with the image upload API and use the URL it returns ({allowed})";
    /// An undocumented host under `qpic.cn`.
    ImageHostUnverified = "image_host_unverified", Warning, { host: Text, allowed: TextList },
        "{label}的域名 {host} 未见于接口文档，可能被拒绝（文档中为 {allowed}）",
        "{label} has the host {host}, which is none of those in the documentation ({allowed}): it may be refused";
    /// An image uploaded to the Official Account platform instead of WeChat Pay.
    ImageWrongService = "image_wrong_service", Warning, { host: Text },
        "{label}来自公众号素材（{host}），可能被拒绝：请改用微信支付的图片上传接口",
        "{label} is an Official Account image ({host}) and may be refused: upload it with WeChat Pay's image upload API";
    /// Does not look like a telephone number.
    ServicePhoneUnusual = "service_phone_unusual", Warning,
        "{label}不像电话号码，请核对",
        "{label} does not look like a phone number: check it";
    /// A URL with a scheme, such as `https:` or `javascript:`, instead of a mini program page path.
    PathFormat = "path_format", Error, { scheme: Text },
        "{label}应为小程序页面路径（如 pages/index/index），不能是以 {scheme} 开头的地址",
        "{label} must be the path of a mini program's page (such as pages/index/index), not a URL that starts with {scheme}";
    /// Two consecutive slashes in a page path, like a URL without its scheme.
    PathDoubleSlash = "path_double_slash", Warning,
        "{label}含有连续的“/”，请核对",
        "{label} has two slashes in a row: check it";
    /// Blanks in a page path.
    PathBlank = "path_blank", Warning,
        "{label}含有空格，请核对",
        "{label} contains spaces: check it";
    /// Not an RFC 3339 date and time.
    DateTimeFormat = "date_time_format", Error,
        "{label}的时间格式应为 2020-05-20T13:29:35.120+08:00 或 2020-05-20T13:29:35+08:00",
        "{label} must look like 2020-05-20T13:29:35.120+08:00 or 2020-05-20T13:29:35+08:00";
    /// The right format, but the date or time does not exist.
    DateTimeNonexistent = "date_time_nonexistent", Error, { part: Text },
        "{label}的日期或时间不存在（“{part}”超出范围），请检查",
        "{label} is not a real date or time: its {part} is out of range";
    /// Valid RFC 3339, but not a format listed in the API's rules.
    DateTimeUnlisted = "date_time_unlisted", Warning, { part: Text },
        "{label}的写法（{part}）未列入接口规则，建议写成 2020-05-20T13:29:35.120+08:00",
        "{label} has a form that the API's rules do not list ({part}): write it like 2020-05-20T13:29:35.120+08:00";

    #[cfg(feature = "membercard-open")]
    /// Characters that the API for members' cards refuses in the field of the same name.
    OutRequestNoUnusual = "out_request_no_unusual", Warning,
        "{label}含有用户会员卡接口的同名字段不支持的字符，建议只用半角字母、数字和“|”“_”“*”“-”",
        "{label} contains characters that the API for members' cards does not take in its field of the same name: use letters, digits, |, _, * and -";
    #[cfg(feature = "card-member")]
    /// Not letters, digits, `-` and `_`.
    OutRequestNoFormat = "out_request_no_format", Error,
        "{label}只能包含半角字母、数字、“-”和“_”",
        "{label} can have only letters, digits, - and _";
    #[cfg(feature = "card-member")]
    /// Known brand ids consist of digits.
    BrandIdUnusual = "brand_id_unusual", Warning,
        "{label}通常为纯数字，请核对",
        "A brand id usually consists of digits: check {label}";
    #[cfg(feature = "card-member")]
    /// Not a hexadecimal colour.
    ColorFormat = "color_format", Error,
        "{label}应为 # 加十六进制数字，如 #FFFF00",
        "{label} must be # followed by hexadecimal digits, such as #FFFF00";
    #[cfg(feature = "card-member")]
    /// Not `#` and six hexadecimal digits.
    ColorUnusual = "color_unusual", Warning,
        "{label}通常为 # 加 6 位十六进制数字，如 #FFFF00",
        "{label} is usually # followed by six hexadecimal digits, such as #FFFF00";
    #[cfg(feature = "card-member")]
    /// An address that WeChat Pay cannot reach.
    NotifyUrlPrivate = "notify_url_private", Error, { host: Text },
        "{label}的主机 {host} 无法从外网访问，请改用公网域名",
        "{label} has the host {host}, which WeChat Pay cannot reach: use a public domain name";
    #[cfg(feature = "card-member")]
    /// A query, a missing path, or an IP address instead of a domain name. `part` is `query`, `path` or `address`.
    NotifyUrlUnusual = "notify_url_unusual", Warning, { part: Text },
        "{label}应为带路径、不带查询参数的域名网址，请检查{part}",
        "{label} should have a domain name, a path and no query: check its {part}";

    // Lists.

    /// A duplicate item. `first` is the index of the first occurrence, counted from 0.
    DuplicateItem = "duplicate_item", Warning, { first: Integer },
        "{label}重复，请删除重复项",
        "{label} repeats an earlier item: remove it";
    /// More items than this API, or a related one, accepts.
    TooManyItems = "too_many_items", Warning, { max: Integer, actual: Integer },
        "{label}最多 {max} 项，当前 {actual} 项",
        "{label} can have at most {max} items, not {actual}";
    /// A choice without options.
    ValuesMissing = "values_missing", Warning,
        "{label}为空：下拉、单选、多选字段需要提供选项",
        "{label} is empty: a field of type SELECT, RADIO or CHECK_BOX needs options";

    // The card's current state.

    /// What was given as the card's current state has no field of a card; rules that depend on the state are skipped. A
    /// warning if it is empty. The parameters hint at the fields, like those of `no_known_field`.
    CurrentNotCard = "current_not_card", Error, { ; keys: TextList, wrapper: Text, text: Text, fields: TextList },
        "{label}中没有会员卡的字段[（现有 {keys}）]，相关规则未检查[：字段在 {wrapper} 之内，请直接传入其中的对象][：{text} 是 JSON 文本，请先解析，再直接传入其中的对象][：字段名应写作 {fields}]；请传入查询会员卡模板接口返回的内容，尚不知道时请留空",
        "{label} has no field of a card[ (it has {keys})], so its rules were not checked[: the fields are inside {wrapper}, so pass that object][: {text} is JSON text, so parse it and pass the object in it][: write the names as the API does, {fields}]; pass what the query API returned, or nothing if it is not known yet";

    // Rules between fields: levels.

    #[cfg(feature = "membercard-open")]
    /// Levels are shown, but the initial level is empty in the update or on the card.
    InitLevelRequired = "init_level_required", Error,
        "展示会员等级时必须填写{label}",
        "{label} is required when levels are shown";
    #[cfg(feature = "membercard-open")]
    /// Levels are shown, but whether the card has an initial level is unknown: the card's state was not given or lacks
    /// the field.
    InitLevelMaybeRequired = "init_level_maybe_required", Warning,
        "展示会员等级时必须有{label}：若卡上尚未设置，请在此填写",
        "When levels are shown, the card needs {label}: fill it in unless the card already has it";
    #[cfg(feature = "membercard-open")]
    /// An initial level, though levels are not shown.
    InitLevelNotUsed = "init_level_not_used", Warning,
        "不展示会员等级时填写{label}可能被拒绝",
        "{label} may be refused when levels are not shown";
    #[cfg(feature = "card-member")]
    /// Levels are to be shown, but the card has no initial level and an update cannot set one.
    LevelUnset = "level_unset", Warning,
        "会员卡没有会员初始等级，修改接口也不能设置，{label}可能被拒绝",
        "The card has no init_level, which an update cannot set: {label} may be refused";
    /// The current page of the API does not list this field.
    FieldUnlisted = "field_unlisted", Warning,
        "现行接口文档未列出{label}，是否仍受支持未知",
        "The API's current page does not list “{label}”: it is not known whether it is still accepted";

    // Rules between fields: code allocation and stock.

    #[cfg(feature = "membercard-open")]
    /// The card's codes are allocated by WeChat Pay: this mode cannot change.
    CodeModeLocked = "code_mode_locked", Error, { current: Text, requested: Text },
        "{label}为“系统分配”（{current}）的会员卡不支持修改为 {requested}",
        "{label} of this card is {current} and cannot change to {requested}";
    #[cfg(feature = "membercard-open")]
    /// No mode can be changed to allocation by WeChat Pay.
    CodeModeToSystem = "code_mode_to_system", Error, { current: Text, requested: Text },
        "{label}不支持从 {current} 修改为“系统分配”（{requested}）",
        "{label} cannot change from {current} to {requested}";
    #[cfg(feature = "membercard-open")]
    /// `SYSTEM_ALLOCATE` is accepted at most if the card already has it, which is unknown.
    CodeModeUnverified = "code_mode_unverified", Warning, { requested: Text },
        "只有会员卡当前的{label}已是 {requested} 时才可填写，否则会被拒绝；如不修改请删除",
        "{requested} is accepted only if the card's {label} is already {requested}: otherwise leave it out";
    #[cfg(feature = "membercard-open")]
    /// The merchant page says that the mode cannot be changed.
    CodeModeChange = "code_mode_change", Warning, { current: Text, requested: Text },
        "普通商户文档称{label}设置后不支持修改（{current} → {requested}），可能被拒绝",
        "The merchants' page says that {label} cannot be changed once set ({current} → {requested}): it may be refused";
    #[cfg(feature = "membercard-open")]
    /// The merchant page marks the field as required.
    CodeModeMissing = "code_mode_missing", Warning,
        "普通商户文档将{label}标为必填，请填写会员卡当前的值",
        "The merchants' page marks {label} as required: enter the card's current value";
    #[cfg(feature = "membercard-open")]
    /// Stock applies to `SYSTEM_ALLOCATE` only.
    TotalQuantityNotUsed = "total_quantity_not_used", Warning, { code_mode: Text },
        "会员卡code分配类型为 {code_mode} 时不需要填写{label}",
        "{label} is not needed when code_mode is {code_mode}";
    #[cfg(feature = "membercard-open")]
    /// Less stock than cards already issued.
    TotalQuantityBelowIssued = "total_quantity_below_issued", Warning, { issued: Integer, actual: Integer },
        "{label}（{actual}）小于已领取的数量 {issued}，可能被拒绝",
        "{label} ({actual}) is less than the {issued} cards already issued: it may be refused";

    // Rules between fields: stored value.

    #[cfg(feature = "membercard-open")]
    /// Stored value cannot be hidden once it is shown.
    BalanceLocked = "balance_locked", Error,
        "会员储值一旦展示无法关闭，{label}不能改为 false",
        "Stored value cannot be switched off once shown: {label} cannot change to false";
    #[cfg(feature = "membercard-open")]
    /// Stored value is hidden, but whether the card shows it is unknown: the card's state was not given or lacks the
    /// field.
    BalanceMaybeLocked = "balance_maybe_locked", Warning,
        "会员储值一旦展示无法关闭：若卡上已展示储值，{label}为 false 会被拒绝",
        "Stored value cannot be switched off once shown: if the card shows it, {label} = false will be refused";
    #[cfg(feature = "membercard-open")]
    /// A mini program without a page path, neither in the update nor on the card.
    BalancePathRequired = "balance_path_required", Error,
        "填写储值小程序appid时，必须填写{label}",
        "{label} is required with balance_appid";
    #[cfg(feature = "membercard-open")]
    /// A mini program without a page path, but whether the card has one is unknown: the card's state was not given or
    /// lacks the field.
    BalancePathMaybeRequired = "balance_path_maybe_required", Warning,
        "填写储值小程序appid时必须有{label}：若卡上尚未设置，请在此填写",
        "With balance_appid, the card also needs {label}: fill it in unless the card already has it";
    #[cfg(feature = "membercard-open")]
    /// A page path without its mini program.
    BalanceAppidMissing = "balance_appid_missing", Warning,
        "填写储值小程序path时，建议同时填写{label}",
        "With balance_path, {label} is usually needed too";
    #[cfg(feature = "membercard-open")]
    /// Stored value is shown, but leads nowhere.
    BalanceEntryMissing = "balance_entry_missing", Warning,
        "支持储值时，{label}需要储值小程序（balance_appid 和 balance_path）或储值url",
        "When stored value is shown, {label} needs a mini program (balance_appid and balance_path) or balance_url";

    // Rules between fields: validity.

    /// The type of validity differs from the card's.
    DateTypeChange = "date_type_change", Warning, { current: Text, requested: Text },
        "会员卡当前的{label}为 {current}，不支持修改为 {requested}",
        "{label} of this card is {current} and cannot change to {requested}";
    #[cfg(feature = "membercard-open")]
    /// A card without expiry cannot get an end.
    PermanentEndTime = "permanent_end_time", Error,
        "会员卡当前永久有效，不能填写{label}",
        "The card never expires: {label} cannot be set";
    /// The range ends before it begins.
    DateRangeReversed = "date_range_reversed", Error, { begin: Text, end: Text },
        "{label}（{end}）早于有效期开始时间（{begin}）",
        "{label} ({end}) is before the start ({begin})";
    /// The range ends when it begins, so the card is never valid.
    DateRangeEmpty = "date_range_empty", Warning,
        "{label}与有效期开始时间相同，有效期为空",
        "{label} is the same as the start: the card would never be valid";
    #[cfg(feature = "membercard-open")]
    /// A fixed range without beginning or end.
    DateRangeIncomplete = "date_range_incomplete", Warning,
        "有效期类型为 FIX_TIME_RANGE 时，通常需要{label}",
        "FIX_TIME_RANGE usually needs {label}";
    /// A field of another type of validity.
    DateFieldNotUsed = "date_field_not_used", Warning, { type: Text },
        "有效期类型为 {type} 时不使用{label}，建议删除",
        "{label} is not used when type is {type}: leave it out";
    #[cfg(feature = "membercard-open")]
    /// A term without its number of days.
    DayCountMissing = "day_count_missing", Warning,
        "有效期类型为 FIX_TERM 时，请填写“{label}”",
        "FIX_TERM needs {label}";
    #[cfg(feature = "membercard-open")]
    /// A waiting period without a number of days after it.
    WaitWithoutDays = "wait_without_days", Warning,
        "{label}需要与 available_day_after_receive 一起填写",
        "{label} works only together with available_day_after_receive";
    #[cfg(feature = "membercard-open")]
    /// A range narrower than the card's.
    DateRangeNarrowed = "date_range_narrowed", Warning, { current: Text, requested: Text },
        "{label}缩短了会员卡当前的有效期（{current} → {requested}），可能被拒绝",
        "{label} shortens the card's validity ({current} → {requested}): it may be refused";
    /// The end is in the past.
    DatePast = "date_past", Warning, { actual: Text },
        "{label}（{actual}）已过去，请核对",
        "{label} ({actual}) is in the past: check it";

    // Rules between fields: the merchant's statement, and the whole card.

    #[cfg(feature = "membercard-open")]
    /// A mini program without a path, or a path without its mini program.
    StatementPair = "statement_pair", Warning, { other: Text },
        "填写了 {other}，建议同时填写{label}",
        "With {other}, {label} is usually needed too";
    #[cfg(feature = "card-member")]
    /// The card has expired.
    CardEnded = "card_ended", Warning,
        "该会员卡已失效，修改可能被拒绝",
        "This card has expired: an update may be refused";
    #[cfg(feature = "membercard-open")]
    /// The merchant has deleted the card.
    CardDeleted = "card_deleted", Warning,
        "该会员卡已删除，修改不会成功",
        "This card has been deleted: an update cannot succeed";

    // The request around the body.

    #[cfg(feature = "request")]
    /// Not a card id: empty, too long, or with blanks, control characters, `/`, `?` or `#`.
    CardIdFormat = "card_id_format", Error,
        "{label}格式不正确，请填写创建会员卡时返回的 card_id（最多 32 个字符）",
        "{label} is not a card id: use the card_id that creation returned (at most 32 characters)";
    #[cfg(feature = "request")]
    /// Characters that no known card id has; they are percent-encoded.
    CardIdUnusual = "card_id_unusual", Warning,
        "{label}通常只有字母、数字、“-”和“_”，请核对",
        "A card id usually has only letters, digits, - and _: check {label}";
    #[cfg(feature = "request")]
    /// Known card ids have 28 characters.
    CardIdLengthUnusual = "card_id_length_unusual", Warning, { actual: Integer },
        "{label}通常为 28 个字符，当前 {actual} 个，请核对",
        "A card id usually has 28 characters, {label} has {actual}: check it";
    #[cfg(feature = "request")]
    /// Not a merchant number (1 to 32 digits).
    MchidFormat = "mchid_format", Error,
        "{label}应为纯数字",
        "{label} must consist of digits";
    #[cfg(feature = "request")]
    /// Known merchant numbers have 8 to 10 digits.
    MchidUnusual = "mchid_unusual", Warning,
        "{label}通常为 8–10 位数字，请核对",
        "A merchant number usually has 8 to 10 digits: check {label}";
    #[cfg(feature = "request")]
    /// Not a certificate serial number in hexadecimal (at most 64 digits).
    SerialNoFormat = "serial_no_format", Error,
        "{label}应为十六进制数字（最多 64 位）",
        "{label} must be hexadecimal (at most 64 digits)";
    #[cfg(feature = "request")]
    /// The id of WeChat Pay's public key instead of the merchant certificate's serial number.
    SerialNoKeyId = "serial_no_key_id", Error,
        "{label}应为商户API证书的序列号；PUB_KEY_ID_ 开头的是微信支付公钥ID，属于请求头 Wechatpay-Serial",
        "{label} must be the serial number of the merchant API certificate; PUB_KEY_ID_… is the id of WeChat Pay's public key, which belongs in Wechatpay-Serial";
    #[cfg(feature = "request")]
    /// Known serial numbers are 40 upper-case hexadecimal digits.
    SerialNoUnusual = "serial_no_unusual", Warning,
        "{label}通常为 40 位大写十六进制数字，请核对",
        "A serial number is usually 40 upper-case hexadecimal digits: check {label}";
    #[cfg(feature = "request")]
    /// Not a Unix time in seconds.
    TimestampFormat = "timestamp_format", Error, { actual: Integer },
        "{label}应为以秒为单位的 Unix 时间，当前为 {actual}（毫秒请除以 1000）",
        "{label} must be a Unix time in seconds, not {actual} (divide milliseconds by 1000)";
    #[cfg(feature = "request")]
    /// A nonce with characters that could break the header or the message.
    NonceStrFormat = "nonce_str_format", Error,
        "{label}应由可见的 ASCII 字符组成，且不能有双引号和反斜杠",
        "{label} must consist of visible ASCII characters, without double quotes and backslashes";
    #[cfg(feature = "request")]
    /// Longer than 32 characters.
    NonceStrLong = "nonce_str_long", Warning, { max: Integer, actual: Integer },
        "{label}通常不超过 {max} 个字符，当前 {actual} 个",
        "{label} usually has at most {max} characters, not {actual}";
    #[cfg(feature = "request")]
    /// Characters that could break the header.
    WechatpaySerialFormat = "wechatpay_serial_format", Error,
        "{label}只能包含字母、数字、“-”和“_”",
        "{label} can have only letters, digits, - and _";
    #[cfg(feature = "request")]
    /// Neither a public key id nor a certificate's serial number.
    WechatpaySerialUnusual = "wechatpay_serial_unusual", Warning,
        "{label}通常为 PUB_KEY_ID_ 加数字，或 40 位十六进制的平台证书序列号，请核对",
        "{label} is usually PUB_KEY_ID_ followed by digits, or the 40 hexadecimal digits of a platform certificate: check it";
}
