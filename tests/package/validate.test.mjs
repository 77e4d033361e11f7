import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import { CardForm, cardUpdateSchema, prepare, validate, validateJson } from "../../pkg/dist/index.mjs";

const text = readFileSync(new URL("../data/example.json", import.meta.url), "utf8");
const example = JSON.parse(text);
const en = { locale: "en" };
const codes = ({ issues }) => issues.map(({ code, pointer }) => `${code} ${pointer}`);

test("the documented example is valid, as a value, as text and as bytes", () => {
	const result = validate(example);
	assert.equal(result.valid, true);
	assert.equal(result.body, JSON.stringify(example));
	assert.deepEqual(result.value, example);
	assert.ok(result.issues.every(({ severity }) => severity === "warning"));
	assert.deepEqual(validateJson(text), result);
	assert.deepEqual(validateJson(new TextEncoder().encode(text)), result);
	assert.deepEqual(validateJson(Buffer.from(text)), result);
});

test("an issue has its code, its place and a message in the requested language", () => {
	const payload = { user_information_form: { custom_field_list: [{ type: "LIST", name: "a" }] } };
	const chinese = validate(payload);
	const english = validate(payload, en);
	assert.equal(chinese.valid, false);
	assert.equal("body" in chinese, false);
	const issue = english.issues.find(({ code }) => code === "unknown_value");
	assert.equal(issue.severity, "error");
	assert.equal(issue.location, "body");
	assert.deepEqual(issue.path, ["user_information_form", "custom_field_list", 0, "type"]);
	assert.equal(issue.pointer, "/user_information_form/custom_field_list/0/type");
	assert.equal(issue.params.actual, "LIST");
	assert.ok(issue.params.allowed.includes("TEXT"));
	assert.match(issue.message, /LIST/);
	assert.match(chinese.issues[0].message, /\p{Script=Han}/u);
	assert.doesNotMatch(english.issues[0].message, /\p{Script=Han}/u);
	assert.deepEqual(codes(chinese), codes(english));
});

test("numbers among the parameters are numbers", () => {
	const { issues } = validate({ title: "一二三四五六七八九十一二" }, en);
	assert.equal(issues[0].code, "too_long");
	assert.deepEqual(issues[0].params, { max: 10, actual: 12, unit: "character" });
});

test("values that JSON cannot express are reported, each where it stands", () => {
	const revoked = Proxy.revocable({}, {});
	revoked.revoke();
	const circular = {};
	circular.date_information = circular;
	const cases = [
		[undefined, "unsupported_value "],
		[() => {}, "unsupported_value "],
		[new Map(), "unsupported_value "],
		[{ total_quantity: 5n }, "unsupported_value /total_quantity"],
		[{ total_quantity: Number.NaN }, "unsupported_value /total_quantity"],
		[{ title: Symbol("s") }, "unsupported_value /title"],
		[
			{ date_information: { available_begin_time: new Date("") } },
			"date_invalid /date_information/available_begin_time",
		],
		[{ title: new Date(0) }, "date_not_due /title"],
		[{ logo_url: new URL("https://wxpaylogo.qpic.cn/0") }, "own_json /logo_url"],
		[
			{ user_information_form: { common_field_list: [undefined] } },
			"unsupported_value /user_information_form/common_field_list/0",
		],
		[{ balance_information: revoked.proxy }, "unreadable /balance_information"],
		[circular, "circular /date_information"],
		[{ title: "a\ud800" }, "unpaired_surrogate /title"],
		[JSON.parse('{"__proto__":{"a":1}}'), "forbidden_key /__proto__"],
		["x".repeat(2 ** 21), "json_too_large "],
		[new Array(2 ** 32 - 1), "json_too_large "],
	];
	for (const [payload, expected] of cases) {
		const result = validate(payload, en);
		assert.equal(result.valid, false, expected);
		assert.ok(codes(result).includes(expected), `${expected}: ${codes(result)}`);
	}
});

test("an issue names the kind of a value", () => {
	class Form extends Map {}
	for (const [value, kind] of [
		[5n, "bigint"],
		[new Map(), "Map"],
		[new Form(), "Form"],
		[Number.NEGATIVE_INFINITY, "-Infinity"],
	]) {
		const { issues } = validate({ total_quantity: value }, en);
		assert.equal(issues[0].params.actual, kind);
	}
});

