//! The form that users fill in to open a card.

use super::fields::BODY;
use super::page::Page;
use crate::endpoint::{ANY, Constraint, Context, FieldPath, Reporter, Rule, SchemaGap};
use crate::issue::{Issue, IssueCode};
use crate::text::locale::Bilingual;

static COMMON: FieldPath = BODY.at(&["user_information", "common_field_list"]);
static VALUES: FieldPath = BODY.at(&["user_information", "custom_field_list", ANY, "values"]);
const READS: &[&FieldPath] = &[&VALUES];
const SCHEMA_GAPS: &[SchemaGap] = &[SchemaGap {
    field: &VALUES,
    codes: &[IssueCode::ValuesMissing],
    reason: Bilingual {
        zh: "列表各项内的规则，此处未包含",
        en: "what an item asks of its fields is not stated",
    },
}];

pub(super) const fn rules(page: Page) -> [Rule; 2] {
    [
        // U2: 用户信息通用字段存在重复项 (both partner pages).
        Rule::value(Constraint::unique_items(&COMMON)).severity(page.error_for_partners()),
        // U5: 商户自定义信息最多一项，字段值列表最少1个，… (both partner pages). The row already warns if they are absent.
        Rule::check_with_gaps(READS, values_offer_something, SCHEMA_GAPS).severity(page.error_for_partners()),
    ]
}

fn values_offer_something(context: &Context<'_>, reporter: &mut Reporter<'_>) {
    for (item, at) in context.payload.in_items(&VALUES) {
        if context.payload.is_empty_list(at) {
            let path = context.payload.path(item).key(VALUES.name());
            reporter.report_at(at, Issue::new(IssueCode::ValuesMissing, path));
        }
    }
}
