//! The second part of `docs/issue-codes.md`: all other code tables.

use wechatpay_membercard::{
    Bilingual, FormErrorCode, LeftCode, MigrationErrorCode, Parameter, RefusalCode, RequestErrorCode,
    ResponseErrorCode, SendErrorCode, SignatureErrorCode, SigningErrorCode,
};

use crate::markdown::{code, parameters, plain, row};

const HEAD: &str = "
## Codes of failures 其他代码

All other failures have codes, too, from tables of the same kind. A message may contain more than its parameters, such as
the issues of a request.

其他失败也有代码，来自同样的数据表；提示中除参数外还可能有其他内容，例如请求的问题列表。
";

/// One code: its name, its parameters and its message.
type Row = (&'static str, &'static [Parameter], Bilingual);

/// All tables after the issues.
pub fn sections() -> String {
    macro_rules! rows {
        ($code:ty) => {
            <$code>::ALL.iter().map(|code| (code.as_str(), code.parameters(), code.template()))
        };
    }
    [
        HEAD.to_owned(),
        section("`RequestErrorCode`: a request cannot be prepared 无法生成请求", rows!(RequestErrorCode)),
        section("`SigningErrorCode`: a request cannot be signed 签名失败", rows!(SigningErrorCode)),
        section("`SignatureErrorCode`: not a signature 签名不可用", rows!(SignatureErrorCode)),
        section("`SendErrorCode`: sending got no response 发送未得到应答", rows!(SendErrorCode)),
        section(
            "`ResponseErrorCode`: a response is not a verified success 应答不是验签通过的成功",
            rows!(ResponseErrorCode),
        ),
        section("`RefusalCode`: a message must not be signed 拒绝签名", rows!(RefusalCode)),
        section("`FormErrorCode`: a form edit failed 表单无法完成操作", rows!(FormErrorCode)),
        section("`MigrationErrorCode`: a card cannot be migrated 会员卡无法迁移", rows!(MigrationErrorCode)),
        section(
            "`LeftCode`: a field of an older card is not in the new body 旧字段未写入新请求体",
            rows!(LeftCode),
        ),
    ]
    .concat()
}

fn section(title: &str, rows: impl Iterator<Item = Row>) -> String {
    let head = format!("\n### {title}\n\n| code | parameters | message |\n| --- | --- | --- |\n");
    head + &rows.map(line).collect::<String>()
}

fn line((name, known, message): Row) -> String {
    row([code(name), parameters(known), format!("{}<br>{}", plain(message.zh), plain(message.en))])
}
