import assert from "node:assert/strict";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { test } from "node:test";
import { folder, jsonLines, run, start, write } from "./command-line.mjs";

const GOOD = '{"title":"会员卡"}';
const BAD = '{"title":7}';

test("a stream has a card in each line, of either name or on standard input", async () => {
	const lines = [GOOD, "", BAD, " \t", GOOD, BAD].join("\r\n");
	for (const [args, input] of [
		[[write("cards.ndjson", lines)]],
		[[write("cards.JSONL", `${lines}\n\n`)]],
		[["--ndjson", write("cards.txt", lines)]],
		[["--ndjson"], lines],
		[["-", "--ndjson"], lines],
	]) {
		const { code, stdout } = await run(["check", "--json", ...args], { input });
		const verdicts = jsonLines(stdout);
		assert.deepEqual(
			verdicts.map(({ line, valid }) => [line, valid]),
			[
				[1, true],
				[3, false],
				[5, true],
				[6, false],
			],
		);
		assert.deepEqual(
			verdicts[1].issues.map(({ line, column }) => [line, column]),
			[[3, 10]],
		);
		assert.equal(verdicts[0].body, GOOD);
		assert.equal(code, 1);
	}
});

test("a line that is too long, or not UTF-8, is that line's issue", async () => {
	const fine = '{"code_type":"QRCODE"}';
	const lines = [fine, `"${"x".repeat(1_000_000)}"`, fine, '{"title":"\xff"}', "{", fine];
	const { code, stdout } = await run(["check", "--ndjson"], {
		input: Buffer.from(lines.join("\n"), "latin1"),
	});
	assert.deepEqual(
		stdout.match(/^<stdin>:.*$/gm).map((line) => line.replace(/error:.*\[/, "[")),
		["<stdin>:2:1: [json_too_large]", "<stdin>:4:11: [json_invalid_utf8]", "<stdin>:5:2: [json_unfinished]"],
	);
	assert.match(stdout, /6 cards, 3 not valid; 3 errors/);
	assert.equal(code, 1);
});

test("an empty stream is well", async () => {
	const { code, stdout } = await run(["check", "--ndjson"]);
	assert.deepEqual([code, stdout], [0, "0 cards, 0 not valid; 0 errors, 0 warnings\n"]);
});

test("results are printed before more input arrives", { timeout: 60_000 }, async () => {
	const child = start(["check", "--ndjson", "--json"]);
	for (const title of ["一", "二", "三"]) {
		child.stdin.write(`${JSON.stringify({ title })}\n`);
		const [answer] = await once(child.stdout, "data");
		assert.equal(jsonLines(String(answer))[0].body, JSON.stringify({ title }));
	}
	child.stdin.end();
	await once(child, "close");
	assert.equal(child.exitCode, 0);
});

test("input is read no faster than the output is read", { timeout: 60_000 }, async () => {
	const child = start(["check", "--ndjson", "--json"]);
	// Nobody reads its output.
	const chunk = `${GOOD}\n`.repeat(5_000);
	let taken = 0;
	for (;;) {
		if (!child.stdin.write(chunk)) {
			const drained = once(child.stdin, "drain").then(() => true);
			const waited = new Promise((resolve) => setTimeout(resolve, 1_000, false));
			if (!(await Promise.race([drained, waited]))) {
				break;
			}
		}
		taken += chunk.length;
		assert.ok(taken < 64 << 20, "it takes more than pipes and buffers can hold");
	}
	child.kill("SIGKILL");
	await once(child, "close");
});

test("memory does not grow with the stream", { timeout: 240_000 }, async () => {
	// Its heap has room for the cards of one chunk, and not for 100 MB of them.
	const env = { NODE_OPTIONS: "--max-old-space-size=48" };
	const child = start(["check", "--ndjson", "--json", "-"], { env, stdio: ["pipe", "pipe", "inherit"] });
	const chunk = `${JSON.stringify({ description: "字".repeat(400), titel: "x".repeat(800) })}\n`.repeat(100);
	const fed = pipeline(
		Readable.from(
			(function* () {
				for (let sent = 0; sent < 50 << 20; sent += chunk.length) {
					yield chunk;
				}
			})(),
		),
		child.stdin,
	);
	const output = createWriteStream(join(folder, "verdicts"));
	await Promise.all([fed, pipeline(child.stdout, output), once(child, "close")]);
	assert.equal(child.exitCode, 0);
	assert.ok(output.bytesWritten > 50 << 20);
});

test("a reader that leaves ends it quietly", { timeout: 60_000 }, async () => {
	const child = start(["check", "--ndjson"]);
	child.stdin.on("error", () => {});
	const more = Readable.from(
		(function* () {
			for (;;) {
				yield `${BAD}\n`.repeat(1_000);
			}
		})(),
	);
	more.on("error", () => {});
	more.pipe(child.stdin);
	await once(child.stdout, "data");
	child.stdout.destroy();
	const [stderr] = await Promise.all([text(child.stderr), once(child, "close")]);
	more.destroy();
	assert.deepEqual([child.exitCode, stderr], [141, ""]);
});

test("Ctrl+C ends it with a summary", { timeout: 60_000 }, async () => {
	const child = start(["check", "--ndjson"]);
	child.stdin.write(`${GOOD}\n${BAD}\n`);
	await once(child.stdout, "data");
	const rest = text(child.stdout);
	child.kill("SIGINT");
	await once(child, "close");
	assert.match(await rest, /^interrupted: 2 cards, 1 not valid; 1 error, 0 warnings$/m);
	assert.equal(child.exitCode, 130);
});

test("normalize makes a stream of bodies of a stream of cards", async () => {
	const { code, stdout, stderr } = await run(["normalize", "--ndjson", "-"], {
		input: `{ "title" : "卡" }\n${BAD}\n{"code_type":"QRCODE" , "title":"卡"}`,
	});
	assert.equal(stdout, '{"title":"卡"}\n{"title":"卡","code_type":"QRCODE"}\n');
	assert.match(stderr, /^<stdin>:2:10: error/);
	assert.match(stderr, /3 cards, 1 not valid; 1 error, 0 warnings\n$/);
	assert.equal(code, 1);
});

test("a line may have the card's state beside its payload", async () => {
	const current = { title: "会员卡", code_mode: "SYSTEM_ALLOCATE" };
	write(
		"states.ndjson",
		[
			JSON.stringify({ payload: { code_mode: "REAL_TIME" }, current }),
			JSON.stringify({ current: { code_mode: "REAL_TIME" }, payload: { code_mode: "MERCHANT_DEPOSIT" } }),
			'{"payload": {"title": "一二三四五六七八九十一"}, "current": null}',
			'{"title": 7}',
			'{"payload": {"title": "卡", "title": "片"}, "current": {}}',
			'{"payload": {"title": "卡"}, "payload": {"title": "片"}, "current": {}}',
			'{"payload": {"title": "卡"}}',
			'{"payload": {"title": "卡"}, "current": {}',
			'{"payload": {"title": "卡"}, "current": 7}',
		].join("\n"),
	);
	const { stdout } = await run(["check", "states.ndjson", "--json"]);
	const verdicts = jsonLines(stdout).map(({ valid, issues }) => [
		valid,
		issues.find(({ severity }) => severity === "error")?.code,
	]);
	assert.deepEqual(verdicts, [
		[false, "code_mode_locked"],
		[true, undefined],
		[false, "too_long"],
		[false, "wrong_type"],
		[false, "duplicate_key"],
		[false, "no_known_field"],
		[false, "no_known_field"],
		[false, "json_unfinished"],
		[false, "wrong_type"],
	]);
	const [, , tooLong] = jsonLines(stdout);
	assert.deepEqual([tooLong.issues[0].line, tooLong.issues[0].column], [3, 23]);
	const checked = await run(["check", "states.ndjson"]);
	assert.match(checked.stdout, /^states\.ndjson:3:23: error: Card name can have/m);
	const bodies = await run(["normalize", "states.ndjson", "--quiet"]);
	assert.equal(bodies.stdout, '{"code_mode":"MERCHANT_DEPOSIT"}\n');
});
