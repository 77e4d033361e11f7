//! The API's error table, one row per error.
//!
//! Sources: the error table of the page 修改会员卡模板信息 (partner 4012709882, 2024-11-18), whose 描述 and 解决方案 are quoted
//! verbatim; and a few messages observed elsewhere, marked as such. The English is ours.
//!
//! Facts: docs/domain.md#2.5.

use crate::endpoint::{ApiErrorRow, ErrorSource};
use crate::text::locale::Bilingual;

/// A row of the page: its cause, description and solution.
const fn row(cause: &'static str, description: Bilingual, solution: Bilingual) -> ApiErrorRow {
    ApiErrorRow::new(cause, description, solution)
}

const fn text(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
}

const CREATOR_ZH: &str =
    "同一原因有三种措辞：调用方商户号必须是创建该会员卡的商户号，请核对请求签名所用的 mchid。";
const CREATOR_EN: &str = "Three wordings have this one cause: the merchant number that signs the request must be the one that created \
     the card. Check the mchid.";
const PERMISSION_ZH: &str =
    "请逐项确认：商户号已开通会员卡产品权限；商户号与 AppID 已绑定到会员卡所属品牌；该卡由此商户号创建。";
const PERMISSION_EN: &str = "Check one by one that the merchant number has the permission for membership cards, that it and the AppID \
     are bound to the card's brand, and that it created the card.";
const RETRY_LATER_EN: &str = "Try again later";
const OTHER_PHONE_EN: &str = "Try another phone number";

