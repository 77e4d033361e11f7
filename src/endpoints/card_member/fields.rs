//! The card of 商家名片会员: one row per field, for creation, update and response.
//!
//! Sources: the partner pages 4015336970 (create, 2025-08-01) and 4015336977 (update, 2025-08-01), and the brand pages
//! 4015582711 (create, 2025-07-25) and 4015582722 (update, 2025-08-01). All four agree on every row except `brand_id`,
//! which brands do not give. The marks are for creation, update and response. Fields marked `Doubtful` for updates were
//! in the first version of the table, as public transcriptions of 2025 show.
//!
//! Facts: docs/domain-card-member.md#2.1 and docs/domain-card-member.md#3.1.

use crate::endpoints::official_account::OFFICIAL_ACCOUNT_CARD;
use crate::schema::Mark::{Doubtful, Immutable, Optional, Required, Unlisted};
use crate::schema::{Action, Body, Empty, Format, Kind, OtherApi, Text, UniqueBy, limit};
use crate::{body, choices, sections, table};

/// The body of a service provider's creation.
pub static PARTNER_CREATE_BODY: Body = Body { action: Action::Create, ..body_of(&BODY) };
/// The body of a brand's creation.
pub static BRAND_CREATE_BODY: Body = Body { action: Action::CreateByBrand, ..body_of(&BODY) };
/// The body of a service provider's update.
pub static BODY: Body = body!(CARD);
/// The body of a brand's update.
pub static BRAND_UPDATE_BODY: Body = Body { action: Action::UpdateByBrand, ..body_of(&BODY) };

/// The response of every operation.
pub static RESPONSE: Body = Body { action: Action::Response, ..body_of(&BODY) };

/// A body with the same numbered fields, so that rules can be shared.
const fn body_of(body: &Body) -> Body {
    Body { kind: Kind::Object(&CARD), action: body.action, numbered: body.numbered }
}

choices! {
    all in ENUMERATIONS;

    /// The kind of card. Only ordinary cards can be created at present.
    CardType in CARD_TYPE {
        Purchase = "PURCHASE", "付费会员卡", "Paid membership";
        Normal = "NORMAL", "普通会员卡", "Ordinary card";
        Balance = "BALANCE", "储值会员卡", "Stored-value card";
    }

    /// Who allocates the codes of members' cards.
    CodeMode in CODE_MODE {
        SystemAllocate = "SYSTEM_ALLOCATE", "由微信支付系统分配（24位数字）", "Allocated by WeChat Pay (24 digits)";
        MerchantAllocate = "MERCHANT_ALLOCATE", "由商家分配", "Allocated by the merchant", ["MERCHANT_DEPOSIT", "REAL_TIME"];
    }

    /// The code shown on the card.
    CodeType in CODE_TYPE {
        NoneCode = "NONE_CODE", "不显示任何码型", "No code", ["CODE_TYPE_NONE", "CODE_TYPE_TEXT"];
        BarCode = "BAR_CODE", "条形码", "Bar code", ["CODE_TYPE_BARCODE", "BARCODE"];
        QrCode = "QR_CODE", "二维码", "QR code", ["QRCODE", "CODE_TYPE_QRCODE", "CODE_TYPE_ONLY_QRCODE"];
        BarCodeAndQrCode = "BAR_CODE_AND_QR_CODE", "条形码和二维码", "Bar code and QR code", ["BAR_CODE_AND_QRCODE"];
        JumpMiniProgram = "JUMP_MINI_PROGRAM", "跳转商家小程序", "Opens the merchant's mini program";
    }

    /// How long a card is valid.
    DateType in DATE_TYPE {
        FixTimeRange = "FIX_TIME_RANGE", "固定时间范围", "From one date to another", ["DATE_TYPE_FIX_TIME_RANGE"];
        FixTerm = "FIX_TERM", "领取后若干天", "A number of days after receipt", ["DATE_TYPE_FIX_TERM"];
        Permanent = "PERMANENT", "永久有效", "For ever", ["DATE_TYPE_PERMANENT"];
    }

    /// The data that WeChat Pay can ask a new member for. It always asks for the mobile number.
    CommonField in COMMON_FIELD {
        Sex = "USER_FORM_FLAG_SEX", "性别", "Sex", ["USER_FORM_INFO_FLAG_SEX"];
        Name = "USER_FORM_FLAG_NAME", "姓名", "Name", ["USER_FORM_INFO_FLAG_NAME"];
        Birthday = "USER_FORM_FLAG_BIRTHDAY", "生日", "Birthday", ["USER_FORM_INFO_FLAG_BIRTHDAY"];
        Address = "USER_FORM_FLAG_ADDRESS", "地址", "Address", ["USER_FORM_INFO_FLAG_LOCATION"];
        Email = "USER_FORM_FLAG_EMAIL", "邮箱", "Email", ["USER_FORM_INFO_FLAG_EMAIL"];
        City = "USER_FORM_FLAG_CITY", "城市", "City";
    }

    /// How a member answers a custom question of the merchant.
    CustomFieldType in CUSTOM_FIELD_TYPE {
        CheckBox = "CHECK_BOX", "多选", "Several choices", ["CHECKBOX", "FORM_FIELD_CHECK_BOX"];
        Radio = "RADIO", "单选", "One choice", ["FORM_FIELD_RADIO", "TEXT", "SELECT"];
    }

    /// Whether the card is still being issued.
    State in STATE {
        CardEffective = "CARD_EFFECTIVE", "生效中", "In effect";
        CardInvalid = "CARD_INVALID", "已失效", "Ended";
    }
}

