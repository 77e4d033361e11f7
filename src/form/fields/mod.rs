//! Descriptions of all fields for rendering a form, from the same tables that validation uses.

mod info;
mod input;

pub use info::{FieldCondition, FieldGroup, FieldInfo, FieldOption};
pub use input::InputType;

use crate::endpoint::{ANY, Endpoint};
use crate::issue::Path;
use crate::schema::{Field, Kind, List, Section};
use crate::text::locale::Locale;

impl Endpoint {
    /// Describes all listed fields, in the order of a form: by section, each object or list before its contents.
    ///
    /// Fields of list items are described once, with `"*"` instead of the index.
    ///
    /// ```
    /// use wechatpay_membercard::{InputType, Locale, membercard_open};
    ///
    /// let fields = membercard_open::UPDATE.fields(Locale::En);
    /// let title = &fields[0];
    /// assert_eq!((title.pointer.as_str(), title.label, title.input), ("/title", "Card name", InputType::Text));
    /// assert_eq!((title.max_length, title.group.label), (Some(10), "Basics"));
    /// assert!(fields.iter().any(|field| field.pointer == "/user_information_form/custom_field_list/*/name"));
    /// ```
    pub fn fields(&self, locale: Locale) -> Vec<FieldInfo> {
        let mut listing = Listing { endpoint: self, locale, fields: Vec::new() };
        for section in self.sections {
            listing.section(section, None);
        }
        listing.fields
    }
}

struct Listing<'e> {
    endpoint: &'e Endpoint,
    locale: Locale,
    fields: Vec<FieldInfo>,
}

impl Listing<'_> {
    /// Lists the fields of a section placed after `before` (`None`: not placed after any), each followed by those
    /// placed after it.
    fn section(&mut self, section: &'static Section, before: Option<&str>) {
        for field in self.endpoint.body.object().fields {
            if field.section() == Some(section) && field.preceding_field() == before {
                self.field(section, Path::root(), field);
                self.section(section, Some(field.name));
            }
        }
    }

    /// Lists a field of the object at `around`, with its contents.
    fn field(&mut self, group: &'static Section, around: Path, field: &'static Field) {
        if !field.mark(self.endpoint.body.action).is_listed() {
            return;
        }
        let path = around.key(field.name);
        let info = FieldInfo::new(self.locale, self.fields.len(), group, path.clone(), field, self.endpoint);
        self.fields.push(info);
        self.inside(group, path, field, &field.kind);
    }

    fn inside(&mut self, group: &'static Section, path: Path, field: &'static Field, kind: &'static Kind) {
        match kind {
            Kind::Object(object) => {
                for inner in object.fields {
                    self.field(group, path.clone(), inner);
                }
            }
            Kind::List(List { item: Kind::Choice(_), .. }) => {}
            Kind::List(List { item: item @ Kind::Object(_), .. }) => {
                self.inside(group, path.key(ANY), field, item);
            }
            Kind::List(List { item, .. }) => {
                let order = self.fields.len();
                let info = FieldInfo::of_item(self.locale, order, group, path.key(ANY), field, item);
                self.fields.push(info);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::endpoints::membercard_open::CARD_UPDATE;
    use crate::fields;
    use crate::schema::{Action, Object};

    fn count(object: &Object) -> usize {
        let inside = |kind: &Kind| match kind {
            Kind::Object(object) => count(object),
            Kind::List(List { item: Kind::Object(object), .. }) => count(object),
            Kind::List(List { item: Kind::Text(_), .. }) => 1,
            _ => 0,
        };
        let listed = object.fields.iter().filter(|field| field.mark(Action::Update).is_listed());
        listed.map(|field| 1 + inside(&field.kind)).sum()
    }

    #[test]
    fn every_field_is_listed_once() {
        for locale in [Locale::Zh, Locale::En] {
            let fields = fields(locale);
            assert_eq!(fields.len(), count(&CARD_UPDATE));
            let pointers: HashSet<_> = fields.iter().map(|field| &field.pointer).collect();
            assert_eq!(pointers.len(), fields.len());
            assert!(fields.iter().enumerate().all(|(order, field)| field.order == order));
            assert!(fields.iter().all(|field| !field.label.is_empty() && !field.help.is_empty()));
        }
    }

    #[test]
    fn names_of_inputs_are_their_serialized_form() {
        for field in fields(Locale::En) {
            assert_eq!(serde_json::to_value(field.input).unwrap(), field.input.as_str());
        }
    }

    #[test]
    fn fields_serialize_for_javascript() {
        let fields = serde_json::to_value(fields(Locale::Zh)).unwrap();
        let find = |pointer: &str| {
            let fields = fields.as_array().unwrap().iter();
            fields.clone().find(|field| field["pointer"] == pointer).unwrap().clone()
        };
        assert_eq!(
            find("/title"),
            serde_json::json!({
                "path": ["title"],
                "pointer": "/title",
                "name": "title",
                "label": "会员卡名称",
                "help": "展示在卡面上；支持中文字、英文字符、数字和标点",
                "placeholder": "微信支付测试卡",
                "notation": "string(10)",
                "input": "text",
                "maxLength": 10,
                "unit": "character",
                "limitSeverity": "error",
                "options": [],
                "required": false,
                "group": { "name": "basics", "label": "基本信息" },
                "order": 0,
            })
        );
        let quantity = find("/total_quantity");
        assert_eq!((&quantity["min"], &quantity["max"]), (&0.into(), &100_000_000.into()));
        assert_eq!(
            quantity["relevantIf"],
            serde_json::json!({ "pointer": "/code_mode", "values": ["SYSTEM_ALLOCATE"] })
        );
        let values = find("/user_information_form/custom_field_list/*/values");
        assert_eq!(values["relevantIf"]["pointer"], "/user_information_form/custom_field_list/*/type");
        assert_eq!(find("/date_information/type")["required"], true);
        let common = find("/user_information_form/common_field_list");
        assert_eq!(common["input"], "multiselect");
        assert_eq!(common["options"][1], serde_json::json!({"value": "USER_FORM_FLAG_SEX", "label": "性别"}));
        let value = find("/user_information_form/custom_field_list/*/values/*");
        assert_eq!((&value["maxLength"], &value["limitSeverity"]), (&8.into(), &"warning".into()));
    }
}
