//! The update as a program would declare it, with the rules of garde and of validator side by side.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use validator::{Validate, ValidationError};

use crate::rules;

const MAX: i64 = 9_007_199_254_740_991;

/// A rule for texts, as both crates ask for it.
macro_rules! text_rules {
    ($($of_garde:ident, $of_validator:ident: $is:expr;)+) => {$(
        fn $of_garde(text: &Option<String>, _: &()) -> garde::Result {
            let is: fn(&str) -> bool = $is;
            match text {
                Some(text) if !is(text) => Err(garde::Error::new(stringify!($of_validator))),
                _ => Ok(()),
            }
        }

        fn $of_validator(text: &str) -> Result<(), ValidationError> {
            let is: fn(&str) -> bool = $is;
            if is(text) { Ok(()) } else { Err(ValidationError::new(stringify!($of_validator))) }
        }
    )+};
}

text_rules! {
    garde_plain, check_plain: rules::is_plain;
    garde_not_empty, check_not_empty: |text| !text.is_empty();
    garde_up_to_5, check_up_to_5: |text| rules::is_at_most(text, 5);
    garde_up_to_10, check_up_to_10: |text| rules::is_at_most(text, 10);
    garde_up_to_32, check_up_to_32: |text| rules::is_at_most(text, 32);
    garde_up_to_128, check_up_to_128: |text| rules::is_at_most(text, 128);
    garde_up_to_500, check_up_to_500: |text| rules::is_at_most(text, 500);
    garde_appid, check_appid: rules::is_appid;
    garde_image, check_image: rules::is_image_url;
    garde_web, check_web: rules::is_web_url;
    garde_path, check_path: rules::is_page_path;
    garde_time, check_time: rules::is_date_time;
    garde_date_type, check_date_type: |text| rules::DATE_TYPES.contains(&text);
    garde_code_mode, check_code_mode: |text| rules::CODE_MODES.contains(&text);
    garde_code_type, check_code_type: |text| rules::CODE_TYPES.contains(&text);
    garde_question, check_question: |text| rules::CUSTOM_FIELD_TYPES.contains(&text);
}

fn garde_rest(rest: &Map<String, Value>, _: &()) -> garde::Result {
    if rules::are_plain(rest) { Ok(()) } else { Err(garde::Error::new("rest")) }
}

fn validate_rest(rest: &Map<String, Value>) -> Result<(), ValidationError> {
    if rules::are_plain(rest) { Ok(()) } else { Err(ValidationError::new("rest")) }
}

fn garde_each(list: &Option<Vec<String>>, is: fn(&str) -> bool) -> garde::Result {
    match list {
        Some(list) if !list.iter().all(|text| is(text)) => Err(garde::Error::new("list")),
        _ => Ok(()),
    }
}

fn garde_common(list: &Option<Vec<String>>, _: &()) -> garde::Result {
    garde_each(list, |text| rules::COMMON_FIELDS.contains(&text))
}

fn garde_values(list: &Option<Vec<String>>, _: &()) -> garde::Result {
    garde_each(list, rules::is_plain)
}

fn validate_common(list: &[String]) -> Result<(), ValidationError> {
    let all = list.iter().all(|text| rules::COMMON_FIELDS.contains(&text.as_str()));
    if all { Ok(()) } else { Err(ValidationError::new("list")) }
}

fn validate_values(list: &[String]) -> Result<(), ValidationError> {
    if list.iter().all(|text| rules::is_plain(text)) { Ok(()) } else { Err(ValidationError::new("list")) }
}

fn across(is: bool, what: &'static str) -> Result<(), ValidationError> {
    if is { Ok(()) } else { Err(ValidationError::new(what)) }
}

fn garde_across(is: bool, what: &'static str) -> garde::Result {
    if is { Ok(()) } else { Err(garde::Error::new(what)) }
}

fn level_is_given(update: &Update) -> Result<(), ValidationError> {
    across(has_its_level(update.need_display_level, &update.init_level), "level")
}

fn range_runs_forward(dates: &Dates) -> Result<(), ValidationError> {
    across(runs_forward(&dates.available_begin_time, &dates.available_end_time), "range")
}

fn path_is_given(balance: &Balance) -> Result<(), ValidationError> {
    across(has_its_path(&balance.balance_appid, &balance.balance_path), "path")
}

fn has_its_level(shown: Option<bool>, level: &Option<String>) -> bool {
    shown != Some(true) || level.as_deref() != Some("")
}

fn runs_forward(begin: &Option<String>, end: &Option<String>) -> bool {
    rules::runs_forward(begin.as_deref(), end.as_deref())
}

fn has_its_path(appid: &Option<String>, path: &Option<String>) -> bool {
    path.as_deref() != Some("") || appid.as_deref().is_none_or(str::is_empty)
}