sections! {
    all in SECTIONS;

    BRAND = "brand", "品牌", "Brand";
    CREATION = "creation", "创建", "Creation";
    BASICS = "basics", "基本信息", "Basics";
    VALIDITY = "validity", "有效期", "Validity";
    LEVELS = "levels", "等级", "Levels";
    ENTRIES = "entries", "入口", "Entries";
    CODE = "code", "会员码", "Member's code";
    OPENING = "opening", "开卡信息", "Opening form";
    AGREEMENT = "agreement", "法务协议", "Legal agreement";
}

/// Fields of `membercard-open` (update and response) that this family does not have. The old API of 公众号卡券 nests all
/// fields in `member_card` and `base_info`.
///
/// This is a copy: referring to the other family's table would compile it, its types and declarations into every module
/// of this family. `tests/other_apis.rs` compares both.
const OTHERS: &[OtherApi] = &[
    OtherApi {
        name: "membercard-open",
        fields: &[
            "logo_url",
            "title",
            "background_picture_url",
            "description",
            "total_quantity",
            "date_information",
            "user_information_form",
            "additional_statement",
            "need_dynamic_code",
            "brand",
            "update_time",
            "remain_quantity",
            "status",
            "bonus",
            "favor",
            "service_modules",
            "fapiao",
            "guide",
        ],
    },
    OFFICIAL_ACCOUNT_CARD,
];
const OTHERS_WITH_BALANCE: &[OtherApi] = &[OtherApi {
    name: "membercard-open",
    fields: &["need_balance", "balance_appid", "balance_path", "balance_url"],
}];

static COMMON_FIELD_ITEM: Kind = Kind::Choice(COMMON_FIELD);
static CUSTOM_FIELD_ITEM: Kind = Kind::Object(&CUSTOM_FIELD);
static VALUE_ITEM: Kind =
    Kind::Text(Text { max: limit("string(8)"), format: Format::Line, empty: Empty::Doubtful });

