//! More fields than any real endpoint: nothing in the crate limits their number.

use wechatpay_membercard::IssueCode;
use wechatpay_membercard::endpoint::{Endpoint, FieldPath, Operation, Rule};
use wechatpay_membercard::schema::Body;
use wechatpay_membercard::{body, table};

static BODY: Body = body!(WIDE);
static LAST: FieldPath = BODY.at(&["inner", "g69"]);

pub static UPDATE: Endpoint = Endpoint::new("wide.update", &OPERATION, &BODY, &[RULES]);

static OPERATION: Operation = Operation { path: "/wide/", ..crate::PATCH };

static RULES: &[Rule] = &[Rule::check(&[&LAST], |context, reporter| {
    // The last field is found by its number.
    if context.payload.boolean(&LAST) == Some(true) {
        reporter.add(IssueCode::FieldUnlisted, &LAST);
    }
})];

table! {
    /// A wide object.
    Wide in WIDE {
        f0: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f1: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f2: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f3: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f4: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f5: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f6: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f7: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f8: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f9: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f10: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f11: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f12: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f13: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f14: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f15: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f16: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f17: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f18: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f19: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f20: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f21: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f22: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f23: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f24: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f25: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f26: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f27: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f28: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f29: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f30: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f31: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f32: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f33: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f34: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f35: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f36: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f37: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f38: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f39: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f40: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f41: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f42: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f43: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f44: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f45: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f46: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f47: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f48: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f49: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f50: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f51: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f52: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f53: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f54: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f55: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f56: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f57: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f58: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f59: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f60: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f61: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f62: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f63: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f64: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f65: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f66: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f67: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f68: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f69: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f70: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f71: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f72: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f73: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f74: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f75: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f76: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f77: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f78: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        f79: [bool] = "boolean" boolean(), "甲" "甲", "A" "a", "true";
        inner: [Inner] = "object" object(&INNER), "内" "内", "Inner" "inner", "{}";
    }

    /// A nested object.
    Inner in INNER {
        g0: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g1: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g2: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g3: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g4: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g5: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g6: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g7: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g8: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g9: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g10: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g11: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g12: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g13: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g14: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g15: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g16: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g17: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g18: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g19: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g20: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g21: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g22: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g23: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g24: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g25: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g26: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g27: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g28: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g29: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g30: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g31: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g32: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g33: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g34: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g35: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g36: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g37: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g38: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g39: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g40: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g41: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g42: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g43: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g44: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g45: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g46: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g47: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g48: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g49: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g50: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g51: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g52: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g53: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g54: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g55: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g56: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g57: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g58: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g59: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g60: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g61: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g62: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g63: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g64: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g65: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g66: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g67: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g68: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
        g69: [bool] = "boolean" boolean(), "乙" "乙", "B" "b", "true";
    }
}
