//! The card: one row per field, for update (修改会员卡模板信息), creation (创建会员卡模板) and response.
//!
//! Sources: the partner page of the update (2024-11-18) for the top level and its limits; its example and public
//! transcriptions for nested fields. Limits marked `≤` come from related APIs, so exceeding them is only a warning. The
//! creation's page is only partly readable: fields that it marks as required are `Required`, those that only
//! transcriptions mark are `Expected`.
//!
//! Facts: docs/domain.md#1.2 to docs/domain.md#1.6, and docs/domain.md#1.9.

use crate::endpoints::official_account::OFFICIAL_ACCOUNT_CARD;
use crate::schema::Mark::{Doubtful, Expected, Optional, Required, Unlisted};
use crate::schema::{Action, Body, Empty, Format, Kind, OtherApi, Text, UniqueBy, limit};
use crate::{body, choices, sections, table};

/// The body of an update.
pub static BODY: Body = body!(CARD_UPDATE);
/// The body of a creation.
pub static CREATE_BODY: Body = body_of(Action::Create);
/// The response of a reading: the card's current state.
pub(super) static RESPONSE: Body = body_of(Action::Response);

/// A body with the same numbered fields, so that rules can be shared.
const fn body_of(action: Action) -> Body {
    Body { kind: Kind::Object(&CARD_UPDATE), action, numbered: BODY.numbered }
}

choices! {
    all in ENUMERATIONS;

    /// How the code of a member's card is allocated.
    CodeMode in CODE_MODE {
        SystemAllocate = "SYSTEM_ALLOCATE", "由微信支付系统自动分配", "Allocated by WeChat Pay";
        MerchantDeposit = "MERCHANT_DEPOSIT", "商户预先存入自定义code，用户开卡时系统随机选取", "Taken at random from the codes that the merchant deposited", ["MERCHANT_ALLOCATE"];
        RealTime = "REAL_TIME", "商户在用户开卡时实时传入自定义code", "Given by the merchant when the member opens the card";
    }

    /// The code shown on the card.
    CodeType in CODE_TYPE {
        BarCode = "BAR_CODE", "条形码", "Bar code", ["CODE_TYPE_BARCODE", "BARCODE"];
        QrCode = "QRCODE", "二维码", "QR code", ["QR_CODE", "CODE_TYPE_QRCODE", "CODE_TYPE_ONLY_QRCODE"];
        BarCodeAndQrCode = "BAR_CODE_AND_QRCODE", "条形码和二维码", "Bar code and QR code", ["BAR_CODE_AND_QR_CODE"];
        NoneCode = "NONE_CODE", "不显示任何码型", "No code", ["CODE_TYPE_NONE", "CODE_TYPE_TEXT"];
    }

    /// How long a card is valid.
    DateType in DATE_TYPE {
        FixTimeRange = "FIX_TIME_RANGE", "固定时间范围", "From one date to another", ["DATE_TYPE_FIX_TIME_RANGE"];
        FixTerm = "FIX_TERM", "领取后若干天", "A number of days after receipt", ["DATE_TYPE_FIX_TERM"];
        Permanent = "PERMANENT", "永久有效", "For ever", ["DATE_TYPE_PERMANENT"];
    }

    /// The data that WeChat Pay can ask a new member for.
    CommonField in COMMON_FIELD {
        Mobile = "USER_FORM_FLAG_MOBILE", "手机号", "Mobile number", ["USER_FORM_INFO_FLAG_MOBILE"];
        Sex = "USER_FORM_FLAG_SEX", "性别", "Sex", ["USER_FORM_INFO_FLAG_SEX"];
        Name = "USER_FORM_FLAG_NAME", "姓名", "Name", ["USER_FORM_INFO_FLAG_NAME"];
        Birthday = "USER_FORM_FLAG_BIRTHDAY", "生日", "Birthday", ["USER_FORM_INFO_FLAG_BIRTHDAY"];
        Address = "USER_FORM_FLAG_ADDRESS", "地址", "Address", ["USER_FORM_INFO_FLAG_LOCATION"];
        Email = "USER_FORM_FLAG_EMAIL", "邮箱", "Email", ["USER_FORM_INFO_FLAG_EMAIL"];
        City = "USER_FORM_FLAG_CITY", "城市", "City";
    }

    /// How a member answers a custom question of the merchant.
    CustomFieldType in CUSTOM_FIELD_TYPE {
        Text = "TEXT", "文本", "Text", ["INPUT"];
        Select = "SELECT", "下拉选择", "Drop-down list";
        Radio = "RADIO", "单选", "One choice", ["FORM_FIELD_RADIO"];
        CheckBox = "CHECK_BOX", "多选", "Several choices", ["CHECKBOX", "FORM_FIELD_CHECK_BOX", "FORM_FIELD_SELECT"];
    }
}