/** An instance with `toISOString` and `toJSON`, as in dayjs and moment. */
class Moment {
	constructor(time) {
		this._d = new Date(time);
	}
	toISOString() {
		return this._d.toISOString();
	}
	toJSON() {
		return this.toISOString();
	}
}

test("a date object counts as a time where a time is expected, and an issue shows its text", () => {
	class Dates {
		type = "FIX_TIME_RANGE";
		available_begin_time = new Date("2026-01-31T20:30:05.120Z");
		available_end_time = new Moment("2027-01-31T16:00:00Z");
	}
	class Card {
		date_information = new Dates();
	}
	const options = { ...en, now: 0 };
	const written =
		'{"date_information":{"type":"FIX_TIME_RANGE","available_begin_time":"2026-02-01T04:30:05.120+08:00","available_end_time":"2027-02-01T00:00:00.000+08:00"}}';
	const found = validate(new Card(), options);
	assert.equal(found.body, written);
	assert.deepEqual(codes(found), [
		"date_read /date_information/available_begin_time",
		"date_read /date_information/available_end_time",
	]);
	assert.deepEqual(found.issues[0].params, { written: "2026-02-01T04:30:05.120+08:00" });
	assert.match(
		found.issues[0].message,
		/is a date object and was written as 2026-02-01T04:30:05.120\+08:00$/,
	);
	const request = { cardId: "a".repeat(28), mchid: "1900000109", serialNo: "A".repeat(40) };
	assert.equal(prepare(new Card(), { ...request, ...options }).body, written);
	assert.deepEqual(cardUpdateSchema({ ...options, omitBlank: true })["~standard"].validate(new Card()), {
		value: JSON.parse(written),
	});
	// Rules between fields use the time.
	const { type, available_begin_time, available_end_time } = new Dates();
	const reversed = {
		type,
		available_begin_time: available_end_time,
		available_end_time: available_begin_time,
	};
	const { issues } = validate({ date_information: reversed }, options);
	assert.ok(issues.some(({ code }) => code === "date_range_reversed"));
	// So do rules against the card.
	const current = { date_information: new Dates(), create_time: new Date(0) };
	const narrowed = { date_information: { type, available_end_time: new Date("2026-06-01") } };
	assert.ok(
		codes(validate(narrowed, { ...options, current })).includes(
			"date_range_narrowed /date_information/available_end_time",
		),
	);
	assert.deepEqual(validate({ title: "卡" }, { ...options, current }).issues, []);
});

const messageIs = ({ message }, expected) =>
	typeof expected === "string" ? message === expected : expected.test(message);

test("a date object elsewhere gets a message that says what to write", () => {
	const at = new Date("2026-01-31T20:30:05.120Z");
	const item = { user_information_form: { custom_field_list: [{ type: "TEXT", name: at }] } };
	for (const [payload, message] of [
		[
			{ title: at },
			"Card name is a date object, but this field is not a time: write it as text, such as 2026-02-01T04:30:05.120+08:00",
		],
		[
			{ total_quantity: at },
			"Stock is a date object, but this field is not a time: it must be of type integer",
		],
		[{ unlisted: [at] }, /date object.*write it as text/],
		[item, /Name is a date object, but this field is not a time: write it as text/],
		[at, "The payload is a date object, but this field is not a time: it must be of type object"],
	]) {
		const { valid, issues } = validate(payload, en);
		assert.equal(valid, false);
		assert.ok(
			issues.some((issue) => issue.code === "date_not_due" && messageIs(issue, message)),
			issues,
		);
	}
	const bad = validate({ date_information: { available_end_time: new Date("2026-13-01") } }, en);
	assert.ok(codes(bad).includes("date_invalid /date_information/available_end_time"));
	const far = validate({ date_information: { available_end_time: new Date(8.64e15) } }, en);
	assert.ok(codes(far).includes("date_invalid /date_information/available_end_time"));
});

