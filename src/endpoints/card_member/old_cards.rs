//! How the fields of older cards map to this family.
//!
//! Sources: for `membercard-open`, the documentation of both families; fields that both describe alike are `stated`.
//! For 公众号卡券 no page compares the two APIs, so everything is inferred from its public examples. Aliases in the table of
//! fields map the values of enumerations.

use super::fields::CardType;
use crate::endpoint::{Correspondence, OldCard};

/// The older cards that can be [migrated](crate::migrate) to this family.
pub static OLD_CARDS: &[OldCard] = &[
    OldCard { api: "membercard-open", within: &[&[]], given: GIVEN, fields: MEMBERCARD_OPEN },
    OldCard {
        api: "api.weixin.qq.com/card",
        within: &[&["card", "member_card"], &["member_card"]],
        given: GIVEN,
        fields: OFFICIAL_ACCOUNT,
    },
];

/// K1: only ordinary cards can be created at present.
const GIVEN: &[(&str, &str)] = &[("/card_type", CardType::Normal.as_str())];

const MEMBERCARD_OPEN: &[Correspondence] = &[
    Correspondence::moved("/appid", "/appid").stated(),
    Correspondence::moved("/title", "/card_title").stated(),
    Correspondence::moved("/background_picture_url", "/card_picture_url").stated().note(
        "新接口建议尺寸为716像素×320像素，原图为1000像素×600像素，建议重新上传",
        "716 × 320 pixels are recommended, not 1000 × 600: best upload the picture anew",
    ),
    Correspondence::nothing("/logo_url"),
    Correspondence::by_hand("/description", &["/benefits", "/legal_agreement"]).note(
        "使用须知最多500字，会员权益最多32字",
        "the instructions may have 500 characters, the benefits 32",
    ),
    Correspondence::moved("/service_phone", "/service_phone"),
    Correspondence::nothing("/total_quantity").stated().note("新接口没有库存", "there is no stock any more"),
    Correspondence::moved("/code_mode", "/code_mode")
        .stated()
        .note("系统分配的会员卡code由12位变为24位", "codes that the system allocates have 24 digits, not 12"),
    Correspondence::moved("/code_type", "/code_type").stated(),
    Correspondence::nothing("/need_dynamic_code"),
    Correspondence::moved("/need_display_level", "/need_display_level").stated(),
    Correspondence::moved("/init_level", "/init_level").stated(),
    Correspondence::by_hand("/out_request_no", &["/out_request_no"])
        .note("创建新卡需使用新的商家请求单号", "a new card needs a request number of its own"),
    Correspondence::moved("/date_information/type", "/valid_date_information/type").stated(),
    Correspondence::moved(
        "/date_information/available_begin_time",
        "/valid_date_information/available_begin_time",
    )
    .stated(),
    Correspondence::moved(
        "/date_information/available_end_time",
        "/valid_date_information/available_end_time",
    )
    .stated(),
    Correspondence::moved(
        "/date_information/available_day_after_receive",
        "/valid_date_information/available_day_after_receive",
    )
    .stated(),
    Correspondence::nothing("/date_information/wait_days_after_receive").stated(),
    Correspondence::moved(
        "/user_information_form/common_field_list/*",
        "/user_information/common_field_list/*",
    )
    .stated()
    .note("手机号默认收集，无需填写", "the mobile number is always asked for"),
    Correspondence::moved(
        "/user_information_form/custom_field_list/*/type",
        "/user_information/custom_field_list/*/type",
    )
    .stated()
    .note("新接口没有文本和下拉选择，均为单选", "text and drop-down lists became one choice"),
    Correspondence::moved(
        "/user_information_form/custom_field_list/*/name",
        "/user_information/custom_field_list/*/name",
    )
    .stated(),
    Correspondence::moved(
        "/user_information_form/custom_field_list/*/values/*",
        "/user_information/custom_field_list/*/values/*",
    )
    .stated(),
    Correspondence::nothing("/user_information_form/can_modify_after_activate"),
    Correspondence::moved("/balance_information/balance_appid", "/balance_information/jump_appid").stated(),
    Correspondence::moved("/balance_information/balance_path", "/balance_information/jump_path").stated(),
    Correspondence::nothing("/balance_information/need_balance").stated(),
    Correspondence::nothing("/balance_information/balance_url").stated(),
    Correspondence::by_hand("/additional_statement", &["/legal_agreement"]).note(
        "法务协议为纯文本，网址不可点击",
        "the agreement is plain text, in which addresses are no links",
    ),
    Correspondence::moved("/brand/brand_id", "/brand_id"),
    Correspondence::nothing("/brand/display_name"),
    Correspondence::by_hand("/bonus", &["/points_information"]),
    Correspondence::by_hand("/favor", &["/benefits"]),
    Correspondence::nothing("/service_modules"),
    Correspondence::nothing("/fapiao"),
    Correspondence::nothing("/guide"),
    Correspondence::nothing("/card_id").note("新卡有自己的会员卡模板ID", "the new card has an id of its own"),
    Correspondence::nothing("/status").note("由微信支付返回", "WeChat Pay answers it"),
    Correspondence::nothing("/create_time").note("由微信支付返回", "WeChat Pay answers it"),
    Correspondence::nothing("/update_time").note("由微信支付返回", "WeChat Pay answers it"),
    Correspondence::nothing("/remain_quantity").note("新接口没有库存", "there is no stock any more"),
];

