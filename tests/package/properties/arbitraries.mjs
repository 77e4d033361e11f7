/** Generators: updates near the schema, and hostile values. */

import { fields } from "../../../pkg/dist/index.mjs";
import { fc } from "./check.mjs";

const FIELDS = fields();
const CHOICES = FIELDS.flatMap(({ options }) => options.map(({ value }) => value));
const TIMES = [
	"2020-05-20T13:29:35.120+08:00",
	"2030-05-20t13:29:35z",
	"0000-01-01T00:00:00-23:59",
	"2023-02-29T00:00:00Z",
];
const URLS = [
	"https://wxpaylogo.qpic.cn/wxpaylogo/x/0",
	"https://wxpaylogo.qpic.cn@evil.example/",
	"http:\\\\a",
	"data:,",
];
const EXAMPLES = FIELDS.flatMap(({ placeholder }) => placeholder ?? []);

/** Texts: arbitrary ones, also with lone surrogates, and texts that fit fields. */
export const text = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...CHOICES, ...TIMES, ...URLS, ...EXAMPLES) },
	fc.string({ unit: "binary", maxLength: 12 }),
	fc.string({
		unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
		maxLength: 6,
	}),
	fc.constantFrom(
		"",
		" ",
		"会员卡",
		"一二三四五六七八九十一",
		"😀",
		"\ud800",
		"\u0001!size\u0001",
		"__proto__",
	),
);

const number = fc.oneof(
	fc.integer({ min: -1, max: 20_000 }),
	fc.double({ noDefaultInfinity: true, noNaN: true }),
	fc.constantFrom(-0, 2 ** 53 - 1, 2 ** 53, 1e21, 5e-324, 1.5),
);

const leaf = fc.oneof({ weight: 4, arbitrary: text }, number, fc.boolean(), fc.constant(null));

/** Any JSON value, with strange keys. */
export const json = fc.letrec((tie) => ({
	value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("value"), { maxLength: 4 }), tie("object")),
	object: fc
		.array(
			fc.tuple(
				fc.oneof(text, fc.constantFrom("title", "need_balance", "codeType", "constructor", "0", "type")),
				tie("value"),
			),
			{
				maxLength: 4,
			},
		)
		.map((members) => Object.fromEntries(members)),
})).value;

/** Puts a value at a pointer of an update, in which `*` is the first item of a list. */
function put(update, pointer, value) {
	const steps = pointer.slice(1).split("/");
	let around = update;
	for (const [index, step] of steps.entries()) {
		const key = step === "*" ? 0 : step;
		if (index === steps.length - 1) {
			around[key] = value;
		} else {
			if (typeof around[key] !== "object" || around[key] === null) {
				around[key] = steps[index + 1] === "*" ? [] : {};
			}
			around = around[key];
		}
	}
}

/** Mostly valid for the field. */
const valueFor = (field) =>
	fc.oneof(
		{
			weight: 6,
			arbitrary:
				field.options.length > 0 ? fc.constantFrom(...field.options.map(({ value }) => value)) : leaf,
		},
		json,
	);

/** A field of the API and a value for it. */
export const assignment = fc
	.constantFrom(...FIELDS)
	.chain((field) =>
		valueFor(field).map((value) => ({ pointer: field.pointer.replaceAll("*", "0"), field, value })),
	);

/** Updates near the schema, of what JSON can hold. */
export const update = fc.array(assignment, { maxLength: 10 }).map((assignments) => {
	const made = {};
	for (const { field, value } of assignments) {
		put(made, field.pointer, value);
	}
	return JSON.parse(JSON.stringify(made));
});

/** Values of options. */
export const options = fc.record(
	{
		current: update,
		locale: fc.constantFrom("zh-CN", "en"),
		profile: fc.constantFrom("partner", "merchant"),
		chinaTime: fc.boolean(),
		unknownKeys: fc.constantFrom("warn", "refuse", "drop"),
		imageHosts: fc.array(fc.constantFrom("images.example", "wxpaylogo.qpic.cn", "[::1]"), {
			minLength: 1,
			maxLength: 2,
		}),
	},
	{ requiredKeys: [] },
);

/** A getter that throws. */
const fails = () => {
	throw new Error("the input is hostile");
};

/** Values that pretend to be something else, or throw when read. */
const trap = fc.constantFrom(
	() => new Proxy({}, { get: fails, ownKeys: fails, getPrototypeOf: fails }),
	() => new Proxy([], { get: (_, key) => (key === "length" ? 2 ** 31 : undefined) }),
	() => new Proxy({ title: "a" }, { getOwnPropertyDescriptor: fails }),
	() => Object.defineProperty({}, "title", { enumerable: true, get: fails }),
	() => ({ toJSON: fails, valueOf: fails, toString: fails, [Symbol.toPrimitive]: fails }),
	() => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
	() => Object.create({ title: "inherited" }),
	() => {
		const proxy = Proxy.revocable({}, {});
		proxy.revoke();
		return proxy.proxy;
	},
	() => {
		const circle = { title: "a" };
		circle.date_information = circle;
		return circle;
	},
	() => {
		let deep = {};
		for (let level = 0; level < 5000; level++) deep = [deep];
		return deep;
	},
	() => new Array(2 ** 32 - 1),
	() => "x".repeat(300_000),
	() => new Uint8Array(4),
	() => new Date(Number.NaN),
	() => new Date(0),
	() => Object.create({ toISOString: fails }),
	() => Object.create({ toISOString: () => "\u0001!size\u0001" }),
	() => Object.defineProperty(Object.create({}), "toISOString", { get: fails }),
	() => Object.assign(Object.create({ toJSON: fails }), { title: "a" }),
	() => Object.assign(Object.create({ [Symbol.toStringTag]: "Object" }), { title: "a" }),
	() => new Map([["title", "a"]]),
	() => class {},
	() => Symbol("title"),
	() => 5n,
	() => Number.NaN,
	() => undefined,
);

/** Object graphs with hostile parts. `make()` creates a new one. */
export const hostile = fc.letrec((tie) => ({
	make: fc.oneof(
		{ maxDepth: 3 },
		trap,
		leaf.map((value) => () => value),
		fc.array(tie("make"), { maxLength: 3 }).map((items) => () => items.map((make) => make())),
		fc
			.array(fc.tuple(fc.oneof(fc.constantFrom(...FIELDS.map(({ name }) => name)), text), tie("make")), {
				maxLength: 4,
			})
			.map((members) => () => Object.fromEntries(members.map(([key, make]) => [key, make()]))),
	),
})).make;

/** Bytes like JSON, like a message, or random. */
export const bytes = fc.oneof(
	fc.uint8Array({ maxLength: 64 }),
	fc.tuple(update, fc.nat(), fc.integer({ min: 0, max: 255 })).map(([made, at, byte]) => {
		const damaged = new TextEncoder().encode(JSON.stringify(made));
		damaged[at % damaged.length] = byte;
		return damaged;
	}),
);