test("a form holds the text of a date object", () => {
	const path = "/date_information/available_end_time";
	const text = "2027-02-01T00:00:00.000+08:00";
	const end = new Moment("2027-01-31T16:00:00Z");
	const value = {
		date_information: {
			type: "FIX_TIME_RANGE",
			available_begin_time: "2026-01-01T00:00:00Z",
			available_end_time: end,
		},
	};
	for (const form of [new CardForm({ ...en, now: 0, initial: value }), new CardForm({ ...en, now: 0 })]) {
		form.set("", value);
		form.set(path, end);
		assert.equal(form.field(path).value, text);
		assert.equal(form.patch().date_information.available_end_time, text);
		assert.deepEqual(form.validate().issues, []);
		assert.equal(form.set(path, new Date("")).appeared[0].code, "date_invalid");
	}
	const list = new CardForm(en);
	list.insert("/user_information_form/custom_field_list", 0, { type: "TEXT", name: end });
	assert.ok(list.issues().some(({ code }) => code === "date_not_due"));
});

test("an instance's blank members can be left out", () => {
	class Card {
		title = "会员卡";
		description = "";
		balance_information = new (class {
			balance_url = null;
		})();
	}
	const { validate } = cardUpdateSchema({ omitBlank: true })["~standard"];
	assert.deepEqual(validate(new Card()), { value: { title: "会员卡" } });
});

test("JSON text is read strictly", () => {
	const cases = [
		["", "json_start "],
		["{'a':1}", "json_quotes "],
		["{} {}", "json_trailing_data "],
		['{"title":"\u0001bigint\u0001"}', "json_control_character "],
		["\u0001bigint\u0001", "json_blank "],
		['{"title":"a","title":"a"}', "duplicate_key /title"],
		['{"title":"\ud800"}', "unpaired_surrogate /title"],
		['{"title":"\\\ud800"}', "json_escape "],
		[new Uint8Array([0x22, 0xff, 0x22]), "json_invalid_utf8 "],
		["[".repeat(100_000), "json_too_deep "],
		[" ".repeat(300_000), "json_too_large "],
		[" ".repeat(2_000_000), "json_too_large "],
		[new Uint8Array(2_000_000), "json_too_large "],
	];
	for (const [json, expected] of cases) {
		const result = validateJson(json, en);
		assert.equal(result.valid, false, expected);
		assert.ok(
			codes(result).some((code) => code.startsWith(expected)),
			`${expected}: ${codes(result)}`,
		);
	}
});

test("the card's current state, the profile, the hosts and the present are taken into account", () => {
	const has = (payload, options, code) =>
		codes(validate(payload, options)).some((found) => found.startsWith(code));
	const update = { code_mode: "REAL_TIME" };
	assert.ok(has(update, { current: { code_mode: "SYSTEM_ALLOCATE", card_id: "c" } }, "code_mode_locked"));
	assert.ok(!has(update, { current: { code_mode: "MERCHANT_DEPOSIT" } }, "code_mode_locked"));
	assert.ok(has({ title: "a" }, { profile: "merchant" }, "code_mode_missing"));
	assert.ok(!has({ title: "a" }, {}, "code_mode_missing"));
	const logo = { logo_url: "https://images.example/logo.png" };
	assert.ok(has(logo, {}, "image_host "));
	assert.ok(!has(logo, { imageHosts: ["images.example"] }, "image_host "));
	const dates = {
		date_information: {
			type: "FIX_TIME_RANGE",
			available_begin_time: "2020-05-20T13:29:35+08:00",
			available_end_time: "2030-05-20T13:29:35+08:00",
		},
	};
	assert.ok(has(dates, { now: Date.UTC(2031, 0) }, "date_past"));
	assert.ok(!has(dates, { now: Date.UTC(2021, 0) }, "date_past"));
});

test("a state that cannot be read is reported as such", () => {
	const { issues } = validate({ title: "a" }, { current: { code_mode: 1n } });
	const issue = issues.find(({ location }) => location === "current");
	assert.equal(issue.code, "unsupported_value");
	assert.equal(issue.pointer, "/code_mode");
});

test("times are written in China's offset when asked", () => {
	const payload = {
		date_information: {
			type: "FIX_TIME_RANGE",
			available_begin_time: "2020-05-20T05:29:35Z",
			available_end_time: "2030-05-20T13:29:35+08:00",
		},
	};
	const begin = (options) =>
		validate(payload, { now: 0, ...options }).value.date_information.available_begin_time;
	assert.equal(begin({}), "2020-05-20T05:29:35Z");
	assert.equal(begin({ chinaTime: true }), "2020-05-20T13:29:35+08:00");
});

test("the payload is neither changed nor kept", () => {
	const payload = structuredClone(example);
	Object.freeze(payload);
	const { value } = validate(payload);
	value.title = "changed";
	assert.deepEqual(payload, example);
});