sections! {
    all in SECTIONS;

    CREATION = "creation", "创建", "Creation";
    BASICS = "basics", "基本信息", "Basics";
    VALIDITY = "validity", "有效期", "Validity";
    LEVELS = "levels", "等级", "Levels";
    BALANCE = "balance", "储值", "Stored value";
    OPENING = "opening", "开卡信息", "Opening form";
    STATEMENT = "statement", "补充声明", "Merchant's statement";
    CODE = "code", "会员码", "Member's code";
}

/// Fields of `card-member` that neither the update nor the response of this family has. The old API of 公众号卡券 nests all
/// fields in `member_card` and `base_info`.
///
/// This is a copy: referring to the other family's table would compile it, its types and declarations into every module
/// of this family. `tests/other_apis.rs` compares both.
const OTHERS: &[OtherApi] = &[
    OtherApi {
        name: "card-member",
        fields: &[
            "brand_id",
            "card_type",
            "card_title",
            "card_color",
            "card_picture_url",
            "code_jump_information",
            "benefits",
            "notify_url",
            "need_pinned",
            "legal_agreement",
            "valid_date_information",
            "member_information",
            "points_information",
            "purchase_information",
            "user_information",
            "state",
            "modify_time",
        ],
    },
    OFFICIAL_ACCOUNT_CARD,
];
const OTHERS_WITH_BALANCE: &[OtherApi] =
    &[OtherApi { name: "card-member", fields: &["jump_appid", "jump_path"] }];

static COMMON_FIELD_ITEM: Kind = Kind::Choice(COMMON_FIELD);
static CUSTOM_FIELD_ITEM: Kind = Kind::Object(&CUSTOM_FIELD);
static VALUE_ITEM: Kind =
    Kind::Text(Text { max: limit("string(≤8)"), format: Format::Line, empty: Empty::Doubtful });

