/** Function names for the report of a fault in the WebAssembly module. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { withMemoryFor } from "./wasm-file.mjs";

const dist = new URL("../../pkg/dist/", import.meta.url);
const pathOf = (name) => fileURLToPath(new URL(`../../pkg/${name}`, import.meta.url));
const FRAME = /wasm-function\[\d+\]/;

/** Provokes a fault of an entry: memory that cannot grow. */
async function faultOf(folder) {
	const page = await import(new URL(`${folder}browser.mjs?symbolize`, dist));
	await page.init(withMemoryFor(readFileSync(new URL(`${folder}membercard.wasm`, dist)), 12));
	try {
		page.validate({ title: "a", x: Array(60_000).fill(1) });
	} catch (error) {
		return error;
	}
	throw new Error("there was memory enough");
}

function symbolize(report, ...args) {
	const options = { input: report, encoding: "utf8" };
	return spawnSync(process.execPath, [pathOf("symbolize.mjs"), ...args], options);
}

for (const [entry, folder] of [
	["index", ""],
	["form", "form/"],
	["validate", "validate/"],
]) {
	test(`the message of a fault names the functions in ${entry}`, async () => {
		const { message, cause } = await faultOf(folder);
		assert.match(message, FRAME);
		const { stdout, stderr } = symbolize(message);
		assert.equal(stderr, "");
		assert.match(stdout, /^(?:\S.* {2}wasm-function\[\d+\]:0x[0-9a-f]+\n)+$/);
		assert.match(stdout, /^wechatpay_membercard::json::\S+ {2}wasm/m);
		assert.equal(symbolize(cause.stack, "--symbols", pathOf(`symbols/${entry}.txt`)).stdout, stdout);
	});
}

test("a stack as Safari and Bun write it is read, too", () => {
	const [, named] = /^7:(\S+)$/m.exec(readFileSync(pathOf("symbols/index.txt"), "utf8"));
	const stack = "RuntimeError: Unreachable code should not be executed\n<?>.wasm-function[7]@[wasm code]";
	const { stdout } = symbolize(stack, "--symbols", pathOf("symbols/index.txt"));
	assert.equal(stdout, `${named.replace(/::h[0-9a-f]{16}$|\[[0-9a-f]{16}\]/g, "")}  wasm-function[7]\n`);
});

test("symbols of another build name nothing", async () => {
	const { message } = await faultOf("");
	const other = message.replace(/membercard\.wasm (\S+) [0-9a-f]{8}/, "membercard.wasm $1 00000000");
	const form = pathOf("symbols/form.txt");
	for (const [report, args, reason] of [
		[other, [], /has not built wechatpay-membercard\/membercard\.wasm \S+ 00000000/],
		[
			message,
			["--symbols", form],
			/is about wechatpay-membercard\/membercard\.wasm .* and .*form\.txt about/,
		],
		[message.replace(/\(wechatpay-membercard\S+/, "("), [], /does not tell which module/],
		["it is broken", ["--symbols", form], /names no function/],
	]) {
		const { status, stdout, stderr } = symbolize(report, ...args);
		assert.deepEqual([status, stdout], [1, ""]);
		assert.match(stderr, reason);
	}
});
