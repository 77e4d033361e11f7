//! Generates JSON that is close to the schema, so that most inputs pass the parser and reach the rules: known fields
//! with mostly valid values, in any order and spelling, and some unknown keys.

use arbitrary::{Result, Unstructured};
use wechatpay_membercard::membercard_open::CARD_UPDATE;
use wechatpay_membercard::schema::{Choice, Field, Format, Kind, Object};

/// Texts near the limits of checks, as JSON.
const TEXTS: &[&str] = &[
    r#""""#,
    r#"" ""#,
    r#""a""#,
    r#""会员卡""#,
    r#""一二三四五六七八九十一""#,
    r#""e\u0301""#,
    r#""\u200b\ufeff\u202e""#,
    r#""\ud83d\ude00""#,
    r#""\ud83d""#,
    r#""\u0000\n""#,
    r#""__proto__""#,
    r#""https://wxpaylogo.qpic.cn/wxpaylogo/x/0""#,
    r#""https://wxpaylogo.qpic.cn@evil.example:8/#""#,
    r#""http://mmbiz.qpic.cn\\/""#,
    r#""HTTPS://[::1]/""#,
    r#""https://pay.weixin.qq.com@evil.example:65536/a/../b""#,
    r#""https://x.com%2f.evil.example/%7B<script>""#,
    r#""javascript:alert(1)""#,
    r#""//evil.example/../x""#,
    r#""wx0123456789abcdef""#,
    r#""wxzzzzzzzzzzzzzzzz""#,
    r#""pages/index/index""#,
    r#"" https://a.example""#,
    r#""2020-05-20T13:29:35.120+08:00""#,
    r#""2030-05-20T13:29:35+08:00""#,
    r#""2016-12-31t23:59:60z""#,
    r#""0000-01-01T00:00:00-23:59""#,
    r#""9999-12-31T23:59:59.99999+00:00""#,
    r#""2023-02-29T00:00:00Z""#,
    r#""SYSTEM_ALLOCATE""#,
    r#""QR_CODE""#,
    r#""DATE_TYPE_PERMANENT""#,
    r#""DELETED""#,
    r#""{\"title\":\"\"}""#,
];

/// Numbers near the limits of checks, as JSON.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-0.0e5",
    "1",
    "-1",
    "1.5",
    "5e6",
    "5000000.0",
    "10957",
    "10958",
    "100000001",
    "9007199254740991",
    "9007199254740992",
    "-9007199254740993",
    "1e400",
    "1e-400",
    "120E-1",
    "0.1e99999999999999999999",
];

/// Unknown keys, as JSON.
const STRANGERS: &[&str] = &[
    r#""""#,
    r#""brand""#,
    r#""Title""#,
    r#""t\u0069tle""#,
    r#""status""#,
    r#""remain_quantity""#,
    r#""data""#,
    r#""title""#,
    r#""codeType""#,
    r#""need_balance""#,
    r#""member_card""#,
    r#""a/b~c""#,
    r#""__proto__""#,
    r#""constructor""#,
    r#""\ud83d""#,
    r#""😀""#,
    r#""0""#,
];

/// An update or a card's state.
pub fn update(source: &mut Unstructured<'_>) -> Result<String> {
    let mut out = String::new();
    object(source, &CARD_UPDATE, &mut out)?;
    Ok(out)
}

/// A value for a field of the update: mostly of the right type.
pub fn value(source: &mut Unstructured<'_>, kind: Option<&'static Kind>) -> Result<String> {
    let mut out = String::new();
    match kind {
        Some(kind) if source.ratio(7, 8)? => fitting(source, kind, &mut out)?,
        _ => anything(source, 3, &mut out)?,
    }
    Ok(out)
}

/// A text, as JSON.
pub fn text(source: &mut Unstructured<'_>) -> Result<String> {
    if source.ratio(3, 4)? {
        return Ok((*source.choose(TEXTS)?).to_owned());
    }
    Ok(serde_json::to_string(source.arbitrary::<&str>()?).expect("a text is JSON"))
}