table! {
    /// 修改会员卡模板信息的请求内容：只填写要修改的字段，未填写的字段保持不变。创建会员卡时也使用本类型。
    ///
    /// The body of an update of a membership card: give the fields to change; absent fields keep their values. A
    /// creation also has `brand` and `out_request_no`.
    CardUpdate in CARD_UPDATE unlike OTHERS {
        appid in BASICS after service_phone: [String] = "string(32)" filled(Format::Appid) marked(Required, Optional, Optional),
            "商户AppID" "服务号的AppID，需与会员卡归属品牌绑定；用于获取会员的OpenID和UnionID，并向会员发送消息",
            "AppID" "of a Service Account (服务号) bound to the card's brand; it identifies members (OpenID) and sends their messages",
            "wxea9c30890f48d5ae";
        logo_url in BASICS after title: [String] = "string(128)" text(Format::ImageUrl) marked(Required, Optional, Optional),
            "会员卡logo" "通过图片上传接口获取的图片网址；120像素×120像素，JPG/JPEG/PNG，小于1M",
            "Logo" "an image URL from the image upload API; 120 × 120 pixels, JPG, JPEG or PNG, below 1 MB",
            "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0";
        brand in BASICS after appid: [Brand] = "object" object(&BRAND) marked(Required, Unlisted, Optional),
            "品牌信息" "会员卡归属的品牌，创建后不能修改",
            "Brand" "the brand that owns the card; cannot be changed after creation",
            "{}";
        title in BASICS: [String] = "string(10)" text(Format::CardTitle) marked(Required, Optional, Optional),
            "会员卡名称" "展示在卡面上；支持中文字、英文字符、数字和标点",
            "Card name" "shown on the card; Chinese, English, digits and punctuation",
            "微信支付测试卡";
        background_picture_url in BASICS: [String] = "string(128)" text(Format::ImageUrl) marked(Required, Optional, Optional),
            "会员卡背景图" "通过图片上传接口获取的图片网址；建议1000像素×600像素，JPG/JPEG/PNG，小于1M",
            "Background picture" "an image URL from the image upload API; 1000 × 600 pixels recommended, JPG, JPEG or PNG, below 1 MB",
            "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0";
        description in BASICS: [String] = "string(500)" text(Format::Prose) marked(Required, Optional, Optional),
            "使用须知" "展示在会员卡详情中，建议填写会员权益和服务说明",
            "Instructions" "shown in the card's details; describe benefits and services",
            "使用本会员卡表示你同意xxx公司的协议,最终解释权归xxx公司所有";
        service_phone in BASICS: [String] = "string(32)" text(Format::Phone),
            "服务电话" "展示在会员卡详情中，建议填写固定电话",
            "Service telephone" "shown in the card's details; a landline is recommended",
            "0755-12345677";
        total_quantity in CODE after code_mode: [i64] = "integer" count(Some(100_000_000)),
            "会员卡总库存" "最多可发放的会员卡数量，默认5000000；仅当会员卡code由微信支付系统自动分配时填写",
            "Stock" "the maximum number of cards, 5000000 by default; only if WeChat Pay allocates the codes",
            "5000000";
        date_information in VALIDITY: [DateInformation] = "object" object(&DATE_INFORMATION) marked(Expected, Optional, Optional),
            "有效期" "会员卡的有效时间",
            "Validity" "when the card is valid",
            "{}";
        need_display_level in LEVELS: [bool] = "boolean" boolean(),
            "是否展示会员等级" "向会员展示其等级；展示时需填写会员初始等级",
            "Show levels" "whether members see their level; if so, fill in the initial level",
            "true";
        init_level in LEVELS: [String] = "string(5)" text(Format::Line),
            "会员初始等级" "新用户开卡后的等级；展示会员等级时必填",
            "Initial level" "the level of new members; required if levels are shown",
            "白银会员";
        balance_information in BALANCE: [BalanceInformation] = "object" object(&BALANCE_INFORMATION),
            "储值信息" "会员查看和使用储值余额的页面",
            "Stored value" "the page where members see and use their balance",
            "{}";
        user_information_form in OPENING: [UserInformationForm] = "object" object(&USER_INFORMATION_FORM),
            "开卡信息" "用户开卡时需要填写的信息",
            "Opening form" "what users fill in when opening the card",
            "{}";
        additional_statement in STATEMENT: [AdditionalStatement] = "object" object(&ADDITIONAL_STATEMENT),
            "商户补充声明" "开卡时向用户展示的商户条款",
            "Merchant's statement" "the merchant's own terms, shown when the card is opened",
            "{}";
        code_mode in CODE: [CodeMode] = "string" choice(CODE_MODE) marked(Expected, Optional, Optional),
            "会员卡code分配类型" "仅“商户预先存入”和“用户开卡时实时传入”之间可以互相更改，系统自动分配的不能更改",
            "Code allocation" "can only be switched between codes deposited by the merchant and codes given at opening; allocation by WeChat Pay cannot be changed",
            "SYSTEM_ALLOCATE";
        need_dynamic_code in CODE after code_type: [bool] = "boolean" boolean(),
            "是否启用动态码" "启用后会员码为动态变化的18位数字，可降低截图盗用风险；默认不启用",
            "Dynamic code" "replaces the member's code by a changing 18-digit number, so that screenshots cannot be misused; off by default",
            "false";
        code_type in CODE: [CodeType] = "string" choice(CODE_TYPE) marked(Required, Optional, Optional),
            "会员码型" "会员卡上展示的码，根据会员编号（membership_number）生成，默认为会员卡code",
            "Code type" "the code on the card, made from the membership_number, by default the card's code",
            "BAR_CODE";
        out_request_no in CREATION: [String] = "string(≤32)" text(Format::Line) marked(Expected, Unlisted, Optional),
            "商户请求单号" "每次创建使用新的单号，重试时使用原单号",
            "Request number" "use a new number for each card, and the same number to retry",
            "100002322019090134234sfdf";
    }

    /// 品牌信息 (Brand).
    Brand in BRAND {
        brand_id: [String] = "string(≤16)" text(Format::Line) expected,
            "品牌id" "微信支付分配的品牌编号",
            "Brand's id" "allocated by WeChat Pay",
            "1004";
        display_name: [String] = "string" text(Format::Line) expected,
            "品牌展示名称" "用户看到的品牌名称",
            "Brand's name" "shown to users",
            "微信支付";
    }

    /// 有效期 (Validity).
    DateInformation in DATE_INFORMATION {
        r#type: [DateType] = "string" choice(DATE_TYPE) expected,
            "有效期类型" "修改时不能改变会员卡当前的有效期类型",
            "Type of validity" "an update cannot change the card's type of validity",
            "FIX_TIME_RANGE";
        available_begin_time: [String] = "string" time(),
            "有效期开始时间" "用于固定时间范围；格式如2020-05-20T13:29:35+08:00",
            "Begin" "for a fixed range; such as 2020-05-20T13:29:35+08:00",
            "2020-05-20T13:29:35.120+08:00";
        available_end_time: [String] = "string" time(),
            "有效期结束时间" "用于固定时间范围，到该时刻即失效；格式如2020-05-20T13:29:35+08:00",
            "End" "for a fixed range; the card expires at that time; such as 2020-05-20T13:29:35+08:00",
            "2030-05-20T13:29:35.120+08:00";
        available_day_after_receive: [i64] = "integer" count(Some(10_957)),
            "生效后N天内有效" "用于“领取后若干天”，最多约30年",
            "Days of validity" "for a number of days after receipt; about 30 years at most",
            "1";
        wait_days_after_receive: [i64] = "integer" count(None),
            "领取后N天开始生效" "用于“领取后若干天”，与“生效后N天内有效”一起填写",
            "Days of waiting" "the days between receipt and validity; together with the days of validity",
            "1";
    }

    /// 储值信息 (Stored value).
    BalanceInformation in BALANCE_INFORMATION unlike OTHERS_WITH_BALANCE {
        need_balance: [bool] = "boolean" boolean(),
            "是否支持储值" "储值一旦展示，无法关闭",
            "Show stored value" "cannot be switched off once shown",
            "false";
        balance_appid: [String] = "string(≤32)" text(Format::Appid),
            "储值小程序appid" "与储值小程序path一起填写",
            "Mini program's AppID" "together with the mini program's path",
            "wxea9c30890f48d5ae";
        balance_path: [String] = "string(≤128)" text(Format::PagePath),
            "储值小程序path" "填写储值小程序appid时必填",
            "Mini program's path" "required with the mini program's AppID",
            "pages/balance/balance";
        balance_url: [String] = "string(≤128)" text(Format::WebUrl),
            "储值url" "储值页面的网址",
            "Web address" "URL of the page that shows the balance",
            "https://xxx.com";
    }

    /// 开卡信息 (Opening form).
    UserInformationForm in USER_INFORMATION_FORM {
        can_modify_after_activate: [bool] = "boolean" boolean() marked(Doubtful, Optional, Optional),
            "是否允许修改" "用户开卡后能否修改已填写的信息",
            "May be changed" "whether members may change what they entered",
            "false";
        common_field_list: [Vec<CommonField>] = "array" list(&COMMON_FIELD_ITEM, None, UniqueBy::Value),
            "平台提供的通用开卡信息字段" "不能重复",
            "Common fields" "provided by WeChat Pay; no duplicates",
            "[\"USER_FORM_FLAG_MOBILE\"]";
        custom_field_list: [Vec<CustomField>] = "array" list(&CUSTOM_FIELD_ITEM, Some(1), UniqueBy::Key("name")),
            "商户自定义的开卡信息字段" "不能重复；商家名片会员最多1项",
            "Custom fields" "the merchant's own questions, no duplicates; card-member accepts one",
            "{}";
    }

    /// 商户自定义的开卡信息字段 (Custom field).
    CustomField in CUSTOM_FIELD {
        r#type: [CustomFieldType] = "string" choice(CUSTOM_FIELD_TYPE),
            "商户自定义的开卡信息字段类型" "用户回答问题的方式",
            "Type" "how users answer the question",
            "TEXT";
        name: [String] = "string(≤32)" text(Format::Line),
            "字段名称" "用户看到的问题",
            "Name" "the question shown to users",
            "喜欢的运动";
        values: [Vec<String>] = "array" list(&VALUE_ITEM, Some(10), UniqueBy::Value),
            "字段值" "可选的答案，下拉选择、单选和多选时填写；商家名片会员最多10项，每项最多8个字",
            "Values" "the answers to choose from, for drop-down lists and choices; card-member accepts ten of 8 characters each",
            "[\"篮球\"]";
    }

    /// 商户补充声明 (Merchant's statement).
    AdditionalStatement in ADDITIONAL_STATEMENT {
        title: [String] = "string(≤32)" text(Format::LineInBytes),
            "标题" "声明的名称",
            "Title" "the name of the statement",
            "xxx会员卡使用须知";
        url: [String] = "string(≤128)" text(Format::WebUrl),
            "跳转url" "声明页面的网址",
            "Web address" "URL of the statement's page",
            "https://xxx.111.com";
        appid: [String] = "string(≤32)" text(Format::Appid),
            "跳转小程序appid" "与跳转小程序path一起填写",
            "Mini program's AppID" "together with the mini program's path",
            "wxea9c30890f48d5ae";
        path: [String] = "string(≤128)" text(Format::PagePath),
            "跳转小程序path" "与跳转小程序appid一起填写",
            "Mini program's path" "together with the mini program's AppID",
            "pages/statement/statement";
    }
}
