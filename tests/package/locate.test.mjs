import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { locate, validateJson } from "../../pkg/dist/index.mjs";
import { expand } from "../data/cases/expand.mjs";

const issueAt = (path, more) => ({ code: "wrong_type", path, params: {}, ...more });

/** The located part of a text. */
function at(text, path, more) {
	const [{ start, end }] = locate(text, [issueAt(path, more)]);
	return text.slice(start.offset, end.offset);
}

test("a path leads to its value", () => {
	const text = `{
  "title": "微信\\"支付\\"",
  "list": [ {"name": 1}, {"name": [true , null]} ],
  "a/b~c": -1.5e3,
  "empty": {}
}`;
	assert.equal(at(text, ["title"]), '"微信\\"支付\\""');
	assert.equal(at(text, ["list", 0, "name"]), "1");
	assert.equal(at(text, ["list", 1]), '{"name": [true , null]}');
	assert.equal(at(text, ["list", 1, "name", 1]), "null");
	assert.equal(at(text, ["a/b~c"]), "-1.5e3");
	assert.equal(at(text, ["empty"]), "{}");
	assert.equal(at(text, []), text);
});

test("a missing value is located at its parent", () => {
	assert.equal(at('{"a":{"b":1}}', ["a", "c", "d"]), '{"b":1}');
	assert.equal(at('{"a":1}', ["b"]), '{"a":1}');
	assert.equal(at('{"a":[1]}', ["a", 7]), "[1]");
	assert.equal(at("", ["b"]), "");
});

test("an issue about a key is located at the key", () => {
	const text = '{ "titel" : 1, "o": { "k": 2 } }';
	assert.equal(at(text, ["titel"], { code: "unknown_key" }), '"titel"');
	assert.equal(at(text, ["o", "k"], { code: "forbidden_key" }), '"k"');
	// The key is not in the text; that of the parent is not wrong.
	assert.equal(at(text, ["o", "x"], { code: "unknown_key" }), '{ "k": 2 }');
});

test("of a key that appears twice, the first counts, and the last is one too many", () => {
	const text = '{"a":{"x":1},"a":{"x":2}}';
	assert.equal(at(text, ["a", "x"]), "1");
	const [{ start, end }] = locate(text, [issueAt(["a"], { code: "duplicate_key" })]);
	assert.deepEqual([start.offset, end.offset], [13, 16]);
});

test("keys are compared as they are read", () => {
	assert.equal(at('{"\\u0074itle": 7}', ["title"]), "7");
	assert.equal(at('{"\\ud800": 7}', ["\ufffd"]), "7");
	assert.equal(at('{"__proto__": {"constructor": 7}}', ["__proto__", "constructor"]), "7");
});

test("a line and a column lead to their character", () => {
	const text = '{\n"名😀": 😀,\n}';
	const of = (line, column) => at(text, [], { code: "json_syntax", params: { line, column } });
	assert.equal(of(2, 7), "😀");
	assert.equal(of(3, 1), "}");
	assert.equal(of(2, 9), "");
	assert.equal(of(9, 1), "");
	assert.equal(of(1, 99), "");
});

test("text that is not JSON is read as far as it can be", () => {
	for (const text of ['{"a":1,', '{"a":1,"b', '{"a":1}}', '{"a":1,,"b":2}', "{a:1}", "{,}", '{"a":"\\']) {
		assert.doesNotThrow(() => at(text, ["a"]), text);
		assert.doesNotThrow(() => at(text, ["b"]), text);
	}
	assert.equal(at('{"a":1 "b":2}', ["a"]), "1");
	assert.equal(at("[1,2", [1]), "2");
	assert.equal(at('{"a":"open', ["a"]), '"open');
	assert.equal(at('\ufeff{"a":1}', ["a"]), "1");
});

test("neither depth, nor length, nor the number of issues is too much", () => {
	const deep = "[".repeat(100_000);
	assert.equal(locate(deep, [issueAt([0, 0])])[0].start.offset, 2);
	assert.equal(at(`{"x":${deep}`, ["y"]).length, deep.length + 5);
	const long = `[${'{"a":"\\\\"},'.repeat(20_000)}"${"x".repeat(1_000_000)}","${"\\n".repeat(1_000_000)}"]`;
	assert.equal(at(long, [19_999, "a"]), '"\\\\"');
	assert.equal(at(long, [20_000]).length, 1_000_002);
	assert.equal(at(long, [20_001]).length, 2_000_002);

	const many = JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, key) => [`k${key}`, 0])));
	const issues = Array.from({ length: 20_000 }, (_, key) => issueAt([`k${key}`]));
	const started = performance.now();
	const ranges = locate(many, issues);
	assert.ok(performance.now() - started < 2_000);
	assert.equal(many.slice(ranges.at(-1).start.offset, ranges.at(-1).end.offset), "0");
});

test("lines and columns count from 1, columns in characters", () => {
	const text = '{\n  "名😀": 1,\n  "b": 2\n}';
	const [late, early, root] = locate(text, [issueAt(["b"]), issueAt(["名😀"]), issueAt([])]);
	assert.deepEqual(early.start, { offset: text.indexOf("1"), line: 2, column: 9 });
	assert.deepEqual(early.end, { offset: text.indexOf("1") + 1, line: 2, column: 10 });
	assert.deepEqual(late.start, { offset: text.indexOf("2"), line: 3, column: 8 });
	assert.deepEqual(root.start, { offset: 0, line: 1, column: 1 });
	assert.deepEqual(root.end, { offset: text.length, line: 4, column: 2 });
});

test("only a text is located in", () => {
	assert.throws(() => locate(new Uint8Array(2), []), /takes the text/);
});

test("every issue of every case has its place", () => {
	const folder = new URL("../data/cases/", import.meta.url);
	let located = 0;
	for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
		for (const row of JSON.parse(readFileSync(new URL(file, folder), "utf8"))) {
			const { currentJson, ...options } = expand(row.options ?? {});
			if ((row.payload === undefined && row.json === undefined) || options.imageHosts?.length === 0) {
				continue;
			}
			const json = row.json === undefined ? JSON.stringify(expand(row.payload), null, 2) : expand(row.json);
			const { issues } = validateJson(json, { now: 1_700_000_000_000, ...options });
			const ofBody = issues.filter(({ location }) => location === "body");
			for (const [index, { start, end }] of locate(json, ofBody).entries()) {
				const { code, path } = ofBody[index];
				located += 1;
				assert.ok(start.offset <= end.offset && end.offset <= json.length, row.name);
				if (code === "unknown_key") {
					const key = JSON.parse(json.slice(start.offset, end.offset));
					assert.equal(key.replaceAll(/[\ud800-\udfff]/gu, "\ufffd"), path.at(-1), row.name);
				}
			}
		}
	}
	assert.ok(located > 500, `${located}`);
});
