import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { curlCommand } from "../../pkg/dist/index.mjs";

test("a shell reads the command as it was meant", () => {
	const body = `{"title":"it's $HOME \`x\` \\\\ 卡"}`;
	const command = curlCommand({
		method: "PATCH",
		url: "https://api.mch.weixin.qq.com/v3/marketing/membercard-open/cards/a",
		headers: { Accept: "application/json", Authorization: 'X mchid="1"' },
		body,
	});
	const words = execFileSync("sh", ["-c", `curl() { printf '%s\\n' "$@"; }\n${command}`], {
		encoding: "utf8",
	});
	assert.deepEqual(words.trimEnd().split("\n"), [
		"--include",
		"--request",
		"PATCH",
		"https://api.mch.weixin.qq.com/v3/marketing/membercard-open/cards/a",
		"--header",
		"Accept: application/json",
		"--header",
		'Authorization: X mchid="1"',
		"--data-raw",
		body,
	]);
});
