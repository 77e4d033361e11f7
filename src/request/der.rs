//! The DER encoding (X.690) of an SM2 signature: `SEQUENCE { r INTEGER, s INTEGER }`.

use crate::text::locale::Bilingual;

const SEQUENCE: u8 = 0x30;
const INTEGER: u8 = 0x02;
/// The length of an integer below the order of SM2's curve, without a sign byte.
const NUMBER_MAX: usize = 32;

/// Checks that the bytes are such a signature.
pub(super) fn check(bytes: &[u8]) -> Result<(), Bilingual> {
    let (content, rest) = element(bytes, SEQUENCE).ok_or(if bytes.len() == 2 * NUMBER_MAX {
        fault(
            "这 64 字节像是只有 r 和 s，请编码为含两个 INTEGER 的 SEQUENCE",
            "these 64 bytes look like r and s alone, encode them as a SEQUENCE of two INTEGERs",
        )
    } else {
        fault("开头不是长度正确的 SEQUENCE", "it does not begin with a SEQUENCE of the right length")
    })?;
    if !rest.is_empty() {
        return Err(fault("SEQUENCE 之后还有内容", "something follows the SEQUENCE"));
    }
    let (r, rest) = element(content, INTEGER).ok_or(fault("r 不是 INTEGER", "r is not an INTEGER"))?;
    let (s, rest) = element(rest, INTEGER).ok_or(fault("s 不是 INTEGER", "s is not an INTEGER"))?;
    if !rest.is_empty() {
        return Err(fault("SEQUENCE 中 s 之后还有内容", "something follows s in the SEQUENCE"));
    }
    positive(r).and_then(|()| positive(s))
}

/// The content of the first element, if it has that tag, and the bytes after it.
///
/// Only short lengths are supported: a signature has fewer than 128 bytes, for which DER requires the short form.
fn element(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let [found, length @ 0..0x80, rest @ ..] = bytes else { return None };
    if *found != tag { None } else { rest.split_at_checked(usize::from(*length)) }
}

/// Checks that an INTEGER is positive and minimally encoded.
fn positive(number: &[u8]) -> Result<(), Bilingual> {
    let magnitude = match number {
        [] => return Err(fault("有 INTEGER 为空", "an INTEGER is empty")),
        [0x80..=0xFF, ..] => return Err(fault("有 INTEGER 为负数", "an INTEGER is negative")),
        [0] => return Err(fault("有 INTEGER 为零", "an INTEGER is zero")),
        [0, 0x80..=0xFF, ..] => &number[1..],
        [0, ..] => return Err(fault("有 INTEGER 含多余的前导零", "an INTEGER has needless leading zeros")),
        _ => number,
    };
    if magnitude.len() > NUMBER_MAX {
        Err(fault("有 INTEGER 超过 256 位", "an INTEGER is longer than 256 bits"))
    } else {
        Ok(())
    }
}

const fn fault(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
}
