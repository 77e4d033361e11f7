import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { folder, run, write } from "./command-line.mjs";

const { version } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));
const COMMANDS = ["check", "normalize", "prepare", "sign", "complete", "inspect", "verify", "explain"];
const columns = (text) => [...text].reduce((sum, character) => sum + (character > "\u2e80" ? 2 : 1), 0);
write("good.json", { title: "会员卡" });

/** Asserts that a command line is refused, with these lines. */
async function refused(args, ...lines) {
	const { code, stdout, stderr } = await run(args);
	assert.equal(stdout, "");
	const asked = COMMANDS.includes(args[0]) ? ` ${args[0]}` : "";
	assert.deepEqual(stderr.trimEnd().split("\n"), [...lines, `help: wechatpay-membercard${asked} --help`]);
	assert.equal(code, 2);
}

test("every command has its help, which fits a terminal in both languages", async () => {
	for (const locale of ["en", "zh-CN"]) {
		const { code, stdout } = await run(["--help", "--locale", locale]);
		assert.equal(code, 0);
		for (const command of COMMANDS) {
			assert.match(stdout, new RegExp(`^ {2}${command} `, "m"));
			const help = await run([command, "-h", "--locale", locale]);
			assert.deepEqual([help.code, help.stderr], [0, ""]);
			assert.deepEqual(await run(["help", command, "--locale", locale]), help);
			const [head] = help.stdout.split(/^(?:Examples|示例):$/m);
			for (const line of head.split("\n")) {
				assert.ok(columns(line) <= 80, line);
			}
			const known = new Set(head.match(/--[a-z-]+/g));
			for (const used of help.stdout.match(/--[a-z-]+/g)) {
				assert.ok(known.has(used) || used === "--include", `${command}: ${used}`);
			}
		}
	}
});

test("the version is the package's", async () => {
	for (const args of [["--version"], ["-V"], ["check", "--version"]]) {
		assert.deepEqual(await run(args), { code: 0, stdout: `${version}\n`, stderr: "" });
	}
});

test("the language is the system's, unless an option names another", async () => {
	const summary = async (env, ...args) => (await run(["check", "good.json", ...args], { env })).stdout;
	const chinese = "共 1 张卡，0 张无效；0 个错误，0 个警告\n";
	const english = "1 card, 0 not valid; 0 errors, 0 warnings\n";
	assert.equal(await summary({ LC_ALL: "zh_CN.UTF-8" }), chinese);
	assert.equal(await summary({ LC_ALL: undefined, LANG: "zh_CN.UTF-8" }), chinese);
	assert.equal(await summary({ LC_ALL: "C", LANG: "zh_CN.UTF-8" }), english);
	assert.equal(await summary({ LC_ALL: "de_DE.UTF-8" }), english);
	assert.equal(await summary({ LC_ALL: "zh_CN.UTF-8" }, "--locale", "en"), english);
});

test("misspelt names get a suggestion", async () => {
	await refused(["chek"], "error: there is no command chek", "hint: did you mean check?");
	await refused(
		["good.json"],
		"error: there is no command good.json",
		"hint: wechatpay-membercard check good.json",
	);
	await refused([], "error: the command is missing");
	await refused(["check", "--jsn"], "error: there is no option --jsn", "hint: did you mean --json?");
	await refused(
		["check", "--warn"],
		"error: there is no option --warn",
		"hint: did you mean --warnings-as-errors?",
	);
	await refused(["check", "-x"], "error: there is no option -x");
	await refused(
		["check", "--profile", "partnr"],
		"error: --profile is partner or merchant, not partnr",
		"hint: did you mean partner?",
	);
	await refused(
		["check", "--unknown-keys", "refused"],
		"error: --unknown-keys is warn or refuse or drop, not refused",
		"hint: did you mean refuse?",
	);
	await refused(
		["check", "good.json", "--image-host", "https://cdn.example.com/0"],
		"error: --image-host is a host, not https://cdn.example.com/0",
		"hint: --image-host cdn.example.com",
	);
	await refused(
		["check", "good.json", "--image-host", "*.qpic.cn"],
		"error: --image-host is a host, not *.qpic.cn",
	);
});

test("values are where they belong", async () => {
	await refused(["check", "--current"], "error: the option --current lacks its value: --current FILE");
	await refused(
		["check", "--current", "--json"],
		"error: the option --current has --json for a value",
		"hint: if that is meant, write --current=--json",
	);
	await refused(["check", "--json=yes"], "error: the option --json takes no value");
	await refused(
		["check", "--now", "yesterday", "good.json"],
		"error: --now is a time with its offset, such as 2026-01-31T12:00:00+08:00, not yesterday",
	);
	await refused(["prepare", "good.json", "--mchid", "1"], "error: missing: --card-id, --serial-no");
	await refused(["inspect", "good.json"], "error: missing: --card-id or --any-card");
	await refused(
		["sign", "--key", "a", "--sign-command", "b"],
		"error: --key and --sign-command exclude each other",
	);
	await refused(["explain", "a", "b", "c"], "error: b is one argument too many");
	await refused(
		["explain", "--status", "4e2", "good.json"],
		"error: --status is a whole number from 100 to 999, not 4e2",
	);
	await refused(
		["inspect", "--any-card", "--refuse-warning", "foo", "good.json"],
		'error: the code of a warning: no issue has the code "foo"',
	);
});

test("mistakes are reported in the requested language", async () => {
	const { stderr } = await run(["check", "--jsn", "--locale", "zh-CN"]);
	assert.equal(
		stderr,
		"错误: 没有选项 --jsn\n提示: 您是否要用 --json？\n帮助：wechatpay-membercard check --help\n",
	);
});

test("shells complete commands and options", async () => {
	const { stdout: script } = await run(["completion", "bash"]);
	write("completion.sh", script);
	const completed = (...words) => {
		const ask = `COMP_WORDS=(wechatpay-membercard ${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length}; _wechatpay_membercard; echo "\${COMPREPLY[@]}"`;
		return execFileSync("bash", ["-c", `source completion.sh; ${ask}`], {
			cwd: folder,
			encoding: "utf8",
		}).trim();
	};
	assert.equal(completed("che"), "check");
	assert.equal(completed("check", "--wa"), "--warnings-as-errors --watch");
	assert.equal(completed("sign", "--sign"), "--sign-command");
	assert.equal(completed("check", "completion.s"), "completion.sh");
	const fish = await run(["completion", "fish", "--locale", "zh-CN"]);
	assert.match(fish.stdout, /-n '__fish_seen_subcommand_from check' -l json -d '每张卡输出一行 JSON'/);
	assert.match((await run(["completion", "zsh"])).stdout, /^autoload -U \+X bashcompinit/);
	assert.match((await run(["completion", "csh"])).stderr, /completion bash\|zsh\|fish/);
});
