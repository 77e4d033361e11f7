import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { MAX_BYTES } from "../../pkg/build/generated/records.js";
import { validate } from "../../pkg/dist/index.mjs";
import { notation } from "./notation.mjs";

const mark = (kind) => `\u0001${kind}\u0001`;
const withoutMarkers = (text) =>
	text
		.split("\u0001")
		.map((part, index) => (index % 2 === 0 ? part : "0"))
		.join("");
const nested = (depth) => {
	let value = 0;
	for (let level = 0; level < depth; level++) {
		value = level % 2 === 0 ? [value] : { a: value };
	}
	return value;
};
const fails = () => {
	throw new Error("the input is hostile");
};

test("writes plain JSON values as JSON.stringify does", () => {
	const example = JSON.parse(readFileSync(new URL("../data/example.json", import.meta.url), "utf8"));
	const values = [
		example,
		null,
		true,
		false,
		"",
		'a"b\\c\n\u0000\u0001\u001f\u007f\u2028/',
		"会员卡 😀",
		[],
		{},
		[[], {}, [1, [2, { a: [] }]]],
		{ "": 1, 'a"\u0001': { 0: 1 } },
		0,
		-0,
		1.5,
		-1e21,
		5e-324,
		Number.MAX_SAFE_INTEGER,
	];
	for (const value of values) {
		assert.equal(notation(value), JSON.stringify(value));
	}
});

test("writes lone surrogates as escapes, in keys too", () => {
	assert.equal(notation({ "\ud800": "a\udc00b😀" }), '{"\\ud800":"a\\udc00b😀"}');
});

test("keys are written alike the first time and later, however many there are", () => {
	const keys = Array.from({ length: 600 }, (_, index) => `${"键".repeat(index % 100)}"${index}`);
	const value = Object.fromEntries(keys.map((key, index) => [key, { [`of ${key}`]: index, a: 1 }]));
	for (let time = 0; time < 3; time++) {
		assert.equal(notation(value), JSON.stringify(value));
	}
});

test("marks values that JSON cannot represent", () => {
	const value = [
		1n,
		fails,
		class {},
		Symbol("s"),
		undefined,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY,
		new Map(),
		new Set(),
	];
	const kinds = "bigint function function symbol undefined NaN Infinity -Infinity Map Set".split(" ");
	assert.equal(notation(value), `[${kinds.map(mark).join(",")}]`);
	assert.equal(notation({ a: value }), `{"a":[${kinds.map(mark).join(",")}]}`);
	assert.equal(notation(undefined), mark("undefined"));
	assert.equal(notation(1n), mark("bigint"));
});

test("a text that looks like a marker stays a text", () => {
	assert.equal(notation(mark("bigint")), '"\\u0001bigint\\u0001"');
	assert.equal(notation({ [mark("!size")]: 1 }), '{"\\u0001!size\\u0001":1}');
});

test("instances of classes are read by their own enumerable members", () => {
	class Dates {
		type = "PERMANENT";
		#hidden = 1;
		get computed() {
			return this.#hidden;
		}
	}
	class Card {
		title = "会员卡";
		date_information = new Dates();
		static made = 1;
	}
	class Gold extends Card {
		code_type = "QRCODE";
	}
	class List extends Array {}
	const { Foreign } = runInNewContext("({ Foreign: class { a = [1] } })");
	const unnamed = Object.create({
		get constructor() {
			throw new Error("hostile");
		},
	});
	for (const [value, text] of [
		[new Card(), '{"title":"会员卡","date_information":{"type":"PERMANENT"}}'],
		[new Gold(), '{"title":"会员卡","date_information":{"type":"PERMANENT"},"code_type":"QRCODE"}'],
		[new Foreign(), '{"a":[1]}'],
		[Object.assign(Object.create({ inherited: 1 }), { a: 1 }), '{"a":1}'],
		[Object.create(Object.create(null)), "{}"],
		[unnamed, "{}"],
		[List.of(new Card()), '[{"title":"会员卡","date_information":{"type":"PERMANENT"}}]'],
	]) {
		assert.equal(notation(value), text);
		assert.equal(notation({ a: [value] }), `{"a":[${text}]}`);
	}
});

test("names the class of built-in objects", () => {
	const named = (name) => {
		class Other extends Map {}
		return new (Object.defineProperty(Other, "name", { value: name }))();
	};
	const cases = [
		[named("Card"), "Card"],
		[named("会员卡"), "object"],
		[named("Mixed卡_$1"), "Mixed_$1"],
		[named(`!size\u0001${"x".repeat(100)}`), `size${"x".repeat(58)}`],
		[named(1), "object"],
		[named(""), "object"],
		[Object("text"), "String"],
		[Object(1), "Number"],
		[Object(true), "Boolean"],
		[Object(1n), "BigInt"],
		[/a/, "RegExp"],
		[new Error("e"), "Error"],
		[new Uint8Array(2), "Uint8Array"],
		[Buffer.from("a"), "Buffer"],
		[new ArrayBuffer(2), "ArrayBuffer"],
		[Promise.resolve(), "Promise"],
		[new WeakMap(), "WeakMap"],
		[new FormData(), "FormData"],
		[new Headers(), "Headers"],
	];
	for (const [value, kind] of cases) {
		assert.equal(notation(value), mark(kind), kind);
	}
});

