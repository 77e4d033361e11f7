import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { renameSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { folder, jsonLines, run, start, write } from "./command-line.mjs";

const CARD = `{
  "title": "一二三四五六七八九十一二",
  "titel": "x",
  "date_information": { "type": "FIX_TERM" },
  "need_display_level": true,
  "code_type": "QR_CODE"
}
`;
write("card.json", CARD);
write("good.json", { code_type: "QRCODE" });
write("doubtful.json", { title: "会员卡", titel: 1 });

test("issues are printed like compiler messages, in English", async () => {
	const { code, stdout, stderr } = await run(["check", "card.json"]);
	assert.equal(
		stdout,
		`card.json:1:1: warning: When levels are shown, the card needs Initial level: fill it in unless the card already has it [init_level_maybe_required]
  1 | {
    | ^ /init_level

card.json:2:12: error: Card name can have at most 10 characters, not 12 [too_long]
  2 |   "title": "一二三四五六七八九十一二",
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^ /title

card.json:3:3: warning: The API does not list the field titel here: WeChat Pay may refuse the whole request, as other endpoints do with 400; did you mean title? [unknown_key]
  3 |   "titel": "x",
    |   ^^^^^^^ /titel

card.json:4:23: warning: FIX_TERM needs Validity › Days of validity [day_count_missing]
  4 |   "date_information": { "type": "FIX_TERM" },
    |                       ^^^^^^^^^^^^^^^^^^^^^^ /date_information/available_day_after_receive

card.json:5:25: warning: The API's current page does not list “Show levels”: it is not known whether it is still accepted [field_unlisted]
  5 |   "need_display_level": true,
    |                         ^^^^ /need_display_level

card.json:6:16: error: Code type cannot be “QR_CODE”: use one of BAR_CODE, QRCODE, BAR_CODE_AND_QRCODE, NONE_CODE; did you mean QRCODE? [unknown_value]
  6 |   "code_type": "QR_CODE"
    |                ^^^^^^^^^ /code_type

1 card, 1 not valid; 2 errors, 4 warnings
`,
	);
	assert.deepEqual({ code, stderr }, { code: 1, stderr: "" });
});

test("and in Chinese, with marks below the right characters", async () => {
	write("chinese.json", '{"x":"卡","title":7,"titel":"卡片"}');
	const { stdout } = await run(["check", "chinese.json", "--locale", "zh-CN"]);
	assert.equal(
		stdout,
		`chinese.json:1:2: 警告: 接口文档中此处没有字段 x，微信支付可能拒绝整个请求（其他接口会因此返回 400） [unknown_key]
  1 | {"x":"卡","title":7,"titel":"卡片"}
    |  ^^^ /x

chinese.json:1:18: 错误: 会员卡名称应为文本，当前为数字：请写成 "7" [wrong_type]
  1 | {"x":"卡","title":7,"titel":"卡片"}
    |                   ^ /title

chinese.json:1:20: 警告: 接口文档中此处没有字段 titel，微信支付可能拒绝整个请求（其他接口会因此返回 400）；您是否想写 title [unknown_key]
  1 | {"x":"卡","title":7,"titel":"卡片"}
    |                     ^^^^^^^ /titel

共 1 张卡，1 张无效；1 个错误，2 个警告
`,
	);
});

test("a long line is shown around its mark", async () => {
	const long = {
		description: "说明".repeat(60),
		title: 7,
		service_phone: "0755-12345678".repeat(2),
		total_quantity: 5,
	};
	write("long.json", long);
	const [, source, marks] = (await run(["check", "long.json"])).stdout.split("\n");
	assert.match(source, /^ {2}1 \| \.\.\..*"title":7,"service_phone".*\.\.\.$/);
	assert.ok(columns(source) <= 100, source);
	assert.equal(marks.indexOf("^"), columns(source.slice(0, source.indexOf('7,"service'))));
});

test("marks are below the right characters wherever a line is cut", async () => {
	const random = randomNumbers(7);
	const text = () => Array.from({ length: random(120) }, () => "aé字😀\u0301\t"[random(6)] ?? "x").join("");
	const files = Array.from({ length: 200 }, (_, index) =>
		write(`cut${index}.json`, { x: text(), title: 7, y: text() }),
	);
	const { stdout } = await run(["check", "-q", ...files]);
	const shown = stdout.match(/^ {2}1 \| .*\n {4}\| +\^ /gm);
	assert.equal(shown.length, files.length);
	for (const part of shown) {
		const [source, marks] = part.split("\n");
		assert.ok(columns(source) <= 100, source);
		let before = 0;
		const marked = [...source].find((character) => {
			const found = before >= marks.indexOf("^") && columns(character) > 0;
			before += columns(character);
			return found;
		});
		assert.equal(marked, "7", part);
	}
});

/** How many columns a text takes that is made of few characters. */
function columns(text) {
	const widths = { "\u0301": 0, 字: 2, "😀": 2, 说: 2, 明: 2, "\ufffd": 1 };
	return [...text].reduce((sum, character) => sum + (widths[character] ?? 1), 0);
}

/** A generator of the same numbers each time: `next(n)` is below n. */
function randomNumbers(seed) {
	let state = seed;
	return (limit) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * limit);
	};
}