fn object(source: &mut Unstructured<'_>, object: &'static Object, out: &mut String) -> Result<()> {
    out.push('{');
    let mut first = true;
    for _ in 0..source.int_in_range(0..=object.fields.len().min(8))? {
        if !std::mem::take(&mut first) {
            out.push(',');
        }
        blank(source, out)?;
        if source.ratio(1, 16)? {
            out.push_str(source.choose(STRANGERS)?);
            out.push(':');
            anything(source, 3, out)?;
        } else {
            let field = source.choose(object.fields)?;
            out.push('"');
            out.push_str(field.name);
            out.push_str("\":");
            member(source, field, out)?;
        }
    }
    blank(source, out)?;
    out.push('}');
    Ok(())
}

fn member(source: &mut Unstructured<'_>, field: &'static Field, out: &mut String) -> Result<()> {
    match source.int_in_range(0..=31)? {
        0 => out.push_str("null"),
        1 => anything(source, 3, out)?,
        _ => fitting(source, &field.kind, out)?,
    }
    Ok(())
}

/// A mostly valid value of that type.
fn fitting(source: &mut Unstructured<'_>, kind: &'static Kind, out: &mut String) -> Result<()> {
    match kind {
        Kind::Text(row) if row.format == Format::DateTime && source.ratio(3, 4)? => {
            let (year, month, day) = (
                source.int_in_range(2019..=2031)?,
                source.int_in_range(1..=12)?,
                source.int_in_range(1..=31)?,
            );
            let zone = source.choose(&["Z", "+08:00", ".120+08:00", ".5-01:30"])?;
            out.push_str(&format!("\"{year}-{month:02}-{day:02}T23:00:00{zone}\""));
        }
        Kind::Text(_) => out.push_str(&text(source)?),
        Kind::Integer(_) => out.push_str(source.choose(NUMBERS)?),
        Kind::Boolean => out.push_str(if source.arbitrary()? { "true" } else { "false" }),
        Kind::Choice(choices) => {
            let choice: &Choice = source.choose(choices)?;
            out.push_str(&format!("\"{}\"", choice.value));
        }
        Kind::Object(inner) => object(source, inner, out)?,
        Kind::List(list) => items(source, out, |source, out| fitting(source, list.item, out))?,
    }
    Ok(())
}

/// Any JSON value with limited nesting.
fn anything(source: &mut Unstructured<'_>, depth: usize, out: &mut String) -> Result<()> {
    match source.int_in_range(0..=if depth == 0 { 3 } else { 5 })? {
        0 => out.push_str(source.choose(&["null", "true", "false"])?),
        1 => out.push_str(source.choose(NUMBERS)?),
        2 | 3 => out.push_str(&text(source)?),
        4 => items(source, out, |source, out| anything(source, depth - 1, out))?,
        _ => {
            out.push('{');
            for index in 0..source.int_in_range(0..=3)? {
                if index > 0 {
                    out.push(',');
                }
                out.push_str(source.choose(STRANGERS)?);
                out.push(':');
                anything(source, depth - 1, out)?;
            }
            out.push('}');
        }
    }
    Ok(())
}

fn items(
    source: &mut Unstructured<'_>,
    out: &mut String,
    mut item: impl FnMut(&mut Unstructured<'_>, &mut String) -> Result<()>,
) -> Result<()> {
    out.push('[');
    for index in 0..source.int_in_range(0..=4)? {
        if index > 0 {
            out.push(',');
        }
        item(source, out)?;
    }
    out.push(']');
    Ok(())
}

fn blank(source: &mut Unstructured<'_>, out: &mut String) -> Result<()> {
    if source.ratio(1, 16)? {
        out.push_str(source.choose(&[" ", "\n", "\t\r\n "])?);
    }
    Ok(())
}