test("objects with toJSON are named, and toJSON is not called", () => {
	class Amount {
		cents = 1;
		toJSON() {
			fails();
		}
	}
	assert.equal(notation({ a: new Amount() }), `{"a":${mark("!toJSON Amount")}}`);
	assert.equal(notation(new URL("https://a.example")), mark("!toJSON URL"));
});

test("date objects are written as their time, whoever made them", () => {
	class Dayjs {
		$d = new Date(0);
		toISOString() {
			return this.$d.toISOString();
		}
		toJSON() {
			fails();
		}
	}
	const at = "@1970-01-01T00:00:00.000Z";
	for (const [value, kind] of [
		[new Date(0), at],
		[runInNewContext("new Date(0)"), at],
		[new (class extends Date {})(0), at],
		[new Dayjs(), at],
		[new Date(8.64e15), "@+275760-09-13T00:00:00.000Z"],
		[new Date(Number.NaN), "@"],
		[Object.create({ toISOString: () => null }), "@"],
		[Object.create({ toISOString: () => "\u0001!size\u0001" }), "@"],
		[Object.create({ toISOString: () => "1".repeat(1e6) }), "@"],
		[Object.create({ toISOString: fails }), "@"],
		[Object.create(Date.prototype), "@"],
	]) {
		assert.equal(notation(value), mark(kind));
		assert.equal(notation({ a: [value] }), `{"a":[${mark(kind)}]}`);
	}
	const hostile = Object.create({
		get toISOString() {
			throw new Error("hostile");
		},
	});
	assert.equal(notation([hostile, 1]), `[${mark("!unreadable")},1]`);
});

test("plain objects and arrays of another realm are plain", () => {
	const foreign = runInNewContext(
		'({ a: [1, { b: "c" }], d: Object.create(null), e: new Date(0), f: new Map() })',
	);
	assert.equal(
		notation(foreign),
		`{"a":[1,{"b":"c"}],"d":{},"e":${mark("@1970-01-01T00:00:00.000Z")},"f":${mark("Map")}}`,
	);
});

test("objects without a prototype are plain", () => {
	assert.equal(notation(Object.assign(Object.create(null), { a: 1 })), '{"a":1}');
});

test("leaves out the same members as JSON.stringify", () => {
	const value = { a: undefined, b: 1, [Symbol("s")]: 2, c: fails, d: undefined };
	Object.defineProperty(value, "hidden", { value: 3, enumerable: false });
	assert.equal(notation(value), `{"b":1,"c":${mark("function")}}`);
	assert.equal(notation({ a: undefined }), "{}");
});

test("inherited members are not read", () => {
	Object.prototype.polluted = "yes";
	try {
		assert.equal(notation({ a: 1 }), '{"a":1}');
	} finally {
		delete Object.prototype.polluted;
	}
});

test("an own __proto__ is a key like any other", () => {
	const value = JSON.parse('{"__proto__":{"a":1},"constructor":2,"prototype":3}');
	assert.equal(notation(value), '{"__proto__":{"a":1},"constructor":2,"prototype":3}');
});

test("toJSON and valueOf are not called", () => {
	assert.equal(
		notation({ toJSON: fails, valueOf: fails }),
		`{"toJSON":${mark("function")},"valueOf":${mark("function")}}`,
	);
	String.prototype.toJSON = fails;
	try {
		assert.equal(notation({ a: "b\n" }), '{"a":"b\\n"}');
	} finally {
		delete String.prototype.toJSON;
	}
});

test("a throwing getter hides only its own member", () => {
	const value = {
		a: 1,
		get b() {
			return fails();
		},
		c: 2,
	};
	assert.equal(notation(value), `{"a":1,"b":${mark("!unreadable")},"c":2}`);
	const items = [1, 2, 3];
	Object.defineProperty(items, 1, { get: fails });
	assert.equal(notation(items), `[1,${mark("!unreadable")},3]`);
});

test("proxies are read through their traps, and may fail at every one", () => {
	assert.equal(notation(new Proxy({ a: [1] }, {})), '{"a":[1]}');
	assert.equal(notation(new Proxy([1, 2], {})), "[1,2]");
	for (const trap of ["ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"]) {
		const value = { before: 1, a: new Proxy({ b: 1 }, { [trap]: fails }), after: 2 };
		assert.equal(notation(value), `{"before":1,"a":${mark("!unreadable")},"after":2}`, trap);
	}
	assert.equal(notation(new Proxy({ b: 1 }, { get: fails })), `{"b":${mark("!unreadable")}}`);
	assert.equal(notation(new Proxy([1], { get: fails })), mark("!unreadable"));
	assert.equal(notation(new Proxy(class {}, { get: fails })), mark("function"));
	for (const length of ["2", {}, undefined, Symbol.iterator]) {
		const proxy = new Proxy([1], { get: (target, key) => (key === "length" ? length : target[key]) });
		assert.equal(notation(proxy), mark("!unreadable"));
	}
	for (const length of [Number.NaN, -1]) {
		const proxy = new Proxy([1], { get: (target, key) => (key === "length" ? length : target[key]) });
		assert.equal(notation(proxy), "[]");
	}
});

