/** The code of an issue narrows the type of its parameters, and wrong literals do not compile. */

import {
	CardForm,
	type CardUpdate,
	cardUpdateSchema,
	type FlatIssues,
	flatten,
	type Issue,
	type IssueCode,
	type IssueMessages,
	type IssueOf,
	type IssueParams,
	type IssueTree,
	treeify,
	type ValidateOptions,
	validate,
} from "wechatpay-membercard";

const { issues } = validate({});

function inWords(issue: Issue): string {
	switch (issue.code) {
		case "too_long": {
			const left: number = issue.params.max - issue.params.actual;
			const unit: "character" | "byte" = issue.params.unit;
			return `${left} ${unit}`;
		}
		case "unknown_value":
			return [...issue.params.allowed, issue.params.nearest ?? ""].join();
		case "too_small":
			// @ts-expect-error: a number beyond what JavaScript can count is a text.
			return issue.params.actual.toFixed(0);
		// @ts-expect-error: no issue has such a code.
		case "to_long":
			return "";
		case "image_host":
			// @ts-expect-error: an issue of this code has no such parameter.
			return issue.params.max;
		default:
			return issue.message;
	}
}

const messages: IssueMessages = {
	too_long: ({ params }) => new Intl.NumberFormat("en").format(params.max),
	unknown_value: ({ params: { allowed } }) => new Intl.ListFormat("en").format(allowed),
	nothing_to_update: "Nothing has changed.",
	json_syntax: () => undefined,
	// @ts-expect-error: a message is a text.
	too_small: ({ params }) => params.min,
	// @ts-expect-error: an issue of this code has no such parameter.
	zero_value: ({ params }) => `${params.min.toFixed()}`,
};
// @ts-expect-error: no issue has such a code.
const misspelt: IssueMessages = { to_long: "" };
const options: ValidateOptions = { messages };
validate({}, { messages: { too_many_items: ({ params }) => `${params.actual - params.max}` } });
validate({}, { messages: inWords });
validate({}, { messages: ({ code }) => (code === "missing" ? "!" : undefined) });
// @ts-expect-error: a message is a text.
validate({}, { messages: () => 1 });
// @ts-expect-error: a message is not waited for.
validate({}, { messages: async () => "later" });
new CardForm({ messages }).dispose();
cardUpdateSchema({ messages, omitBlank: true });

/** Every code can be listed, and none can be forgotten. */
const severities: Record<IssueCode, 1> = Object.fromEntries(issues.map(({ code }) => [code, 1])) as Record<
	IssueCode,
	1
>;
const paramsOf: IssueParams["card_id_length_unusual"] = { actual: 25 };
const limits: (number | undefined)[] = issues.map(({ params }) => params.max);
// @ts-expect-error: no issue has such a parameter.
issues.map(({ params }) => params.maximum);
const formatted: Record<string, unknown> = issues.map(({ params }) => params)[0] ?? {};
const one: IssueOf<"too_long"> = {
	severity: "error",
	code: "too_long",
	location: "body",
	path: ["title"],
	pointer: "/title",
	params: { max: 10, actual: 12, unit: "character" },
	message: "",
};
const any: Issue = one;
// @ts-expect-error: an issue of this code has other parameters.
const wrong: Issue = { ...one, code: "image_host" };

const flat: FlatIssues = flatten(issues);
const titles: string[] | undefined = flat.fieldErrors.title;
const unlisted: string[] | undefined = flat.fieldErrors.unlisted;
const codes: FlatIssues<IssueCode> = flatten(issues, ({ code }) => code);
const tree: IssueTree = treeify(issues);
const inside: string[] | undefined = tree.properties?.user_information_form?.items?.[0]?.errors;
const severe: IssueTree<Issue["severity"]> = treeify(issues, ({ severity }) => severity);
const others: FlatIssues = flatten(cardUpdateSchemaIssues());
flatten(validate({}));
// @ts-expect-error: the view is of issues, or of what has them.
flatten(validate({}).valid);

function cardUpdateSchemaIssues(): { message: string; path: (string | number)[] }[] {
	return [];
}

const update: CardUpdate = { code_type: "QRCODE", date_information: { type: "PERMANENT" } };
// @ts-expect-error: the successor's spelling.
update.code_type = "QR_CODE";
// @ts-expect-error: the old card API's spelling.
update.date_information = { type: "DATE_TYPE_PERMANENT" };
// @ts-expect-error: the old card API's spelling.
update.user_information_form = { common_field_list: ["USER_FORM_INFO_FLAG_SEX"] };
// @ts-expect-error: there is no such type of field.
update.user_information_form = { custom_field_list: [{ type: "INPUT", name: "a" }] };
// @ts-expect-error: a number is not a text.
update.total_quantity = "5000000";
// @ts-expect-error: null is not allowed by the API.
update.title = null;
validate(update, { unknownKeys: "drop" });
// @ts-expect-error: they are warned about, refused or dropped.
validate(update, { unknownKeys: "strip" });
// @ts-expect-error: there are two pages.
validate(update, { profile: "brand" });

export {
	any,
	codes,
	formatted,
	inside,
	limits,
	misspelt,
	options,
	others,
	paramsOf,
	severe,
	severities,
	titles,
	unlisted,
	wrong,
};