const OFFICIAL_ACCOUNT: &[Correspondence] = &[
    Correspondence::moved("/background_pic_url", "/card_picture_url").note(
        "公众号素材需用微信支付的图片上传接口重新上传",
        "upload an Official Account image anew, with WeChat Pay's image upload API",
    ),
    Correspondence::nothing("/card_id").note("新卡有自己的会员卡模板ID", "the new card has an id of its own"),
    Correspondence::nothing("/card/card_type")
        .note("会员卡的类型为 MEMBER_CARD", "it is MEMBER_CARD for every membership card"),
    Correspondence::nothing("/errcode"),
    Correspondence::nothing("/errmsg"),
    Correspondence::nothing("/base_info/logo_url"),
    Correspondence::nothing("/base_info/brand_name"),
    Correspondence::moved("/base_info/title", "/card_title"),
    Correspondence::by_hand("/base_info/color", &["/card_color"]).note(
        "原为颜色名称（如 Color010），新接口为十六进制颜色值",
        "it names a colour, such as Color010, where the new API takes hexadecimal",
    ),
    Correspondence::by_hand("/base_info/notice", &["/benefits", "/legal_agreement"]),
    Correspondence::by_hand("/base_info/description", &["/benefits", "/legal_agreement"]),
    Correspondence::by_hand("/prerogative", &["/benefits"]),
    Correspondence::moved("/base_info/code_type", "/code_type"),
    Correspondence::by_hand("/base_info/use_custom_code", &["/code_mode"])
        .note("自定义code对应商家分配", "codes of one's own are allocated by the merchant"),
    Correspondence::moved("/base_info/date_info/type", "/valid_date_information/type"),
    Correspondence::time(
        "/base_info/date_info/begin_timestamp",
        "/valid_date_information/available_begin_time",
    ),
    Correspondence::time("/base_info/date_info/end_timestamp", "/valid_date_information/available_end_time"),
    Correspondence::moved(
        "/base_info/date_info/fixed_term",
        "/valid_date_information/available_day_after_receive",
    ),
    Correspondence::nothing("/base_info/date_info/fixed_begin_term"),
    Correspondence::moved("/base_info/service_phone", "/service_phone"),
    Correspondence::nothing("/base_info/sku").note("新接口没有库存", "there is no stock any more"),
    Correspondence::nothing("/base_info/get_limit"),
    Correspondence::nothing("/base_info/can_share"),
    Correspondence::nothing("/base_info/can_give_friend"),
    Correspondence::nothing("/base_info/location_id_list"),
    Correspondence::by_hand("/base_info/custom_url", &["/member_information"])
        .note("新接口仅支持小程序", "the new API opens mini programs only"),
    Correspondence::by_hand("/base_info/promotion_url", &["/member_information"])
        .note("新接口仅支持小程序", "the new API opens mini programs only"),
    Correspondence::by_hand("/supply_bonus", &["/points_information"]),
    Correspondence::by_hand("/bonus_url", &["/points_information"])
        .note("新接口仅支持小程序", "the new API opens mini programs only"),
    Correspondence::by_hand("/bonus_rule", &["/benefits"]),
    Correspondence::nothing("/supply_balance")
        .note("目前仅支持创建普通会员卡", "only ordinary cards can be created at present"),
    Correspondence::by_hand("/discount", &["/benefits"]),
    Correspondence::nothing("/auto_activate"),
    Correspondence::nothing("/wx_activate"),
    Correspondence::nothing("/activate_url"),
    Correspondence::nothing("/custom_field1"),
    Correspondence::nothing("/custom_field2"),
    Correspondence::nothing("/custom_field3"),
    Correspondence::by_hand("/custom_cell1", &["/member_information"])
        .note("新接口仅支持小程序", "the new API opens mini programs only"),
];
