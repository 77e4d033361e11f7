/** The fields of the API's page, in its order. */

export const CODE_MODES = ["SYSTEM_ALLOCATE", "MERCHANT_DEPOSIT", "REAL_TIME"];
export const CODE_TYPES = ["BAR_CODE", "QRCODE", "BAR_CODE_AND_QRCODE", "NONE_CODE"];
export const DATE_TYPES = ["FIX_TIME_RANGE", "FIX_TERM", "PERMANENT"];
export const CUSTOM_FIELD_TYPES = ["TEXT", "SELECT", "RADIO", "CHECK_BOX"];
export const COMMON_FIELDS = [
	"USER_FORM_FLAG_MOBILE",
	"USER_FORM_FLAG_SEX",
	"USER_FORM_FLAG_NAME",
	"USER_FORM_FLAG_BIRTHDAY",
	"USER_FORM_FLAG_ADDRESS",
	"USER_FORM_FLAG_EMAIL",
	"USER_FORM_FLAG_CITY",
];

export const DATE_KEYS = [
	"type",
	"available_begin_time",
	"available_end_time",
	"available_day_after_receive",
	"wait_days_after_receive",
];
export const BALANCE_KEYS = ["need_balance", "balance_appid", "balance_path", "balance_url"];
export const FORM_KEYS = ["can_modify_after_activate", "common_field_list", "custom_field_list"];
export const CUSTOM_FIELD_KEYS = ["type", "name", "values"];
export const STATEMENT_KEYS = ["title", "url", "appid", "path"];
export const UPDATE_KEYS = [
	"appid",
	"logo_url",
	"title",
	"background_picture_url",
	"description",
	"service_phone",
	"total_quantity",
	"date_information",
	"need_display_level",
	"init_level",
	"balance_information",
	"user_information_form",
	"additional_statement",
	"code_mode",
	"need_dynamic_code",
	"code_type",
];

/** An object of the page: its keys in order, and those of its objects. */
const DATES = { keys: DATE_KEYS };
const BALANCE = { keys: BALANCE_KEYS };
const CUSTOM_FIELD = { keys: CUSTOM_FIELD_KEYS };
const FORM = { keys: FORM_KEYS, inside: { custom_field_list: CUSTOM_FIELD } };
const STATEMENT = { keys: STATEMENT_KEYS };
export const UPDATE = {
	keys: UPDATE_KEYS,
	inside: {
		date_information: DATES,
		balance_information: BALANCE,
		user_information_form: FORM,
		additional_statement: STATEMENT,
	},
};
for (const table of [DATES, BALANCE, CUSTOM_FIELD, FORM, STATEMENT, UPDATE]) {
	table.known = new Set(table.keys);
}