/// All known errors.
pub const API_ERRORS: &[ApiErrorRow] = &[
    // 公共错误码
    row(
        "invalid_parameter",
        text("参数错误", "A parameter is wrong"),
        text("请根据错误提示正确传入参数", "Correct the parameter that the message names"),
    )
    .code(400, "PARAM_ERROR")
    .any_message(),
    row(
        "invalid_request",
        text(
            "HTTP 请求不符合微信支付 APIv3 接口规则",
            "The HTTP request breaks the rules of WeChat Pay's APIv3",
        ),
        text("请参阅 接口规则", "See the APIv3 rules"),
    )
    .code(400, "INVALID_REQUEST")
    .note(
        "请检查请求头（Accept、Content-Type、User-Agent）、请求体是否为合法的 UTF-8 JSON。",
        "Check the headers (Accept, Content-Type, User-Agent), and that the body is JSON in UTF-8.",
    ),
    row(
        "signature_refused",
        text("验证不通过", "The signature was not accepted"),
        text("请参阅 签名常见问题", "See the frequent questions about signatures"),
    )
    .code(401, "SIGN_ERROR")
    .any_message(),
    row(
        "system_error",
        text("系统异常,请稍后重试", "WeChat Pay's system failed"),
        text("请稍后重试", RETRY_LATER_EN),
    )
    .code(500, "SYSTEM_ERROR")
    .any_message()
    .note("请使用相同参数重试。", "Use the same parameters."),
    // 业务错误码
    row(
        "no_permission",
        text("商户暂无权限使用此功能", "The merchant has no permission for this function"),
        text(
            "请开通商户号权限。请联系产品或商务申请",
            "Have the permission enabled for the merchant number: ask WeChat Pay's product or business contact",
        ),
    )
    .code(403, "NO_AUTH")
    .any_message()
    .parameters(&["mchid"])
    .note(PERMISSION_ZH, PERMISSION_EN),
    row(
        "qr_code_link_failed",
        text("生成二维码链接失败,请重试", "The QR code's link could not be made"),
        text("系统异常,请使用相同参数稍后重新调用", "The system failed: call again later with the same parameters"),
    )
    .code(500, "SYSTEM_ERROR")
    .of_other_apis(),
    row(
        "real_time_code_unsupported",
        text(
            "扫码投放场景不支持实时code模式",
            "Distribution by QR code does not work with codes that are passed in real time",
        ),
        text(
            "请更换非实时code模式的会员卡再重试",
            "Try again with a card whose code mode is not real time",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "not_card_creator",
        text(
            "会员卡的创建商户号不等于调用方商户号",
            "The merchant number that created the card is not the caller's",
        ),
        text(
            "请使用会员卡的创建商户号进行操作",
            "Use the merchant number that created the card",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .parameters(&["mchid", "card_id"])
    .note(CREATOR_ZH, CREATOR_EN),
    row(
        "card_needs_upgrade",
        text(
            "请先升级会员卡才能使用此功能",
            "The card must be upgraded before this function can be used",
        ),
        text(
            "请先调用《升级会员卡API》升级会员卡",
            "Upgrade the card with the upgrade API first",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .parameters(&["card_id"])
    .note(
        "该卡属于旧的公众号会员卡产品，升级接口：POST …/cards/{card_id}/upgrade。",
        "It is a card of the older official-account product; the upgrade is POST …/cards/{card_id}/upgrade.",
    ),
    row(
        "appid_not_service_account",
        text("AppID非服务号", "The AppID is not that of a service account"),
        text(
            "请使用正确的服务号的AppID重新调用,不支持App、小程序、订阅号。",
            "Call again with the AppID of a service account (服务号); apps, mini programs and subscription accounts do not work",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .fields(&["/appid"]),
    row(
        "code_mode_fixed",
        text("会员卡code分配类型不支持修改", "The card's code mode cannot be changed"),
        text(
            "会员卡code分配类型为“系统分配”,不支持修改",
            "The card's code mode is SYSTEM_ALLOCATE, which cannot be changed",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .fields(&["/code_mode"])
    .note("请从请求中去掉 code_mode。", "Leave code_mode out of the request."),
    row(
        "code_mode_to_system",
        text(
            "会员卡code分配类型不支持修改为“系统分配”",
            "The card's code mode cannot be changed to SYSTEM_ALLOCATE",
        ),
        text(
            "会员卡code分配类型无法修改为“系统分配”。",
            "The card's code mode cannot become SYSTEM_ALLOCATE",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .fields(&["/code_mode"])
    .note(
        "仅支持 MERCHANT_DEPOSIT 和 REAL_TIME 之间互转。",
        "Only MERCHANT_DEPOSIT and REAL_TIME may be exchanged for each other.",
    ),
    row(
        "balance_path_missing",
        text("储值小程序path为空", "The path of the stored-value mini program is empty"),
        text("请填写储值小程序path", "Fill in the path of the stored-value mini program"),
    )
    .code(400, "INVALID_REQUEST")
    .fields(&["/balance_information/balance_path"]),
    row(
        "card_id_invalid",
        text("会员卡ID无效", "The card id is not valid"),
        text("请检查会员卡ID是否正确填写", "Check that the card id is correct"),
    )
    .code(400, "INVALID_REQUEST")
    .parameters(&["card_id"]),
    row(
        "member_without_transaction",
        text(
            "该会员1年内未在本商家有微信支付交易,无法导入",
            "The member has not paid this merchant with WeChat Pay within a year and cannot be imported",
        ),
        text("请更换手机号重试", OTHER_PHONE_EN),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "card_already_received",
        text("会员已经领取过该卡", "The member already has this card"),
        text("请使用其他会员卡", "Use another card"),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "card_code_missing",
        text(
            "会员卡code为实时模式,需要传入卡code",
            "The card's codes are passed in real time, so that a card code is needed",
        ),
        text("请填入卡code", "Pass the card code"),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "points_path_missing",
        text("积分跳转path为空", "The path of the points page is empty"),
        text("请填写积分跳转path", "Fill in the path of the points page"),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "self_service_points_path_missing",
        text("自助积分跳转path为空", "The path of the self-service points page is empty"),
        text("请填写自助积分跳转path", "Fill in the path of the self-service points page"),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "member_price_path_missing",
        text("会员专享价跳转path为空", "The path of the member-price page is empty"),
        text("请填写会员专享价跳转path", "Fill in the path of the member-price page"),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "member_already_imported",
        text("该手机号和会员卡已被导入过", "This phone number and card have already been imported"),
        text("请更换手机号或会员卡ID重试", "Try another phone number or card id"),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "not_card_creator",
        text("该商户号不是会员卡的创建商户号", "This merchant number did not create the card"),
        text(
            "请使用会员卡的创建商户号进行操作",
            "Use the merchant number that created the card",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .parameters(&["mchid", "card_id"])
    .note(CREATOR_ZH, CREATOR_EN),
    row(
        "phone_not_bound",
        text(
            "手机号未绑定微信号,无法导入",
            "The phone number is not bound to a WeChat account and cannot be imported",
        ),
        text("请更换手机号重试", OTHER_PHONE_EN),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "not_authorized",
        text("商户无授权,请重试", "The merchant is not authorized"),
        text(
            "请开通商户号权限。请联系产品或商务申请",
            "Have the permission enabled for the merchant number: ask WeChat Pay's product or business contact",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .parameters(&["mchid"])
    .note(PERMISSION_ZH, PERMISSION_EN),
    row(
        "member_record_missing",
        text("该手机号会员卡记录不存在", "There is no card record for this phone number"),
        text("请更换手机号或会员卡ID重试", "Try another phone number or card id"),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "no_matching_data",
        text("没有符合条件的数据", "No data meets the conditions"),
        text("请使用正确的参数重新调用", "Call again with the right parameters"),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "not_card_creator",
        text("商户号不属于该卡的创建方", "The merchant number does not belong to the card's creator"),
        text(
            "请使用会员卡创建方的商户号重新调用",
            "Call again with the merchant number of the card's creator",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .parameters(&["mchid", "card_id"])
    .note(CREATOR_ZH, CREATOR_EN),
    row(
        "card_already_migrated",
        text("会员卡已经迁移", "The card has already been migrated"),
        text("会员卡已经迁移,无需重复操作", "The card has already been migrated: nothing is left to do"),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "benefits_stay_shown",
        text("会员权益一旦展示无法关闭", "Member benefits cannot be hidden once they are shown"),
        text("会员权益一旦展示无法关闭", "Keep the member benefits shown: they cannot be hidden any more"),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "balance_stays_shown",
        text("会员储值一旦展示无法关闭", "Stored value cannot be switched off once it is shown"),
        text("会员储值一旦展示无法关闭", "Keep stored value on: it cannot be switched off any more"),
    )
    .code(400, "INVALID_REQUEST")
    .fields(&["/balance_information/need_balance"])
    .note(
        "请去掉 need_balance，或传 true。",
        "Leave need_balance out, or set it to true.",
    ),
    row(
        "benefit_required",
        text(
            "需要上架至少一个积分权益、优惠权益、服务才可以投放",
            "The card needs at least one points benefit, discount benefit or service before it is distributed",
        ),
        text(
            "请先给会员卡上架至少一个积分权益、优惠权益、服务",
            "Add at least one points benefit, discount benefit or service to the card first",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .of_other_apis(),
    row(
        "appid_invalid",
        text("AppID有误", "The AppID is wrong"),
        text("请使用正确的AppID重新调用", "Call again with the right AppID"),
    )
    .code(400, "PARAM_ERROR")
    .fields(&["/appid"]),
    row(
        "openid_invalid",
        text("OpenID有误", "The OpenID is wrong"),
        text("请使用正确的OpenID重新调用", "Call again with the right OpenID"),
    )
    .code(400, "PARAM_ERROR")
    .of_other_apis(),
    row(
        "merchant_not_in_brand",
        text("商户和品牌关系校验失败", "The merchant is not bound to the brand"),
        text("请先将商户号绑定到品牌", "Bind the merchant number to the brand first"),
    )
    .code(400, "PARAM_ERROR")
    .parameters(&["mchid"]),
    row(
        "appid_not_in_brand",
        text("品牌、AppID关系校验失败", "The AppID is not bound to the brand"),
        text("请先将AppID绑定到品牌", "Bind the AppID to the brand first"),
    )
    .code(400, "PARAM_ERROR")
    .fields(&["/appid"]),
    // Not on the page.
    row(
        "permanent_card_end_time",
        text(
            "永久时间类型不需要修改结束时间(end_time)",
            "The card is valid for ever, so that its end time cannot be set",
        ),
        text(
            "请去掉有效期中的 available_end_time，或不修改有效期",
            "Leave available_end_time out of the validity, or the whole validity",
        ),
    )
    .fields(&["/date_information/available_end_time", "/date_information/type"])
    .from(ErrorSource::ThirdParty)
    .note(
        "服务端以卡当前的有效期类型（永久有效）为准，请求中的类型不会改变它。",
        "What counts is the card's present kind of validity (PERMANENT); the request's type does not change it.",
    ),
    row(
        "balance_structure_missing",
        text("需要传入储值结构体", "The stored-value structure is missing"),
        text(
            "请在储值信息中传入储值小程序 balance_appid 和 balance_path",
            "Give the stored-value mini program: balance_appid and balance_path",
        ),
    )
    .fields(&["/balance_information/balance_appid", "/balance_information/balance_path"])
    .from(ErrorSource::ThirdParty)
    .note("有开发者只传 balance_url 时遇到此错误。", "A developer met it who had sent only balance_url."),
    row(
        "undefined_parameters",
        text("请求中含有未在API文档中定义的参数", "The request has parameters that the API does not define"),
        text(
            "请检查传递的参数列表是否有编写错误的字段名",
            "Check the names of the parameters for spelling mistakes",
        ),
    )
    .code(400, "PARAM_ERROR")
    .from(ErrorSource::Official),
    row(
        "language_unsupported",
        text("传入了不支持的Accept-Language", "The Accept-Language header names a language that WeChat Pay lacks"),
        text(
            "请去掉 Accept-Language，或使用 zh-CN、zh-HK、zh-TW、en 之一",
            "Leave Accept-Language out, or send zh-CN, zh-HK, zh-TW or en",
        ),
    )
    .code(406, "PARAM_ERROR")
    .from(ErrorSource::ThirdParty)
    .note(
        "Node.js 的 fetch 默认发送 Accept-Language: *。",
        "The fetch of Node.js sends Accept-Language: * unless told otherwise.",
    ),
    row(
        "header_missing",
        text("Http头缺少Accept或User-Agent", "The Accept or the User-Agent header is missing"),
        text(
            "请在请求头中加上 Accept: application/json 和 User-Agent",
            "Send Accept: application/json and a User-Agent",
        ),
    )
    .code(400, "INVALID_REQUEST")
    .from(ErrorSource::ThirdParty),
    row(
        "request_time_off",
        text(
            "Http头Authorization中的timestamp与发起请求的时间不得超过5分钟",
            "The timestamp in Authorization differs from the time of the request by more than 5 minutes",
        ),
        text(
            "请校准本机时钟，timestamp 使用以秒为单位的当前 Unix 时间，每次请求重新签名",
            "Set this machine's clock; take the timestamp in Unix seconds, now, and sign every request anew",
        ),
    )
    .status(401)
    .parameters(&["timestamp"])
    .from(ErrorSource::Official),
    row(
        "authorization_malformed",
        text("Http头Authorization值格式错误", "The Authorization header is malformed"),
        text(
            "请按“认证类型 签名信息”的格式在一行内填写 Authorization，使用半角标点，参数之间不留空格",
            "Write Authorization on one line as scheme and parameters, with ASCII punctuation and no blanks between the parameters",
        ),
    )
    .code(401, "SIGN_ERROR")
    .from(ErrorSource::ThirdParty),
    row(
        "authorization_malformed",
        text("Authorization不合法", "The Authorization header is not valid"),
        text(
            "请按“认证类型 签名信息”的格式在一行内填写 Authorization，使用半角标点，参数之间不留空格",
            "Write Authorization on one line as scheme and parameters, with ASCII punctuation and no blanks between the parameters",
        ),
    )
    .code(401, "SIGN_ERROR")
    .from(ErrorSource::ThirdParty),
    row(
        "serial_no_wrong",
        text("商户证书序列号有误", "The merchant certificate's serial number is wrong"),
        text(
            "请使用该商户号的商户 API 证书序列号，不是平台证书的序列号",
            "Use the serial number of this merchant's own API certificate, not that of the platform certificate",
        ),
    )
    .code(401, "SIGN_ERROR")
    .parameters(&["serial_no"])
    .from(ErrorSource::ThirdParty),
];