table! {
    /// 商家名片会员的会员卡模板：创建和修改的请求内容，以及接口应答的内容。
    ///
    /// A membership card of 商家名片会员: the body of creations and updates, and the response of every operation, which is
    /// the card's current state.
    Card in CARD unlike OTHERS {
        out_request_no in CREATION: [String] = "string(128)" text(Format::Line) marked(Required, Immutable, Required),
            "商家请求单号" "创建会员卡的请求单号，需保持唯一；支持半角字母、数字、“-”和“_”",
            "Request number" "the merchant's number of the creation request; must be unique; letters, digits, - and _",
            "100002322019090134234sfdf";
        card_id: [String] = "string(32)" text(Format::Line) marked(Unlisted, Immutable, Required),
            "会员卡模板ID" "创建会员卡时由微信支付返回",
            "Card ID" "returned when the card was created",
            "pbLatjvWOibDc5-TBnbUk1pD12o0";
        brand_id in BRAND: [String] = "string(32)" text(Format::Line) marked_for_merchants(Required, Required, Required),
            "品牌ID" "会员卡归属品牌的ID",
            "Brand ID" "the brand that owns the card",
            "1004";
        appid in BRAND: [String] = "string(32)" text(Format::Appid) marked(Required, Immutable, Required),
            "商家AppID" "服务号、订阅号、公众号或小程序的AppID，需与品牌绑定；用于获取会员的OpenID",
            "AppID" "of a Service Account, a Subscription Account, an Official Account or a mini program bound to the brand; it identifies members (OpenID)",
            "wxea9c30890f48d5ae";
        card_type in CREATION: [CardType] = "string" choice(CARD_TYPE) marked(Required, Immutable, Required),
            "会员卡类型" "目前仅支持创建普通会员卡",
            "Card type" "only ordinary cards can be created at present",
            "NORMAL";
        card_title in BASICS: [String] = "string(10)" text(Format::PlainCardTitle) marked(Required, Optional, Required),
            "卡名称" "展示在卡面上；支持中文字、英文字符、数字和标点，最多10个字符",
            "Card name" "shown on the card; Chinese, English, digits and punctuation, at most 10 characters",
            "测试卡";
        card_color in BASICS: [String] = "string(7)" text(Format::Line) marked(Required, Optional, Required),
            "卡背景颜色" "十六进制RGB颜色，如#FFFF00",
            "Background colour" "RGB in hexadecimal, such as #FFFF00",
            "#FFFF00";
        card_picture_url in BASICS: [String] = "string(256)" text(Format::ImageUrl) marked(Required, Optional, Required),
            "卡图片" "通过图片上传接口获取的图片网址；建议716像素×320像素，JPG/JPEG/PNG，小于1M",
            "Card picture" "an image URL from the image upload API; 716 × 320 pixels recommended, JPG, JPEG or PNG, below 1 MB",
            "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0";
        code_mode in CODE: [CodeMode] = "string" choice(CODE_MODE) marked(Required, Immutable, Required),
            "会员卡code分配类型" "会员卡code由谁分配；创建后不能修改",
            "Code allocation" "who allocates members' codes; cannot be changed after creation",
            "SYSTEM_ALLOCATE";
        code_type in CODE: [CodeType] = "string" choice(CODE_TYPE) marked(Required, Immutable, Required),
            "会员码展示类型" "会员卡展示的码型；创建后不能修改",
            "Code type" "the code on the card; cannot be changed after creation",
            "BAR_CODE";
        code_jump_information in CODE: [CodeJumpInformation] = "object" object(&CODE_JUMP_INFORMATION),
            "会员码跳转信息" "会员码展示类型为“跳转商家小程序”时必填，其他类型不支持填写",
            "Code's mini program" "required if the code opens the merchant's mini program, not allowed otherwise",
            "{}";
        benefits in BASICS: [String] = "string(32)" text(Format::Line) marked(Required, Optional, Required),
            "会员权益" "会员可享受的优惠",
            "Benefits" "what members get, shown to users",
            "会员折扣、专属价";
        notify_url in BASICS: [String] = "string(256)" text(Format::Url) marked(Required, Optional, Required),
            "回调地址" "接收开卡通知的网址；需外网可访问，使用HTTPS，不能带查询参数",
            "Notification address" "receives a notice when a user opens the card; a public https URL without query parameters",
            "https://pay.example.com/wechat/card-notify";
        need_pinned in BASICS: [bool] = "boolean" boolean(),
            "是否置顶" "默认不置顶；同一品牌可置顶多张会员卡，最近更新的排在前面",
            "Pinned" "shows the card at the top; off by default; of several pinned cards of a brand, the last updated comes first",
            "true";
        need_display_level in LEVELS: [bool] = "boolean" boolean(),
            "是否展示会员等级" "默认不展示",
            "Show levels" "whether members see their level; off by default",
            "true";
        init_level in LEVELS: [String] = "string(10)" text(Format::Line) marked(Optional, Doubtful, Optional),
            "会员初始等级" "新用户开卡后的等级；展示会员等级时必填，不展示时不支持填写",
            "Initial level" "the level of new members; required if levels are shown, not allowed otherwise",
            "白银会员";
        service_phone in BASICS after benefits: [String] = "string(32)" text(Format::Phone),
            "服务电话" "建议填写固定电话",
            "Service telephone" "a landline is recommended",
            "010-88771234";
        legal_agreement in AGREEMENT: [String] = "string(20480)" text(Format::Prose) marked(Required, Doubtful, Required),
            "商家法务协议" "用户与商家之间的协议；纯文本，可换行，网址不可点击",
            "Legal agreement" "the contract between user and merchant; plain text with line breaks, URLs are not clickable",
            "商家需在48小时内发货";
        valid_date_information in VALIDITY: [ValidDateInformation] = "object" object(&VALID_DATE_INFORMATION) marked(Required, Optional, Required),
            "会员卡有效期" "会员卡开卡后的有效时间",
            "Validity" "how long a card is valid after it is opened",
            "{}";
        member_information in ENTRIES: [MemberInformation] = "object" object(&MEMBER_INFORMATION) marked(Required, Optional, Required),
            "会员中心信息" "用户点击会员卡后打开的小程序页面",
            "Member centre" "the mini program page that opens when users tap the card",
            "{}";
        points_information in ENTRIES: [PointsInformation] = "object" object(&POINTS_INFORMATION),
            "积分信息" "填写后，会员卡展示积分入口",
            "Points" "if filled in, the card shows a link to the member's points",
            "{}";
        balance_information in ENTRIES: [BalanceInformation] = "object" object(&BALANCE_INFORMATION),
            "储值信息" "仅储值会员卡支持填写",
            "Stored value" "only for stored-value cards",
            "{}";
        purchase_information in ENTRIES: [PurchaseInformation] = "object" object(&PURCHASE_INFORMATION),
            "付费会员信息" "仅付费会员卡支持填写",
            "Paid membership" "only for cards of paid membership",
            "{}";
        user_information in OPENING: [UserInformation] = "object" object(&USER_INFORMATION),
            "用户开卡信息" "用户开卡时需要填写的信息；手机号默认收集，无需设置",
            "Opening form" "what users fill in when opening the card; the mobile number is always requested",
            "{}";
        state: [State] = "string" choice(STATE) marked(Unlisted, Immutable, Required),
            "状态" "会员卡当前的状态",
            "State" "whether the card can still be received",
            "CARD_EFFECTIVE";
        create_time: [String] = "string" time() marked(Unlisted, Immutable, Required),
            "创建时间" "RFC 3339格式",
            "Time of creation" "in RFC 3339 form",
            "2020-05-20T13:29:35.120+08:00";
        modify_time: [String] = "string" time() marked(Unlisted, Immutable, Required),
            "更新时间" "RFC 3339格式",
            "Time of the last change" "in RFC 3339 form",
            "2020-05-20T13:29:35.120+08:00";
    }

    /// 会员码跳转信息 (Code's mini program).
    CodeJumpInformation in CODE_JUMP_INFORMATION {
        jump_appid: [String] = "string(32)" text(Format::Appid),
            "会员码跳转AppID" "小程序的AppID，需与品牌绑定；与会员码跳转路径一起填写",
            "Mini program's AppID" "bound to the brand; together with the mini program's path",
            "wxea9c30a90fs8d3fe";
        jump_path: [String] = "string(128)" text(Format::PagePath),
            "会员码跳转路径" "展示会员码的小程序页面；与会员码跳转AppID一起填写",
            "Mini program's path" "the page that shows the code; together with the mini program's AppID",
            "/pages/code/code";
    }

    /// 会员卡有效期 (Validity).
    ValidDateInformation in VALID_DATE_INFORMATION {
        r#type: [DateType] = "string" choice(DATE_TYPE) expected,
            "有效期类型" "修改时不能改变会员卡当前的有效期类型",
            "Type of validity" "an update cannot change the card's type of validity",
            "PERMANENT";
        available_begin_time: [String] = "string" time(),
            "有效期开始时间" "固定时间范围时必填；格式如2020-05-20T13:29:35+08:00",
            "Begin" "required for a fixed range; such as 2020-05-20T13:29:35+08:00",
            "2020-05-20T13:29:35.120+08:00";
        available_end_time: [String] = "string" time(),
            "有效期结束时间" "固定时间范围时必填，到该时刻即失效；格式如2020-05-20T13:29:35+08:00",
            "End" "required for a fixed range; the card expires at that time; such as 2020-05-20T13:29:35+08:00",
            "2030-05-20T13:29:35.120+08:00";
        available_day_after_receive: [i64] = "integer" whole(Some(10_958)),
            "领取后N天内有效" "1至10958个自然日；有效期为“领取后若干天”时必填",
            "Days of validity" "1 to 10958 calendar days (30 years); required for a number of days after receipt",
            "30";
    }

    /// 会员中心信息 (Member centre).
    MemberInformation in MEMBER_INFORMATION {
        jump_appid: [String] = "string(32)" text(Format::Appid) required,
            "会员中心跳转AppID" "小程序的AppID，需与品牌绑定",
            "Mini program's AppID" "bound to the brand",
            "wxea9c30a90fs8d3fe";
        jump_path: [String] = "string(128)" text(Format::PagePath) required,
            "会员中心跳转路径" "会员中心的小程序页面",
            "Mini program's path" "the page of the member centre",
            "/pages/points/points";
    }

    /// 积分信息 (Points).
    PointsInformation in POINTS_INFORMATION {
        jump_appid: [String] = "string(32)" text(Format::Appid),
            "积分跳转AppID" "小程序的AppID，需与品牌绑定；与积分跳转路径一起填写",
            "Mini program's AppID" "bound to the brand; together with the mini program's path",
            "wxea9c30a90fs8d3fe";
        jump_path: [String] = "string(128)" text(Format::PagePath),
            "积分跳转路径" "查看积分的小程序页面；与积分跳转AppID一起填写",
            "Mini program's path" "the page that shows points; together with the mini program's AppID",
            "/pages/points/points";
    }

    /// 储值信息 (Stored value).
    BalanceInformation in BALANCE_INFORMATION unlike OTHERS_WITH_BALANCE {
        jump_appid: [String] = "string(32)" text(Format::Appid),
            "储值小程序AppID" "小程序的AppID，需与品牌绑定；与储值小程序路径一起填写",
            "Mini program's AppID" "bound to the brand; together with the mini program's path",
            "wxea9c30a90fs8d3fe";
        jump_path: [String] = "string(128)" text(Format::PagePath),
            "储值小程序路径" "建议填写储值充值的小程序页面；与储值小程序AppID一起填写",
            "Mini program's path" "preferably the page for top-ups; together with the mini program's AppID",
            "/pages/balance/balance";
    }

    /// 付费会员信息 (Paid membership).
    PurchaseInformation in PURCHASE_INFORMATION {
        price: [i64] = "integer" whole(None) expected,
            "付费会员价格" "单位为分，须大于0",
            "Price" "in fen (1/100 yuan), above 0",
            "100";
        jump_appid: [String] = "string(32)" text(Format::Appid),
            "付费会员跳转AppID" "小程序的AppID，需与品牌绑定；与付费会员跳转路径一起填写",
            "Mini program's AppID" "bound to the brand; together with the mini program's path",
            "wxea9c30a90fs8d3fe";
        jump_path: [String] = "string(128)" text(Format::PagePath),
            "付费会员跳转路径" "购买会员的小程序页面；与付费会员跳转AppID一起填写",
            "Mini program's path" "the page that sells the membership; together with the mini program's AppID",
            "/pages/purchase/purchase";
    }

    /// 用户开卡信息 (Opening form).
    UserInformation in USER_INFORMATION {
        common_field_list: [Vec<CommonField>] = "array" values(&COMMON_FIELD_ITEM),
            "平台提供的通用开卡信息字段" "不能重复",
            "Common fields" "provided by WeChat Pay; no duplicates",
            "[\"USER_FORM_FLAG_SEX\"]";
        custom_field_list: [Vec<CustomField>] = "array" limited_list(&CUSTOM_FIELD_ITEM, 1, UniqueBy::Key("name")),
            "商家自定义的开卡信息字段" "最多1项",
            "Custom fields" "the merchant's own question, at most one",
            "{}";
    }

    /// 商家自定义的开卡信息字段 (Custom field).
    CustomField in CUSTOM_FIELD {
        r#type: [CustomFieldType] = "string" choice(CUSTOM_FIELD_TYPE) expected,
            "字段类型" "用户回答问题的方式",
            "Type" "how users answer the question",
            "CHECK_BOX";
        name: [String] = "string(32)" text(Format::Line) expected,
            "字段名称" "用户看到的问题",
            "Name" "the question shown to users",
            "喜欢的运动";
        values: [Vec<String>] = "array" limited_list(&VALUE_ITEM, 10, UniqueBy::Value) expected,
            "字段值" "可选的答案，1至10项，每项最多8个字符",
            "Values" "the answers to choose from: 1 to 10, at most 8 characters each",
            "[\"篮球\"]";
    }
}