test("a syntax error is shown at its position", async () => {
	const { code, stdout } = await run(["check", "-"], { input: '{\n  "title": "卡"\n  "code_mode": 1\n}' });
	assert.equal(
		stdout,
		`<stdin>:3:3: error: A comma is missing before line 3, column 3 [json_missing_comma]
  3 |   "code_mode": 1
    |   ^

1 card, 1 not valid; 1 error, 0 warnings
`,
	);
	assert.equal(code, 1);
	assert.match(
		(await run(["check"], { input: "" })).stdout,
		/^<stdin>:1:1: error: .*\n {2}1 \| \n {4}\| \^\n/,
	);
});

test("warnings pass, unless they are to count as errors", async () => {
	assert.equal((await run(["check", "doubtful.json"])).code, 0);
	assert.equal((await run(["check", "doubtful.json", "-W"])).code, 1);
	assert.equal((await run(["check", "good.json", "--warnings-as-errors"])).code, 0);
});

test("--quiet prints errors only", async () => {
	const quiet = await run(["check", "good.json", "doubtful.json", "--quiet"]);
	assert.deepEqual(quiet, { code: 0, stdout: "", stderr: "" });
	const { code, stdout } = await run(["check", "-q", "card.json"]);
	assert.equal(code, 1);
	assert.deepEqual(stdout.match(/\[\w+\]/g), ["[too_long]", "[unknown_value]"]);
	const [verdict] = jsonLines((await run(["check", "-q", "--json", "card.json"])).stdout);
	assert.deepEqual(
		verdict.issues.map(({ code }) => code),
		["too_long", "unknown_value"],
	);
});

test("--json prints lines of JSON and nothing else", async () => {
	const { code, stdout, stderr } = await run(["check", "--json", "card.json", "good.json"]);
	const [bad, good] = jsonLines(stdout);
	assert.deepEqual(good, { file: "good.json", valid: true, body: '{"code_type":"QRCODE"}', issues: [] });
	assert.equal(bad.valid, false);
	assert.equal(bad.body, undefined);
	assert.deepEqual(bad.issues[1], {
		severity: "error",
		code: "too_long",
		location: "body",
		path: ["title"],
		pointer: "/title",
		params: { max: 10, actual: 12, unit: "character" },
		message: "Card name can have at most 10 characters, not 12",
		line: 2,
		column: 12,
		endLine: 2,
		endColumn: 26,
	});
	assert.equal(stderr, "2 cards, 1 not valid; 2 errors, 4 warnings\n");
	assert.equal(code, 1);
});

