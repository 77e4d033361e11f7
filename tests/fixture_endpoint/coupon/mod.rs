//! An invented endpoint: `POST /v3/marketing/coupon-page/coupons/{coupon_id}`.

mod fields;
mod rules;

pub use fields::*;
use wechatpay_membercard::endpoint::{
    ApiErrorRow, Endpoint, Identity, Operation, Scheme, Success, SuccessBody,
};
use wechatpay_membercard::{Bilingual, UnknownKeys};

pub static UPDATE: Endpoint = Endpoint::new("coupon.update", &OPERATION, &BODY, &[rules::RULES])
    .enumerations(ENUMERATIONS)
    .unknown_keys(UnknownKeys::Refuse)
    .errors(ERRORS)
    .sections(SECTIONS)
    .title("优惠券", "Coupon");

/// Creates a coupon.
pub static CREATE: Endpoint = Endpoint::new("coupon.create", &OPERATION, &NEW, &[]).sections(SECTIONS);

static OPERATION: Operation = Operation {
    method: "POST",
    path: "/v3/marketing/coupon-page/coupons/",
    path_parameter: "coupon_id",
    query_parameter: "",
    identity: Identity::BrandId,
    schemes: &[Scheme::Rsa],
    requires_wechatpay_serial: true,
    success: Success { statuses: &[200], body: SuccessBody::Changed },
};

static ERRORS: &[ApiErrorRow] = &[ApiErrorRow::new(
    "ended",
    Bilingual { zh: "券已结束", en: "The coupon has ended" },
    Bilingual { zh: "请新建优惠券", en: "Create another coupon" },
)
.code(400, "INVALID_REQUEST")
.fields(&["/name"])];