test("of more than a thousand issues, the first are listed, and all are counted", () => {
	const many = (item, count) =>
		`{"user_information_form":{"common_field_list":[${Array(count).fill(item)}]}}`;
	const wrong = validateJson(many("0", 120_000), en);
	assert.equal(wrong.valid, false);
	assert.equal(wrong.issues.length, 1001);
	const last = wrong.issues.at(-1);
	assert.equal(`${last.severity} ${last.code} ${last.pointer}`, "error too_many_issues ");
	assert.deepEqual(last.params, { max: 1000, actual: 120_000 });
	assert.match(last.message, /first 1000 of 120000/);

	const doubtful = validateJson(many('"USER_FORM_FLAG_SEX"', 2_000), en);
	assert.equal(doubtful.valid, true);
	assert.equal(doubtful.issues.at(-1).severity, "warning");
});

test("what is made when it is first read is plain data all the same", () => {
	const result = validate({ title: "a", brand: {} }, en);
	const { body, issues, value } = validate({ title: "a", brand: {} }, en);
	const plain = { valid: true, value, body, issues };
	assert.deepEqual(Object.keys(result), Object.keys(plain));
	assert.deepStrictEqual({ ...result }, plain);
	assert.deepStrictEqual(structuredClone(result), plain);
	assert.equal(JSON.stringify(result), JSON.stringify(plain));
	assert.equal(inspect(validate({ title: "a", brand: {} }, en)), inspect(plain));
	assert.equal(
		inspect(validate({ title: "a", brand: {} }, { ...en, messages: () => undefined })),
		inspect(plain),
	);
	assert.equal(result.issues[0].code, "unknown_key");
	assert.equal(result.issues, result.issues);
	assert.equal(result.value, result.value);
});

test("what is made when it is first read is made once, also of what is frozen or stands behind a proxy", () => {
	for (const update of [{ title: "a", brand: {} }, { description: "会员卡".repeat(50) }]) {
		const frozen = Object.freeze(validate(update));
		assert.deepEqual(frozen.value, update);
		assert.equal(frozen.value, frozen.value);
		assert.equal(frozen.issues, frozen.issues);
		const proxied = new Proxy(validate(update), {});
		assert.equal(proxied.value, proxied.value);
		assert.deepEqual({ ...proxied }, { ...frozen });
		assert.throws(() => {
			proxied.value = {};
		}, TypeError);
	}
});

test("each of many stored validations keeps its issues", () => {
	const updates = Array.from({ length: 300 }, (_, index) => ({
		title: `卡${index}`,
		[`brand${index}`]: "x".repeat(index % 50 === 0 ? 20_000 : 7 * index),
	}));
	const results = updates.map((update) => validate(update, en));
	for (const [index, result] of results.entries()) {
		assert.deepEqual(codes(result), [`unknown_key /brand${index}`]);
		assert.deepEqual(result.value, updates[index]);
	}
});

test("bytes may change once they are validated", () => {
	const bytes = new TextEncoder().encode('{"title":"卡","brand":1}');
	const result = validateJson(bytes, en);
	bytes.fill(0);
	assert.deepEqual(codes(result), ["unknown_key /brand"]);
	assert.equal(result.body, '{"title":"卡","brand":1}');
});

test("a getter may validate something else meanwhile", () => {
	const inner = [];
	const result = validate({
		title: "卡",
		get description() {
			inner.push(
				validate({ init_level: "x".repeat(100_000), brand: 1 }),
				validate({ title: "卡", brand: 2 }),
			);
			return "说明";
		},
		init_level: "银",
	});
	assert.equal(result.body, '{"title":"卡","description":"说明","init_level":"银"}');
	assert.deepEqual(codes(inner[0]), ["too_long /init_level", "unknown_key /brand"]);
	assert.deepEqual(codes(inner[1]), ["unknown_key /brand"]);
});

test("warnings read late are about what was validated, by the options of then", () => {
	const options = { locale: "en", current: { status: "DELETED" }, now: 0, imageHosts: ["a.example"] };
	const result = validate({ title: "a" }, options);
	options.current.status = "APPROVED";
	options.locale = "zh-CN";
	for (let index = 0; index < 3; index++) {
		validate({ title: "b", brand: index });
	}
	assert.deepEqual(codes(result), ["card_deleted "]);
	assert.match(result.issues[0].message, /deleted/);
});
