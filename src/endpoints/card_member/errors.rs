//! The error tables of the endpoints, one row per error, with the pages that print it.
//!
//! Sources: the tables of the pages (partner 4015336970, 4015336977 and 4015336974; brand 4015582711, 4015582722 and
//! 4015582715) and the product's lists of errors, whose 描述 and 解决方案 are quoted verbatim. The English is ours. The brand
//! pages print few rows, but the lists of errors of both systems agree row by row. So every endpoint has all rows; rows
//! from other pages are marked [`Official`](ErrorSource::Official).
//!
//! Facts: docs/domain-card-member.md#7.1.

use super::page::Page::{self, BrandCreate, BrandGet, BrandUpdate, PartnerCreate, PartnerGet, PartnerUpdate};
use super::signature_errors;
use crate::endpoint::{ApiErrorRow, ErrorSource};
use crate::text::locale::Bilingual;

const ALL: &[Page] = &[PartnerUpdate, BrandUpdate, PartnerCreate, BrandCreate, PartnerGet, BrandGet];
const PARTNERS: &[Page] = &[PartnerUpdate, PartnerCreate];
const BRANDS: &[Page] = &[BrandUpdate, BrandCreate, BrandGet];

const fn text(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
}

/// The rows for one endpoint. Errors printed only for creations do not concern updates, and vice versa.
pub(super) const fn errors_of(page: Page) -> [ApiErrorRow; ROWS.len()] {
    let mut rows = [ROWS[0].1; ROWS.len()];
    let mut at = 0;
    while at < rows.len() {
        let (pages, row) = ROWS[at];
        rows[at] = match (page.is_among(pages), page.is_among(pages) || page.sibling().is_among(pages)) {
            (true, _) => row,
            (false, true) => row.from(ErrorSource::Official),
            (false, false) if pages.is_empty() => row.from(ErrorSource::Official),
            (false, false) => row.from(ErrorSource::Official).fields(&[]).of_other_apis(),
        };
        at += 1;
    }
    rows
}

/// The same for a page of the brand API, with its reasons for refusing a signature.
pub(super) const fn errors_of_brand(page: Page) -> [ApiErrorRow; ROWS.len() + signature_errors::ROWS.len()] {
    let (own, signatures) = (errors_of(page), signature_errors::ROWS);
    let mut rows = [own[0]; ROWS.len() + signature_errors::ROWS.len()];
    let mut at = 0;
    while at < rows.len() {
        rows[at] = if at < own.len() { own[at] } else { signatures[at - own.len()] };
        at += 1;
    }
    rows
}