#[derive(Deserialize, Serialize, garde::Validate, Validate)]
#[validate(schema(function = level_is_given, skip_on_field_errors = false))]
pub struct Update {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_up_to_32), custom(garde_not_empty), custom(garde_appid))]
    #[validate(custom(function = check_plain), custom(function = check_up_to_32), custom(function = check_not_empty), custom(function = check_appid))]
    appid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_up_to_128), custom(garde_image))]
    #[validate(custom(function = check_plain), custom(function = check_up_to_128), custom(function = check_image))]
    logo_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_up_to_10))]
    #[validate(custom(function = check_plain), custom(function = check_up_to_10))]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_up_to_128), custom(garde_image))]
    #[validate(custom(function = check_plain), custom(function = check_up_to_128), custom(function = check_image))]
    background_picture_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_up_to_500))]
    #[validate(custom(function = check_plain), custom(function = check_up_to_500))]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_up_to_32))]
    #[validate(custom(function = check_plain), custom(function = check_up_to_32))]
    service_phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(range(min = 0, max = MAX))]
    #[validate(range(min = 0, max = MAX))]
    total_quantity: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    #[validate(nested)]
    date_information: Option<Dates>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(skip)]
    need_display_level: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(
        custom(garde_plain),
        custom(garde_up_to_5),
        custom(|level, _: &()| garde_across(has_its_level(self.need_display_level, level), "level"))
    )]
    #[validate(custom(function = check_plain), custom(function = check_up_to_5))]
    init_level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    #[validate(nested)]
    balance_information: Option<Balance>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    #[validate(nested)]
    user_information_form: Option<Form>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    #[validate(nested)]
    additional_statement: Option<Statement>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_code_mode))]
    #[validate(custom(function = check_code_mode))]
    code_mode: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(skip)]
    need_dynamic_code: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_code_type))]
    #[validate(custom(function = check_code_type))]
    code_type: Option<String>,
    #[serde(flatten)]
    #[garde(custom(garde_rest))]
    #[validate(custom(function = validate_rest))]
    rest: Map<String, Value>,
}

#[derive(Deserialize, Serialize, garde::Validate, Validate)]
#[validate(schema(function = range_runs_forward, skip_on_field_errors = false))]
pub struct Dates {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_date_type))]
    #[validate(custom(function = check_date_type))]
    r#type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_time))]
    #[validate(custom(function = check_time))]
    available_begin_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(
        custom(garde_time),
        custom(|end, _: &()| garde_across(runs_forward(&self.available_begin_time, end), "range"))
    )]
    #[validate(custom(function = check_time))]
    available_end_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(range(min = 0, max = MAX))]
    #[validate(range(min = 0, max = MAX))]
    available_day_after_receive: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(range(min = 0, max = MAX))]
    #[validate(range(min = 0, max = MAX))]
    wait_days_after_receive: Option<i64>,
    #[serde(flatten)]
    #[garde(custom(garde_rest))]
    #[validate(custom(function = validate_rest))]
    rest: Map<String, Value>,
}

#[derive(Deserialize, Serialize, garde::Validate, Validate)]
#[validate(schema(function = path_is_given, skip_on_field_errors = false))]
pub struct Balance {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(skip)]
    need_balance: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_appid))]
    #[validate(custom(function = check_plain), custom(function = check_appid))]
    balance_appid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(
        custom(garde_plain),
        custom(garde_path),
        custom(|path, _: &()| garde_across(has_its_path(&self.balance_appid, path), "path"))
    )]
    #[validate(custom(function = check_plain), custom(function = check_path))]
    balance_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_web))]
    #[validate(custom(function = check_plain), custom(function = check_web))]
    balance_url: Option<String>,
    #[serde(flatten)]
    #[garde(custom(garde_rest))]
    #[validate(custom(function = validate_rest))]
    rest: Map<String, Value>,
}

#[derive(Deserialize, Serialize, garde::Validate, Validate)]
pub struct Form {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(skip)]
    can_modify_after_activate: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_common))]
    #[validate(custom(function = validate_common))]
    common_field_list: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    #[validate(nested)]
    custom_field_list: Option<Vec<Question>>,
    #[serde(flatten)]
    #[garde(custom(garde_rest))]
    #[validate(custom(function = validate_rest))]
    rest: Map<String, Value>,
}

#[derive(Deserialize, Serialize, garde::Validate, Validate)]
pub struct Question {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_question))]
    #[validate(custom(function = check_question))]
    r#type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain))]
    #[validate(custom(function = check_plain))]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_values))]
    #[validate(custom(function = validate_values))]
    values: Option<Vec<String>>,
    #[serde(flatten)]
    #[garde(custom(garde_rest))]
    #[validate(custom(function = validate_rest))]
    rest: Map<String, Value>,
}

#[derive(Deserialize, Serialize, garde::Validate, Validate)]
pub struct Statement {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain))]
    #[validate(custom(function = check_plain))]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_web))]
    #[validate(custom(function = check_plain), custom(function = check_web))]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_appid))]
    #[validate(custom(function = check_plain), custom(function = check_appid))]
    appid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(garde_plain), custom(garde_path))]
    #[validate(custom(function = check_plain), custom(function = check_path))]
    path: Option<String>,
    #[serde(flatten)]
    #[garde(custom(garde_rest))]
    #[validate(custom(function = validate_rest))]
    rest: Map<String, Value>,
}
