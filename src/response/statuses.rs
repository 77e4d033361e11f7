//! Explanations by HTTP status, for errors that the table lacks.
//!
//! Facts: docs/domain.md#7.3.

use crate::endpoint::{ApiErrorRow, Endpoint};
use crate::text::locale::{Bilingual, Locale};
use crate::wording::template::expand;

/// What happened and what to do, by status alone.
pub(super) struct StatusRow {
    pub cause: &'static str,
    pub title: Bilingual,
    pub action: Bilingual,
}

const fn row(
    cause: &'static str,
    title: (&'static str, &'static str),
    action: (&'static str, &'static str),
) -> StatusRow {
    StatusRow {
        cause,
        title: Bilingual { zh: title.0, en: title.1 },
        action: Bilingual { zh: action.0, en: action.1 },
    }
}

/// Whether a status claims success.
pub(super) const fn claims_success(status: u16) -> bool {
    matches!(status, 200..=299)
}

/// The row for a status. `body_is_of_success`: the body is what the endpoint returns on success (perhaps nothing).
pub(super) fn of(status: u16, body_is_of_success: bool) -> &'static StatusRow {
    match status {
        200..=299 if !body_is_of_success => &CONTRADICTED,
        200 | 204 => &SUCCESS,
        202 => &NOT_PROCESSED,
        400 => &BAD_REQUEST,
        401 => &UNAUTHORIZED,
        403 => &FORBIDDEN,
        404 => &NOT_FOUND,
        405 => &METHOD_NOT_ALLOWED,
        429 => &TOO_FAST,
        502 | 503 => &UNAVAILABLE,
        402..=499 => &REFUSED,
        500..=599 => &SERVER_ERROR,
        _ => &UNEXPECTED,
    }
}

/// The advice for a status. For a missing permission, it comes from the endpoint's error table.
pub(super) fn action(row: &StatusRow, endpoint: &Endpoint, locale: Locale) -> String {
    let permission = |known: &&ApiErrorRow| known.status == Some(403) && known.any_message;
    let own = match row.cause == FORBIDDEN.cause {
        true => endpoint.errors.iter().find(permission).and_then(|known| known.note),
        false => None,
    };
    words(own.unwrap_or(row.action), endpoint, locale)
}

/// Fills in the endpoint's method, path and path parameter. Not every path has a parameter.
pub(super) fn words(text: Bilingual, endpoint: &Endpoint, locale: Locale) -> String {
    let operation = endpoint.operation;
    let mut words = String::new();
    expand(text.get(locale), &mut words, &|name, out| {
        match name {
            "method" => out.push_str(operation.method),
            "path" => out.push_str(&operation.template()),
            "parameter" => {
                out.push_str(operation.path_parameter);
                return !operation.path_parameter.is_empty();
            }
            _ => return false,
        }
        true
    });
    words
}

/// A body that is not WeChat Pay's. The status adds information.
pub(super) const UNRECOGNIZED: StatusRow = row(
    "foreign_body",
    (
        "应答不是微信支付的错误格式（JSON），可能来自代理、网关或防火墙",
        "The response is not WeChat Pay's JSON: a proxy, gateway or firewall may have written it",
    ),
    (
        "请检查请求域名以及网络中的代理、网关和防火墙",
        "Check the host and what is in between: proxies, gateways and firewalls",
    ),
);

/// A body of another WeChat API. The status adds information.
pub(super) const OTHER_API: StatusRow = row(
    "other_api",
    (
        "应答是微信其他接口的格式，不是微信支付 APIv3 的格式",
        "The response has the form of another WeChat API, not that of WeChat Pay's APIv3",
    ),
    (
        "请核对请求的域名和路径，以及网络中的代理和网关",
        "Check the host and the path of the request, and what is in between: proxies and gateways",
    ),
);