test("the card's state enables its rules, and its own issues are shown in its file", async () => {
	write("state.json", '{\n  "code_mode": "SYSTEM_ALLOCATE"\n}');
	write("mode.json", { code_mode: "REAL_TIME" });
	const locked = await run(["check", "mode.json", "--current", "state.json"]);
	assert.match(locked.stdout, /^mode\.json:1:14: error: .* \[code_mode_locked\]$/m);
	write("odd-state.json", '{\n  "code_mode": 7\n}');
	const odd = await run(["check", "mode.json", "--current", "odd-state.json"]);
	assert.match(odd.stdout, /^odd-state\.json:2:16: (?:error|warning): .*\n {2}2 \| {3}"code_mode": 7$/m);
});

test("a state that is not JSON is reported", async () => {
	write("broken.json", '{"a":\n}');
	const broken = await run(["check", "good.json", "--current", "broken.json", "--locale", "zh-CN"]);
	assert.equal(broken.code, 2);
	assert.match(broken.stderr, /^错误: broken\.json 不是 JSON：.*第 2 行/);
});

test("every option of the validation has its effect", async () => {
	write("image.json", { logo_url: "https://images.example.com/a.png" });
	write("times.json", {
		date_information: {
			type: "FIX_TIME_RANGE",
			available_begin_time: "2030-01-01T00:00:00Z",
			available_end_time: "2031-01-01T00:00:00Z",
		},
	});
	const codes = async (...args) => {
		const [verdict] = jsonLines((await run(["check", "--json", ...args])).stdout);
		return verdict.issues.map(({ code }) => code);
	};
	assert.deepEqual(await codes("image.json"), ["image_host"]);
	assert.deepEqual(
		await codes("image.json", "--image-host", "a.example.com", "--image-host=images.example.com"),
		[],
	);
	assert.deepEqual(await codes("good.json", "--profile", "merchant"), ["code_mode_missing"]);
	write("unknown.json", { title: "卡", remark: "x" });
	assert.deepEqual(await codes("unknown.json"), ["unknown_key"]);
	assert.deepEqual(await codes("unknown.json", "--unknown-keys", "drop"), ["unknown_key_dropped"]);
	assert.equal((await run(["check", "unknown.json", "--unknown-keys=refuse"])).code, 1);
	const dropped = await run(["normalize", "unknown.json", "--unknown-keys=drop"]);
	assert.equal(dropped.stdout, '{"title":"卡"}\n');
	assert.deepEqual(await codes("times.json", "--now", "2029-01-01T00:00:00+08:00"), []);
	assert.ok((await codes("times.json", "--now=2032-01-01T00:00:00Z")).includes("date_past"));
	const { stdout } = await run(["normalize", "times.json", "--china-time"]);
	assert.match(stdout, /"2030-01-01T08:00:00\+08:00"/);
});

test("unreadable inputs are reported, and the rest is checked", async () => {
	const { code, stdout, stderr } = await run(["check", "nowhere.json", ".", "good.json"]);
	assert.equal(code, 2);
	assert.match(
		stderr,
		/^error: nowhere\.json cannot be read: there is no such file\nerror: \. cannot be read: it is a folder\n$/,
	);
	assert.equal(stdout, "1 card, 0 not valid; 0 errors, 0 warnings; 2 files could not be read\n");
	const twice = await run(["check", "-", "-"], { input: "{}" });
	assert.equal(twice.code, 2);
	assert.match(twice.stderr, /standard input, -, can be read only once/);
});

test("normalize prints the bodies of valid cards, and reports the others on standard error", async () => {
	const { code, stdout, stderr } = await run(["normalize", "good.json", "card.json", "doubtful.json"]);
	assert.equal(stdout, '{"code_type":"QRCODE"}\n{"title":"会员卡","titel":1}\n');
	assert.match(stderr, /card\.json:2:12: error/);
	assert.match(stderr, /3 cards, 1 not valid; 2 errors, 5 warnings\n$/);
	assert.equal(code, 1);
	assert.deepEqual(await run(["normalize", "good.json"]), {
		code: 0,
		stdout: '{"code_type":"QRCODE"}\n',
		stderr: "",
	});
});