/// All rows, with the pages that print them.
const ROWS: &[(&[Page], ApiErrorRow)] = &[
    // 公共错误码.
    (
        ALL,
        ApiErrorRow::new(
            "invalid_parameter",
            text("参数错误", "A parameter is wrong"),
            text("请根据错误提示正确传入参数", "Correct the parameter that the message names"),
        )
        .code(400, "PARAM_ERROR")
        .any_message(),
    ),
    (
        ALL,
        ApiErrorRow::new(
            "invalid_request",
            text(
                "HTTP 请求不符合微信支付 APIv3 接口规则",
                "The HTTP request breaks the rules of WeChat Pay's APIv3",
            ),
            text("请参阅 接口规则", "See the APIv3 rules"),
        )
        .code(400, "INVALID_REQUEST"),
    ),
    (
        ALL,
        ApiErrorRow::new(
            "signature_refused",
            text("验证不通过", "The signature was not accepted"),
            text("请参阅 签名常见问题", "See the frequent questions about signatures"),
        )
        .code(401, "SIGN_ERROR")
        .any_message(),
    ),
    (
        ALL,
        ApiErrorRow::new(
            "system_error",
            text("系统异常，请稍后重试", "WeChat Pay's system failed"),
            text("请稍后重试", "Try again later"),
        )
        .code(500, "SYSTEM_ERROR")
        .any_message(),
    ),
    // Checks that only WeChat Pay can make.
    (
        &[PartnerCreate],
        ApiErrorRow::new(
            "out_request_no_repeated",
            text("商家请求单号重复", "The request number was used before"),
            text("请更换商家请求单号，确保其唯一性", "Choose another request number"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/out_request_no"]),
    ),
    (
        &[PartnerCreate],
        ApiErrorRow::new(
            "appid_not_in_brand",
            text("AppID无效或与品牌 ID 没有绑定关系", "The AppID is not valid or not bound to the brand"),
            text(
                "请检查AppID是否有效，并确认其与品牌ID的绑定关系",
                "Check the AppID and that it is bound to the brand",
            ),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/appid"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "member_appid_not_in_brand",
            text(
                "会员中心跳转AppID 无效或与品牌 ID 没有绑定关系",
                "The member centre's AppID is not valid or not bound to the brand",
            ),
            text(
                "请检查会员中心跳转的AppID是否有效，并确认其与品牌ID的绑定关系",
                "Check the AppID and that it is bound to the brand",
            ),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/member_information/jump_appid"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "code_appid_not_in_brand",
            text(
                "会员码跳转AppID无效或与品牌 ID 没有绑定关系",
                "The AppID of the code's mini program is not valid or not bound to the brand",
            ),
            text(
                "请检查会员码跳转的AppID是否有效，并确认其与品牌ID的绑定关系",
                "Check the AppID and that it is bound to the brand",
            ),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/code_jump_information/jump_appid"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "points_appid_not_in_brand",
            text(
                "积分跳转AppID无效或与品牌 ID 没有绑定关系",
                "The AppID of the points' mini program is not valid or not bound to the brand",
            ),
            text(
                "请检查积分跳转的AppID是否有效，并确认其与品牌ID的绑定关系",
                "Check the AppID and that it is bound to the brand",
            ),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/points_information/jump_appid"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "balance_appid_not_in_brand",
            text(
                "储值跳转AppID无效或与品牌 ID 没有绑定关系",
                "The AppID of the stored value's mini program is not valid or not bound to the brand",
            ),
            text(
                "请检查储值跳转的AppID是否有效，并确认其与品牌ID的绑定关系",
                "Check the AppID and that it is bound to the brand",
            ),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/balance_information/jump_appid"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "purchase_appid_not_in_brand",
            text(
                "付费跳转AppID无效或与品牌 ID 没有绑定关系",
                "The AppID of the paid membership's mini program is not valid or not bound to the brand",
            ),
            text(
                "请检查付费跳转的AppID是否有效，并确认其与品牌ID的绑定关系",
                "Check the AppID and that it is bound to the brand",
            ),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/purchase_information/jump_appid"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "content_refused",
            text("请求内容或图片不符合法规，请重试", "The content or the picture breaks the law"),
            text(
                "请检查提交的内容或图片是否合规，修改后重试",
                "Check the texts and the picture, change them and try again",
            ),
        )
        .code(400, "PARAM_ERROR"),
    ),
    (
        &[PartnerCreate],
        ApiErrorRow::new(
            "too_many_templates",
            text(
                "会员卡模板数量超过限制，每个类型最多创建两个模板",
                "There are two templates of this card type already",
            ),
            text(
                "请删除多余的会员卡模板，确保每个类型下模板不超过两个",
                "End a template that is not needed any more",
            ),
        )
        .code(400, "INVALID_REQUEST")
        .fields(&["/card_type"]),
    ),
    (
        &[PartnerUpdate, PartnerCreate, PartnerGet],
        ApiErrorRow::new(
            "product_not_open",
            text("商家未开通商家名片会员功能", "The merchant does not have this product (商家名片会员)"),
            text(
                "请联系运营为该商家开通商家名片会员功能",
                "Ask WeChat Pay's operations to open it for the merchant",
            ),
        )
        .code(400, "INVALID_REQUEST")
        .parameters(&["mchid"]),
    ),
    (
        &[PartnerUpdate, PartnerGet],
        ApiErrorRow::new(
            "card_not_found",
            text("会员卡模板不存在", "There is no such card"),
            text(
                "请检查会员卡模板ID是否正确，或创建新的会员卡模板",
                "Check card_id and the brand, or create a card",
            ),
        )
        .code(404, "NOT_FOUND")
        .parameters(&["card_id"]),
    ),
    // Card types.
    (
        &[PartnerCreate, BrandCreate],
        ApiErrorRow::new(
            "card_type_closed",
            text(
                "暂不支持付费或储值的会员卡类型，请修改后重试",
                "Paid and stored-value cards cannot be created at present",
            ),
            text("请创建或使用普通会员卡模板进行操作", "Create an ordinary card (NORMAL)"),
        )
        .code(400, "INVALID_REQUEST")
        .fields(&["/card_type"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "not_a_balance_card",
            text(
                "非储值会员卡，不允许填写储值小程序信息",
                "Only stored-value cards have balance_information",
            ),
            text("请移除储值小程序相关信息", "Leave out balance_information"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/balance_information"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "not_a_purchase_card",
            text("非付费会员卡，不允许填写付费小程序信息", "Only paid cards have purchase_information"),
            text("请移除付费小程序相关信息", "Leave out purchase_information"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/purchase_information"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "price_not_positive",
            text("付费会员价格必须大于 0", "The price must be above 0"),
            text("请设置一个大于0的会员价格", "Set a price above 0"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/purchase_information/price"]),
    ),
    // Codes and levels.
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "code_does_not_jump",
            text(
                "会员码型不是跳转商家小程序，不支持修改跳转信息",
                "The card's code_type is not JUMP_MINI_PROGRAM",
            ),
            text("请先将会员码型设置为跳转商家小程序后再修改跳转信息", "Leave out code_jump_information"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/code_jump_information"]),
    ),
    (
        &[PartnerCreate],
        ApiErrorRow::new(
            "code_jump_missing",
            text(
                "会员码型为跳转商家小程序，必填会员码跳转信息",
                "code_type JUMP_MINI_PROGRAM needs code_jump_information",
            ),
            text("请填写会员码跳转小程序所需的信息", "Fill in code_jump_information"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/code_jump_information"]),
    ),
    (
        &[PartnerCreate],
        ApiErrorRow::new(
            "code_does_not_jump",
            text(
                "会员码型不是跳转商家小程序，不允许填写会员码跳转信息",
                "code_type is not JUMP_MINI_PROGRAM",
            ),
            text(
                "请移除会员码跳转信息，或将会员码型设置为跳转商家小程序",
                "Leave out code_jump_information, or set code_type to JUMP_MINI_PROGRAM",
            ),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/code_jump_information"]),
    ),
    (
        &[PartnerCreate],
        ApiErrorRow::new(
            "init_level_missing",
            text(
                "是否展示会员等级为 true，必填会员初始等级信息",
                "Levels are shown, so init_level is required",
            ),
            text("请填写会员初始等级信息", "Fill in init_level"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/init_level"]),
    ),
    (
        &[PartnerCreate],
        ApiErrorRow::new(
            "init_level_not_used",
            text(
                "是否展示会员等级为 false，不允许填写会员初始等级信息",
                "Levels are not shown, so init_level is refused",
            ),
            text("请移除会员初始等级信息", "Leave out init_level"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/init_level"]),
    ),
    // Names.
    (
        PARTNERS,
        ApiErrorRow::new(
            "title_too_long",
            text(
                "卡名称太长，支持最长10个中文字、英文字符、标点",
                "The card's name is longer than 10 characters",
            ),
            text("请修改卡名称，确保长度不超过10个字符", "Shorten the name to at most 10 characters"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/card_title"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "title_characters",
            text(
                "卡名称仅支持中英文字符、数字和标点",
                "The card's name may hold only Chinese, English, digits and punctuation",
            ),
            text("请修改卡名称，移除不支持的特殊字符", "Remove other characters from the name"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/card_title"]),
    ),
    // Validity.
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "date_type_fixed",
            text("卡模版有效期类型和请求的有效期类型不一致", "The type of validity is not the card's"),
            text("请确保请求中的有效期类型与卡模板设置的有效期类型一致", "Give the card's own type"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/valid_date_information/type"]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "range_fields",
            text(
                "绝对有效期卡模板必填有效期信息，不允许填写有效天数信息",
                "A fixed range needs its begin and end, and no number of days",
            ),
            text(
                "请填写具体的有效期开始和结束时间，并移除有效天数信息",
                "Fill in begin and end, and leave out the number of days",
            ),
        )
        .code(400, "PARAM_ERROR")
        .fields(&[
            "/valid_date_information/available_begin_time",
            "/valid_date_information/available_end_time",
            "/valid_date_information/available_day_after_receive",
        ]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "range_with_days",
            text("固定时间范围不允许填写领取后有效天数", "A fixed range has no number of days"),
            text("当有效期类型为固定时间时，请移除领取后有效天数字段", "Leave out the number of days"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/valid_date_information/available_day_after_receive"]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "range_reversed",
            text("固定时间范围的开始时间不能大于结束时间", "The range begins after it ends"),
            text(
                "请检查并修改固定时间范围，确保开始时间早于或等于结束时间",
                "Let the range begin before it ends",
            ),
        )
        .code(400, "PARAM_ERROR")
        .fields(&[
            "/valid_date_information/available_begin_time",
            "/valid_date_information/available_end_time",
        ]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "term_fields",
            text(
                "相对有效期卡模板必填有效天数信息，不允许填写有效期信息",
                "A term needs its number of days, and no begin and end",
            ),
            text(
                "请填写领取后有效天数，并移除具体的有效期开始和结束时间",
                "Fill in the number of days, and leave out begin and end",
            ),
        )
        .code(400, "PARAM_ERROR")
        .fields(&[
            "/valid_date_information/available_day_after_receive",
            "/valid_date_information/available_begin_time",
            "/valid_date_information/available_end_time",
        ]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "days_not_positive",
            text("领取后有效天数必须大于0", "The number of days must be above 0"),
            text("请设置一个大于0的有效天数", "Set a number of days above 0"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/valid_date_information/available_day_after_receive"]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "too_many_days",
            text("领取后有效天数不能大于30年（10958 天）", "The number of days is above 10958 (30 years)"),
            text("请设置一个小于等于10958天的有效天数", "Set at most 10958 days"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/valid_date_information/available_day_after_receive"]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "permanent_with_days",
            text("永久有效不允许设置相对有效期", "A card that is valid for ever has no number of days"),
            text("当有效期类型为永久时，请移除领取后有效天数字段", "Leave out the number of days"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/valid_date_information/available_day_after_receive"]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "permanent_with_begin",
            text("永久有效不允许设置固定时间有效的开始时间", "A card that is valid for ever has no begin"),
            text("当有效期类型为永久时，请移除开始时间字段", "Leave out the begin"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/valid_date_information/available_begin_time"]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "permanent_with_end",
            text("永久有效不允许设置固定时间有效的结束时间", "A card that is valid for ever has no end"),
            text("当有效期类型为永久时，请移除结束时间字段", "Leave out the end"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/valid_date_information/available_end_time"]),
    ),
    (
        &[BrandUpdate, BrandCreate],
        ApiErrorRow::new(
            "time_format",
            text("传入时间不符合RFC3339标准格式", "A time is not in RFC 3339 form"),
            text("请检查并传入符合 RFC3339 格式的时间", "Write times in RFC 3339 form"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&[
            "/valid_date_information/available_begin_time",
            "/valid_date_information/available_end_time",
        ]),
    ),
    // The opening form.
    (
        PARTNERS,
        ApiErrorRow::new(
            "common_fields_repeat",
            text("用户信息通用字段存在重复项", "A common field stands there twice"),
            text("请检查用户信息通用字段，移除重复的字段定义", "Remove the repetition"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/user_information/common_field_list"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "custom_fields_repeat",
            text("用户信息自定义字段存在重复项", "A custom field stands there twice"),
            text("请检查用户信息自定义字段，移除重复的字段定义", "Remove the repetition"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/user_information/custom_field_list"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "custom_field_limits",
            text(
                "商户自定义信息最多一项，字段值列表最少1个，最多10个，单个列表限制8个字符",
                "There may be one custom field, with 1 to 10 values of at most 8 characters",
            ),
            text("请检查商户自定义信息，确保其数量、列表长度和字符数符合限制", "Keep to these limits"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/user_information/custom_field_list"]),
    ),
    (
        PARTNERS,
        ApiErrorRow::new(
            "custom_field_text",
            text(
                "用户信息自定义字段中，用户选择的值的字符串非法",
                "A value of a custom field holds characters that are refused",
            ),
            text("请检查用户提交的自定义字段值，确保编码和内容合法", "Check the characters of the values"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/user_information/custom_field_list"]),
    ),
    // Links to mini programs.
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "member_jump_incomplete",
            text("会员中心跳转 AppID 或路径为空", "The member centre's AppID or path is missing"),
            text("请填写会员中心跳转所需的AppID和页面路径", "Fill in both"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/member_information/jump_appid", "/member_information/jump_path"]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "code_jump_incomplete",
            text("会员码跳转 AppID 或路径为空", "The AppID or path of the code's mini program is missing"),
            text("请填写会员码跳转所需的AppID和页面路径", "Fill in both"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/code_jump_information/jump_appid", "/code_jump_information/jump_path"]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "points_jump_incomplete",
            text("积分跳转 AppID 或路径为空", "The AppID or path of the points' mini program is missing"),
            text("请填写积分跳转所需的AppID和页面路径", "Fill in both"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/points_information/jump_appid", "/points_information/jump_path"]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "balance_jump_incomplete",
            text(
                "储值跳转 AppID 或路径为空",
                "The AppID or path of the stored value's mini program is missing",
            ),
            text("请填写储值跳转所需的AppID和页面路径", "Fill in both"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/balance_information/jump_appid", "/balance_information/jump_path"]),
    ),
    (
        &[PartnerUpdate],
        ApiErrorRow::new(
            "purchase_jump_incomplete",
            text(
                "付费跳转 AppID 或路径为空",
                "The AppID or path of the paid membership's mini program is missing",
            ),
            text("请填写付费跳转所需的AppID和页面路径", "Fill in both"),
        )
        .code(400, "PARAM_ERROR")
        .fields(&["/purchase_information/jump_appid", "/purchase_information/jump_path"]),
    ),
    // Requests.
    (
        BRANDS,
        ApiErrorRow::new(
            "wechatpay_serial_missing",
            text("Http header中缺少必填参数Wechatpay-Serial", "The header Wechatpay-Serial is missing"),
            text(
                "缺少必要商品券图片，请补充上传后重试",
                "Send the id of the brand's WeChat Pay public key as Wechatpay-Serial",
            ),
        )
        .code(400, "PARAM_ERROR")
        .parameters(&["wechatpay_serial"])
        .note(
            "解决方案为文档原文，似有笔误：请在请求头 Wechatpay-Serial 中填写品牌的微信支付公钥ID。",
            "The solution of the page speaks of pictures, which seems to be a slip.",
        ),
    ),
    (
        BRANDS,
        ApiErrorRow::new(
            "too_fast",
            text("接口请求频率达到限制", "Requests come too fast"),
            text("请降低请求接口频率", "Send fewer requests"),
        )
        .code(429, "RATELIMIT_EXCEEDED")
        .any_message(),
    ),
    // The product's list of errors: partner 4023146634 and brand 4022247862 (2026-06-29).
    (
        &[],
        ApiErrorRow::new(
            "undefined_parameters",
            text(
                "请求中含有未在API文档中定义的参数",
                "The request holds parameters that the API does not define",
            ),
            text("请检查传递的参数列表是否有编写错误的字段名", "Check the names of the fields"),
        )
        .code(400, "PARAM_ERROR"),
    ),
];
