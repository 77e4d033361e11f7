//! Rows that a form shows in another order, and rows that a form could not show.

use wechatpay_membercard::endpoint::{Endpoint, Operation};
use wechatpay_membercard::schema::{Body, Section};
use wechatpay_membercard::{Locale, body, sections, table};

sections! {
    all in SECTIONS;

    NAMES = "names", "名称", "Names";
    TIMES = "times", "时间", "Times";
}

table! {
    /// Rows with another order in the form.
    Event in EVENT {
        end in TIMES after begin: [String] = "string" time(), "止" "止", "End" "end", "";
        short in NAMES after title: [bool] = "boolean" boolean(), "短" "短", "Short" "short", "true";
        title in NAMES: [bool] = "boolean" boolean(), "题" "题", "Title" "title", "true";
        begin in TIMES: [String] = "string" time(), "起" "起", "Begin" "begin", "";
        r#type in NAMES after short: [bool] = "boolean" boolean(), "类" "类", "Type" "type", "true";
        place in NAMES: [bool] = "boolean" boolean(), "地" "地", "Place" "place", "true";
    }

    /// A row placed after one of another section.
    Stray in STRAY {
        begin in TIMES: [String] = "string" time(), "起" "起", "Begin" "begin", "";
        title in NAMES after begin: [bool] = "boolean" boolean(), "题" "题", "Title" "title", "true";
    }

    /// Rows placed after each other.
    Circle in CIRCLE {
        begin in TIMES after end: [String] = "string" time(), "起" "起", "Begin" "begin", "";
        end in TIMES after begin: [String] = "string" time(), "止" "止", "End" "end", "";
    }
}

static EVENT_BODY: Body = body!(EVENT);
static STRAY_BODY: Body = body!(STRAY);
static CIRCLE_BODY: Body = body!(CIRCLE);

fn endpoint(body: &'static Body, sections: &'static [&'static Section]) -> Endpoint {
    static OPERATION: Operation = Operation { path: "/events/", ..crate::PATCH };
    Endpoint::new("form.update", &OPERATION, body, &[]).sections(sections)
}

#[test]
fn a_form_shows_its_sections_in_order_and_in_them_the_rows() {
    let fields = endpoint(&EVENT_BODY, SECTIONS).fields(Locale::En);
    let shown: Vec<_> = fields.iter().map(|field| (field.group.name, field.name)).collect();
    assert_eq!(
        shown,
        [
            ("names", "title"),
            ("names", "short"),
            ("names", "type"),
            ("names", "place"),
            ("times", "begin"),
            ("times", "end"),
        ]
    );
}

#[test]
#[should_panic(expected = "names no section of this form")]
fn a_row_of_another_section_is_refused() {
    static NAMES_ALONE: &[&Section] = &[&NAMES];
    endpoint(&EVENT_BODY, NAMES_ALONE);
}

#[test]
#[should_panic(expected = "not in its section")]
fn a_row_after_one_of_another_section_is_refused() {
    endpoint(&STRAY_BODY, SECTIONS);
}

#[test]
#[should_panic(expected = "or after itself")]
fn rows_after_each_other_are_refused() {
    endpoint(&CIRCLE_BODY, SECTIONS);
}