test("many warnings of one kind are printed once, with all pointers", async () => {
	const nulls = ["logo_url", "code_mode", "code_type", "init_level"].map((name) => [name, null]);
	write("nulls.json", {
		...Object.fromEntries(nulls),
		title: "卡",
		service_fone: 1,
		app_ids: 1,
		codetypes: 1,
	});
	const { stdout } = await run(["check", "nulls.json"]);
	assert.equal(stdout.match(/null_omitted/g).length, 1);
	assert.match(stdout, /\/logo_url\n {2}3 more like it: \/code_mode \/code_type \/init_level\n/);
	// These differ in what may be meant.
	assert.equal(stdout.match(/unknown_key/g).length, 3);
	assert.match(stdout, /0 errors, 7 warnings/);
	const [{ issues }] = jsonLines((await run(["check", "nulls.json", "--json"])).stdout);
	assert.equal(issues.length, 7);
	write("two.json", { title: null, code_mode: null, code_type: "QRCODE" });
	assert.equal((await run(["check", "two.json"])).stdout.match(/null_omitted/g).length, 2);
	const chinese = await run(["check", "nulls.json", "--locale", "zh-CN"]);
	assert.match(chinese.stdout, /另有 3 处相同： \/code_mode/);
});

test("unknown keys have short options", async () => {
	assert.equal((await run(["check", "doubtful.json", "--strict"])).code, 1);
	const { stdout } = await run(["normalize", "doubtful.json", "--drop-unknown"]);
	assert.equal(stdout, '{"title":"会员卡"}\n');
	const { code, stderr } = await run(["check", "doubtful.json", "--strict", "--drop-unknown"]);
	assert.deepEqual([code, /exclude each other/.test(stderr)], [2, true]);
});

test("a file is checked again whenever it is written", async () => {
	write("edited.json", { title: 7 });
	const child = start(["check", "edited.json", "--watch", "--json"]);
	const verdicts = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const next = async () => JSON.parse((await verdicts.next()).value);
	try {
		assert.equal((await next()).valid, false);
		await pause(200);
		write("edited.json", { title: "会员卡" });
		assert.equal((await next()).body, '{"title":"会员卡"}');
		// Many editors put another file in its place.
		write("edited.json~", { title: "卡" });
		renameSync(join(folder, "edited.json~"), join(folder, "edited.json"));
		assert.equal((await next()).body, '{"title":"卡"}');
		child.kill("SIGINT");
		const [code] = await once(child, "close");
		assert.equal(code, 130);
	} finally {
		child.kill("SIGKILL");
	}
	const { code, stderr } = await run(["check", "--watch", "-"], { input: "{}" });
	assert.deepEqual([code, /--watch is for files/.test(stderr)], [2, true]);
});

test("changes during a check are checked next", { timeout: 20_000 }, async () => {
	write("early.json", { title: 7 });
	const slow = join(folder, "slow.json");
	// The program waits until somebody writes into a pipe: the check lasts as long as the test wants.
	execFileSync("mkfifo", [slow]);
	const child = start(["check", "early.json", "slow.json", "--watch", "--json"]);
	const verdicts = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const next = async () => JSON.parse((await verdicts.next()).value);
	try {
		assert.equal((await next()).valid, false);
		write("early.json", { title: "会员卡" });
		await writeFile(slow, "{}");
		assert.equal((await next()).file, "slow.json");
		assert.equal((await next()).body, '{"title":"会员卡"}');
	} finally {
		child.kill("SIGKILL");
	}
});

test("watching outlives a state that cannot be read, and ends where the first check fails", {
	timeout: 20_000,
}, async () => {
	write("watched.json", { title: "会员卡" });
	write("state.json", {});
	const args = ["check", "watched.json", "--watch", "--current", "state.json"];
	const child = start(args);
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const failures = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
	const summary = async () => {
		for (;;) {
			const { value } = await lines.next();
			if (/^1 card/.test(value)) {
				return value;
			}
		}
	};
	try {
		await summary();
		write("state.json", "{");
		assert.match((await failures.next()).value, /state\.json/);
		write("state.json", {});
		assert.match(await summary(), /0 errors/);
	} finally {
		child.kill("SIGKILL");
	}
	write("state.json", "{");
	assert.equal((await run(args)).code, 2);
});
