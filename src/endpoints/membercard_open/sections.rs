//! The sections of a form, and the order of the fields in them.

use crate::endpoint::Section;
use crate::text::locale::Bilingual;

/// The sections, in order.
pub(super) static SECTIONS: &[Section] = &[
    Section {
        name: "basics",
        label: Bilingual { zh: "基本信息", en: "Basics" },
        fields: &["title", "logo_url", "background_picture_url", "description", "service_phone", "appid"],
    },
    Section {
        name: "validity",
        label: Bilingual { zh: "有效期", en: "Validity" },
        fields: &["date_information"],
    },
    Section {
        name: "levels",
        label: Bilingual { zh: "等级", en: "Levels" },
        fields: &["need_display_level", "init_level"],
    },
    Section {
        name: "balance",
        label: Bilingual { zh: "储值", en: "Stored value" },
        fields: &["balance_information"],
    },
    Section {
        name: "opening",
        label: Bilingual { zh: "开卡信息", en: "Opening form" },
        fields: &["user_information_form"],
    },
    Section {
        name: "statement",
        label: Bilingual { zh: "补充声明", en: "Merchant's statement" },
        fields: &["additional_statement"],
    },
    Section {
        name: "code",
        label: Bilingual { zh: "会员码", en: "Member's code" },
        fields: &["code_mode", "total_quantity", "code_type", "need_dynamic_code"],
    },
];
