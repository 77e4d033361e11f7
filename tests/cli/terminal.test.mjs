import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { folder, PROGRAM, run, write } from "./command-line.mjs";

const ESCAPE = "\u001b";
write("card.json", '{"title":7,"titel":1}');
write("cards.ndjson", '{"title":"会员卡"}\n{"title":7}\n'.repeat(40_000));

const isColoured = ({ stdout }) => stdout.includes(`${ESCAPE}[`);

test("colours are used on terminals, unless options or variables say otherwise", async () => {
	const checking = (env, ...args) => run(["check", "card.json", ...args], { env });
	assert.ok(!isColoured(await checking({})));
	assert.ok(isColoured(await checking({}, "--color")));
	assert.ok(isColoured(await checking({ FORCE_COLOR: "1" })));
	assert.ok(isColoured(await checking({ FORCE_COLOR: "", NO_COLOR: "1" })));
	assert.ok(!isColoured(await checking({ FORCE_COLOR: "0" }, "--no-color")));
	assert.ok(!isColoured(await checking({ FORCE_COLOR: "1" }, "--no-color")));
	assert.ok(isColoured(await checking({ NO_COLOR: "1" }, "--color")));
	assert.match((await checking({}, "--color", "--no-color")).stderr, /exclude each other/);
	const { stdout } = await checking({}, "--color");
	assert.match(stdout, new RegExp(`${ESCAPE}\\[1;31merror:${ESCAPE}\\[22;39m`));
	assert.match(stdout, new RegExp(`${ESCAPE}\\[1;33mwarning:${ESCAPE}\\[22;39m`));
});

test("no file, key or name can reach into the terminal", async () => {
	const name = write(
		`evil${ESCAPE}[2J\n.json`,
		`{"a${ESCAPE}[31m":1,"\u009b31m":"\u202e\u200b","title":"\u0007${"字".repeat(11)}"}`,
	);
	const outputs = await Promise.all([
		run(["check", name]),
		run(["check", `nowhere${ESCAPE}[2J`]),
		run([`${ESCAPE}[31m`]),
		run(["check", `--${ESCAPE}[31m`]),
		run(["check", `--profile=${ESCAPE}[31m`, name]),
		run(["explain", "--status", "400"], {
			input: JSON.stringify({ code: `${ESCAPE}[31m`, message: `${ESCAPE}]0;\u0007` }),
		}),
		run(["inspect", "--any-card"], { input: `PATCH${ESCAPE}[31m\n/\n1\n${ESCAPE}\n{"${ESCAPE}":1}\n` }),
	]);
	for (const { stdout, stderr } of outputs) {
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
		assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u200b]/);
	}
	assert.match(outputs[0].stdout, /^evil<U\+001B>\[2J<U\+000A>\.json:1:/);
});

/** Runs the program in a terminal of its own; nothing, where no tool for that is there. */
function inTerminal(command, env = {}) {
	const shown = spawnSync("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
		cwd: folder,
		encoding: "utf8",
		env: { ...process.env, TERM: "xterm", LC_ALL: "C", SHELL: "/bin/sh", NO_COLOR: "", ...env },
		timeout: 60_000,
	});
	return shown.error ? undefined : { code: shown.status, stdout: shown.stdout };
}

const hasScript = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux");
const options = { skip: hasScript ? false : "util-linux's script is not there" };

test("a terminal shows colours, and how far a stream has been read", options, () => {
	const { FORCE_COLOR, ...env } = process.env;
	const program = `'${process.execPath}' '${PROGRAM}'`;
	const card = inTerminal(`stty columns 80; ${program} check card.json`, env);
	assert.ok(isColoured(card));
	assert.equal(card.code, 1);
	assert.ok(!isColoured(inTerminal(`${program} check card.json`, { ...env, NO_COLOR: "1" })));

	const bar = new RegExp(
		`\\r${ESCAPE}\\[2K\\[=*>? *\\] +\\d+% \\d+:\\d\\d {2}[\\d,]+ cards, [\\d,]+ not valid, [\\d,]+/s`,
	);
	const stream = inTerminal(`stty columns 80; ${program} check cards.ndjson --json > verdicts`, env);
	assert.match(stream.stdout, bar);
	assert.match(
		stream.stdout,
		new RegExp(`\\r${ESCAPE}\\[2K\\S*80,000 cards, 40,000 not valid; 40,000 errors, 0 warnings`),
	);
	const narrow = inTerminal(`stty columns 30; ${program} check cards.ndjson --json > verdicts`, env);
	for (const [, line] of narrow.stdout.matchAll(new RegExp(`\\r${ESCAPE}\\[2K(\\[[^\\r\\n]*)`, "g"))) {
		assert.ok(line.length < 30, line);
	}
	const quiet = inTerminal(`${program} check cards.ndjson --quiet --json > verdicts`, env);
	assert.equal(quiet.stdout, "");
	const unknown = inTerminal(`cat cards.ndjson | ${program} check --ndjson --locale zh-CN > verdicts`, env);
	assert.match(unknown.stdout, new RegExp(`\\r${ESCAPE}\\[2K[\\d,]+ 张卡，[\\d,]+ 张无效，[\\d,]+ 张/秒`));
});