test("revoked proxies are unreadable", () => {
	for (const target of [{}, []]) {
		const { proxy, revoke } = Proxy.revocable(target, {});
		revoke();
		assert.equal(notation({ a: proxy }), `{"a":${mark("!unreadable")}}`);
		assert.equal(notation(proxy), mark("!unreadable"));
	}
});

test("cycles are marked where they close; a repeated value is not a cycle", () => {
	const value = { a: { b: [] } };
	value.a.b.push(value, value.a, 1);
	assert.equal(notation(value), `{"a":{"b":[${mark("!circular")},${mark("!circular")},1]}}`);
	const shared = { s: 1 };
	assert.equal(notation([shared, shared]), '[{"s":1},{"s":1}]');
});

test("64 levels are read, the 65th is marked", () => {
	assert.equal(notation(nested(64)), JSON.stringify(nested(64)));
	assert.equal(notation(nested(65)), JSON.stringify(nested(65)).replace("[0]", mark("!depth")));
	const endless = () =>
		new Proxy(
			{},
			{
				ownKeys: () => ["a"],
				getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }),
				get: endless,
			},
		);
	assert.equal(notation(endless()).match(/\{/g).length, 64);
});

test("a payload deeper than the stack is cut, not a crash", () => {
	assert.match(notation(nested(100_000)), /!depth/);
});

test("exactly the largest text is read, one byte more is not", () => {
	const isTooLarge = (value) => validate(value).issues.some(({ code }) => code === "json_too_large");
	// Three bytes each, between quotation marks.
	const characters = Math.floor((MAX_BYTES - 2) / 3);
	for (const [most, one] of [
		["a".repeat(MAX_BYTES - 2), "a"],
		["卡".repeat(characters), "卡"],
	]) {
		assert.equal(notation(most), `"${most}"`);
		assert.deepEqual([isTooLarge(most), isTooLarge(most + one)], [false, true]);
	}
	assert.equal(notation("a".repeat(MAX_BYTES + 1)), mark("!size"));
});

test("the limit is reported", () => {
	const [issue] = validate("a".repeat(MAX_BYTES)).issues;
	assert.equal(issue.code, "json_too_large");
	assert.equal(issue.params.max, MAX_BYTES);
});

test("huge values are cut short", () => {
	const sparse = [];
	sparse.length = 2 ** 32 - 1;
	assert.equal(notation(sparse), mark("!size"));
	assert.equal(notation({ a: sparse }), mark("!size"));
	assert.equal(notation(new Array(3)), `[${mark("undefined")},${mark("undefined")},${mark("undefined")}]`);
	assert.equal(notation(new Array(2_000_000).fill(0)), mark("!size"));
	assert.equal(
		notation(new Proxy([], { get: (_, key) => (key === "length" ? Number.POSITIVE_INFINITY : 0) })),
		mark("!size"),
	);
	assert.equal(notation({ ["k".repeat(MAX_BYTES + 1)]: 1 }), mark("!size"));

	// Each level occurs twice in the next: 2^60 leaves.
	let doubled = {};
	for (let level = 0; level < 60; level++) {
		doubled = [doubled, doubled];
	}
	assert.equal(notation(doubled), mark("!size"));

	// Omitted members take no text, but must not take endless time either.
	let idle = {};
	const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [index, undefined]));
	for (let level = 0; level < 60; level++) {
		idle = { ...many, a: idle, b: idle };
	}
	assert.equal(notation(idle), mark("!size"));
});

test("a getter may validate something else meanwhile", () => {
	const value = {
		get a() {
			return notation({ inner: [1n] });
		},
	};
	assert.equal(notation(value), JSON.stringify({ a: `{"inner":[${mark("bigint")}]}` }));
});

test("any value is written, and only markers are not JSON", () => {
	let seed = 12345;
	const random = (limit) => {
		seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
		return Math.floor((seed / 2 ** 32) * limit);
	};
	const leaves = [
		null,
		true,
		0,
		-1.5,
		"x",
		"\ud800",
		1n,
		Number.NaN,
		undefined,
		fails,
		Symbol("s"),
		new Date(0),
		new Map(),
	];
	const make = (depth) => {
		const kind = depth === 0 ? 0 : random(3);
		if (kind === 0) {
			return leaves[random(leaves.length)];
		}
		const members = Array.from({ length: random(5) }, () => make(depth - 1));
		return kind === 1
			? members
			: Object.fromEntries(members.map((member, index) => [`k${index}\u0001`, member]));
	};
	for (let round = 0; round < 2000; round++) {
		const text = notation(make(5));
		assert.doesNotThrow(() => JSON.parse(withoutMarkers(text)), text);
	}
});