const SUCCESS: StatusRow = row(
    "success",
    ("请求成功，没有错误", "The request succeeded: there is no error"),
    ("请先验证应答签名再使用", "Verify the signature of the response before you rely on it"),
);
const CONTRADICTED: StatusRow = row(
    "body_contradicts_status",
    ("状态码表示成功，但应答体报告了错误", "The status says success, but the body reports an error"),
    (
        "以应答体为准，不要当作请求成功；请查询会员卡以确认请求是否已生效",
        "Trust the body, not the status, and get the card to see whether the request took effect",
    ),
);
const NOT_PROCESSED: StatusRow = row(
    "not_processed",
    ("微信支付已受理请求，但尚未处理", "WeChat Pay accepted the request but has not processed it"),
    ("请使用相同参数重试", "Repeat the request with the same parameters"),
);
const BAD_REQUEST: StatusRow = row(
    "bad_request",
    ("微信支付拒绝了该请求", "WeChat Pay refused the request"),
    (
        "请根据错误提示修改请求，原样重试无效",
        "Correct the request as the message says; repeating it as it is does not help",
    ),
);
const UNAUTHORIZED: StatusRow = row(
    "unauthorized",
    ("微信支付未能确认请求方的身份", "WeChat Pay could not identify the sender of the request"),
    ("请逐项核对签名和 Authorization", "Check the signature and Authorization point by point"),
);
const FORBIDDEN: StatusRow = row(
    "forbidden",
    ("该请求没有权限", "The request is not permitted"),
    (
        "请确认调用方有权限调用该接口、操作该会员卡",
        "Check that the caller has the permission for this API and for this card",
    ),
);
const NOT_FOUND: StatusRow = row(
    "not_found",
    ("请求的地址或会员卡不存在", "The address or the card does not exist"),
    ("请核对请求路径 {path}[ 和 {parameter}]", "Check the path {path}[ and the {parameter} in it]"),
);
const METHOD_NOT_ALLOWED: StatusRow = row(
    "method_not_allowed",
    ("该地址不支持此请求方法", "The address does not take this method"),
    (
        "该接口使用 {method} 方法，请核对请求方法和路径",
        "This API takes {method}: check the method and the path",
    ),
);
const TOO_FAST: StatusRow = row(
    "too_fast",
    ("请求过于频繁，本次请求未执行", "Too many requests: this one was not carried out"),
    ("请降低请求频率后使用相同参数重试", "Slow down, then repeat the request with the same parameters"),
);
const UNAVAILABLE: StatusRow = row(
    "unavailable",
    ("微信支付服务暂不可用", "WeChat Pay is unavailable at the moment"),
    ("请稍后使用相同参数重试", "Repeat the request later with the same parameters"),
);
const REFUSED: StatusRow = row(
    "refused",
    ("请求被拒绝", "The request was refused"),
    (
        "请根据错误提示修改请求，原样重试无效",
        "Correct the request as the message says; repeating it as it is does not help",
    ),
);
const SERVER_ERROR: StatusRow = row(
    "server_error",
    ("微信支付系统异常", "WeChat Pay's system failed"),
    ("请稍后使用相同参数重试", "Repeat the request later with the same parameters"),
);
const UNEXPECTED: StatusRow = row(
    "unexpected_status",
    ("应答的状态码不在接口文档中", "The API does not document this status"),
    (
        "请核对请求域名和路径，并查询会员卡以确认请求是否已生效",
        "Check the host and the path, and get the card to see whether the request took effect",
    ),
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_status_has_its_cause() {
        for (statuses, cause) in [
            ([200, 204], "success"),
            ([202, 202], "not_processed"),
            ([400, 400], "bad_request"),
            ([401, 401], "unauthorized"),
            ([403, 403], "forbidden"),
            ([404, 404], "not_found"),
            ([405, 405], "method_not_allowed"),
            ([429, 429], "too_fast"),
            ([502, 503], "unavailable"),
            ([402, 499], "refused"),
            ([500, 599], "server_error"),
            ([201, 302], "unexpected_status"),
            ([0, 600], "unexpected_status"),
        ] {
            assert_eq!(statuses.map(|status| of(status, true).cause), [cause; 2], "{statuses:?}");
        }
    }

    #[test]
    fn under_the_status_of_a_success_a_body_decides() {
        for status in 0..=999 {
            let same = of(status, false).cause == of(status, true).cause;
            assert_eq!(same, !claims_success(status), "{status}");
        }
    }
}
