//! The body: one row per field.

use wechatpay_membercard::schema::{Body, Empty, Format, Kind, Mark, Text, UniqueBy, limit};
use wechatpay_membercard::{body, choices, sections, table};

pub static BODY: Body = body!(COUPON);
/// The same rows, for a creation.
pub static NEW: Body = body!(COUPON, Create);

choices! {
    all in ENUMERATIONS;

    /// The benefit of a coupon.
    CouponKind in COUPON_KIND {
        Discount = "DISCOUNT", "折扣", "Discount";
        Gift = "GIFT", "礼品", "Gift", ["PRESENT"];
    }
}

sections! {
    all in SECTIONS;

    ABOUT = "coupon", "优惠券", "Coupon";
    ENTRY = "entry", "入口", "Entry";
}

static TAG: Kind =
    Kind::Text(Text { max: limit("string(≤4)"), format: Format::Line, empty: Empty::Doubtful });

table! {
    /// A coupon.
    Coupon in COUPON {
        name in ABOUT: [String] = "string(6)" filled(Format::Line),
            "券名" "最多六个字", "Name" "at most six characters", "八折";
        batch_no in ABOUT: [String] = "string(8)" filled(Format::Line) marked(Mark::Required, Mark::Unlisted, Mark::Required),
            "批次号" "创建时填写，不能修改", "Batch" "given at creation, and never changed", "B1";
        kind in ABOUT: [CouponKind] = "string" choice(COUPON_KIND),
            "类型" "优惠方式", "Kind" "what it gives", "DISCOUNT";
        discount in ABOUT: [Discount] = "object" object(&DISCOUNT),
            "折扣" "仅用于折扣券", "Discount" "for discounts only", "{}";
        shown in ENTRY after jump: [bool] = "boolean" boolean(),
            "展示" "展示后无法关闭", "Shown" "cannot be undone", "true";
        jump in ENTRY: [Jump] = "object" object(&JUMP),
            "跳转" "小程序", "Jump" "to a mini program", "{}";
        tags in ABOUT: [Vec<String>] = "array" sure_list(&TAG, Some(2), UniqueBy::Value),
            "标签" "最多两个", "Tags" "two at most", "[]";
    }

    /// A discount.
    Discount in DISCOUNT {
        percent: [i64] = "integer" count(Some(90)) expected,
            "比例" "百分比", "Percent" "how much less", "20";
    }

    /// A link to a mini program.
    Jump in JUMP {
        jump_appid: [String] = "string(32)" text(Format::Appid),
            "AppID" "小程序", "AppID" "of the mini program", "wxea9c30890f48d5ae";
        jump_path: [String] = "string(128)" text(Format::PagePath),
            "路径" "小程序", "Path" "of the mini program", "pages/index";
    }
}
