//! The second line: the path.

use percent_encoding::percent_decode_str;

use super::code::RefusalCode;
use super::excerpt::excerpt;
use super::refusal::Refusal;
use crate::endpoint::Operation;
use crate::issue::Issue;
use crate::request::check;
use crate::request::path::path_of;

impl Operation {
    /// The card id in the path of a request. Like the guard, it accepts only this operation's path, in the encoding of
    /// a prepared request.
    ///
    /// ```
    /// use wechatpay_membercard::membercard_open::UPDATE;
    /// let path = "/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0";
    /// assert_eq!(UPDATE.operation.card_id_in_path(path).unwrap(), "pbLatjvWOibDc5-TBnbUk1pD12o0");
    /// assert_eq!(UPDATE.operation.card_id_in_path("/v3/refund/domestic/refunds").unwrap_err().code.as_str(), "wrong_path");
    /// ```
    ///
    /// # Errors
    ///
    /// A [`Refusal`] that describes the problem.
    pub fn card_id_in_path(&self, path: &str) -> Result<String, Refusal> {
        parse(self, path, &mut Vec::new()).map(|path| path.card_id)
    }
}

/// The parameters of a path.
pub(super) struct PathParameters {
    /// The card; empty for a creation.
    pub(super) card_id: String,
    /// The brand in the query, if there is one.
    pub(super) brand_id: Option<String>,
}

/// Parses a path, and collects warnings about its parameters.
///
/// Only the encoding of a prepared request is accepted, so that no intermediary, such as a decoding or normalizing
/// proxy, can interpret it as another path.
pub(super) fn parse(
    operation: &Operation,
    path: &str,
    warnings: &mut Vec<Issue>,
) -> Result<PathParameters, Refusal> {
    let Some((segment, brand)) = parameters(operation, path) else {
        let refusal = Refusal::new(RefusalCode::WrongPath).with("expected", operation.template());
        return Err(refusal.with("actual", excerpt(path)));
    };
    let malformed =
        |issues| Refusal::new(RefusalCode::MalformedCardId).with("actual", excerpt(segment)).issues(issues);
    let decoded = |text| percent_decode_str(text).decode_utf8().map_err(|_| malformed(Vec::new()));
    let card_id = decoded(segment)?;
    let brand_id = brand.map(decoded).transpose()?;
    let of_card = (!operation.path_parameter.is_empty()).then(|| check::card_id(&card_id));
    let mut issues = of_card.unwrap_or_default();
    issues.extend(brand_id.as_deref().and_then(check::brand_id));
    if issues.iter().any(Issue::is_error) || path_of(operation, &card_id, brand_id.as_deref()) != path {
        issues.retain(Issue::is_error);
        return Err(malformed(issues));
    }
    warnings.append(&mut issues);
    Ok(PathParameters { card_id: card_id.into_owned(), brand_id: brand_id.map(Into::into) })
}

/// The card's segment (empty if the operation has none) and the brand in the query.
fn parameters<'p>(operation: &Operation, path: &'p str) -> Option<(&'p str, Option<&'p str>)> {
    let rest = path.strip_prefix(operation.path)?;
    let (segment, brand) = match operation.query_parameter {
        "" => (rest, None),
        parameter => {
            let (segment, query) = rest.split_once('?')?;
            (segment, Some(query.strip_prefix(parameter)?.strip_prefix('=')?))
        }
    };
    let has_segment = !operation.path_parameter.is_empty();
    let is_plain = |text: &str| !text.contains(['/', '?', '#', '&']);
    (segment.is_empty() != has_segment && is_plain(segment) && brand.is_none_or(is_plain))
        .then_some((segment, brand))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::membercard_open::UPDATE;

    fn code(path: &str) -> Option<RefusalCode> {
        UPDATE.operation.card_id_in_path(path).err().map(|refusal| refusal.code)
    }

    #[test]
    fn one_card_in_one_spelling() {
        let mut warnings = Vec::new();
        let path = "/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0";
        let card_id = |path, warnings: &mut _| parse(UPDATE.operation, path, warnings).unwrap().card_id;
        assert_eq!(card_id(path, &mut warnings), "pbLatjvWOibDc5-TBnbUk1pD12o0");
        assert_eq!(warnings, []);
        let path = "/v3/marketing/membercard-open/cards/%E5%8D%A1%2B.~";
        assert_eq!(card_id(path, &mut warnings), "卡+.~");
        assert_eq!(warnings.len(), 2);
    }

    #[test]
    fn other_endpoints_and_whole_urls() {
        for path in [
            "",
            "/",
            "*",
            "/v3/pay/transactions/jsapi",
            "/v3/refund/domestic/refunds",
            "/v3/marketing/membercard-open/cards",
            "/v3/marketing/membercard-open/cards/",
            "/v3/marketing/membercard-open/cards/x/upgrade",
            "/v3/marketing/membercard-open/cards/x/",
            "/v3/marketing/membercard-open/cards//x",
            "/v3/marketing/membercard-open/cards/../x",
            "/v3/marketing/membercard-open/cards/x/../y",
            "/v3/marketing/membercard-open/cards/x?",
            "/v3/marketing/membercard-open/cards/x?a=b",
            "/v3/marketing/membercard-open/cards/?a=b",
            "/v3/marketing/membercard-open/cards/x#y",
            "/V3/marketing/membercard-open/cards/x",
            "/v3/marketing/membercard%2Dopen/cards/x",
            "/v3/marketing/membercard-open/./cards/x",
            "//v3/marketing/membercard-open/cards/x",
            " /v3/marketing/membercard-open/cards/x",
            "v3/marketing/membercard-open/cards/x",
            "https://api.mch.weixin.qq.com/v3/marketing/membercard-open/cards/x",
            "／v3/marketing/membercard-open/cards/x",
        ] {
            assert_eq!(code(path), Some(RefusalCode::WrongPath), "{path}");
        }
    }

    #[test]
    fn segments_that_are_no_card_id() {
        for segment in [
            ".",
            "..",
            "%2e%2e",
            "%2E%2E",
            "%2Fx",
            "x%2Fupgrade",
            "x%3Fa=b",
            "%",
            "%2",
            "%zz",
            "%00",
            "%0A",
            "%20",
            "x%20",
            "x ",
            "x\r",
            "x\t",
            "x;y",
            "x=y",
            "x\\y",
            "卡",
            "%e5%8d%a1",
            "%E5%8D",
            "%FF",
            "%C0%AF",
            "%70",
            "%2D",
            "{card_id}",
            "%7Bcard_id%7D%",
            "123456789012345678901234567890123",
        ] {
            let path = [UPDATE.operation.path, segment].concat();
            assert_eq!(code(&path), Some(RefusalCode::MalformedCardId), "{segment}");
        }
    }
}
