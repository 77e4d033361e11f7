/** Every record crosses the bridge unchanged, with random values. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Reader } from "../../../pkg/build/bridge/reader.js";
import { StringTable } from "../../../pkg/build/bridge/string-table.js";
import { encode } from "../../../pkg/build/bridge/writer.js";

/** The readers and writers, by name. */
const records = new Map(Object.entries(await import("../../../pkg/build/generated/records.js")));
const root = fileURLToPath(new URL("../../..", import.meta.url));
const SEED = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 32));
/** The number of values for each record. */
const COUNT = 200;

/** Runs the generator of the bridge's TypeScript. */
function askBridge(args, input) {
	const cargo = ["run", "-q", "-p", "wechatpay-membercard-wasm", "--example", "bridge"];
	const output = execFileSync(
		process.env.CARGO ?? "cargo",
		[...cargo, "--features", "card-member,typescript", "--", ...args],
		{ cwd: root, input, maxBuffer: 256 << 20 },
	);
	const lines = output.toString().trimEnd().split("\n");
	return lines.map((line) => JSON.parse(line));
}

const [{ strings }, ...samples] = askBridge(["samples", SEED, String(COUNT)]);
const table = new StringTable(strings);

/** A value as JSON: without `undefined` members, and with bytes as `{ bytes }`. */
const plain = (value) =>
	JSON.parse(
		JSON.stringify(value, (_, value) => (value instanceof Uint8Array ? { bytes: Array.from(value) } : value)),
	);

/** The value from JSON. */
const revived = (value) =>
	JSON.parse(JSON.stringify(value), (_, value) =>
		Array.isArray(value?.bytes) ? Uint8Array.from(value.bytes) : value,
	);

test("every reader reads what the module writes, and all of it", () => {
	const written = samples.filter(({ way }) => way === "out");
	const read = new Set();
	for (const { name, numbers, text, value } of written) {
		const reader = new Reader(text, Uint32Array.of(7, ...numbers), 1, table);
		assert.deepEqual(plain(records.get(`read${name}`)(reader)), value, `${name}, with SEED=${SEED}`);
		assert.deepEqual([reader.at, reader.textAt], [numbers.length + 1, text.length], name);
		read.add(name);
	}
	assert.ok(read.size >= 10 && written.length === COUNT * read.size);
});

test("the module reads what every writer writes, and all of it", () => {
	const given = samples.filter(({ way }) => way === "in");
	const write = (name) => (name === "Path" ? (to, value) => to.path(value) : records.get(`write${name}`));
	const lines = given.map(({ name, value }) => {
		const bytes = encode((to) => write(name)(to, revived(value)));
		return `${JSON.stringify({ name, bytes: [...bytes] })}\n`;
	});
	const read = askBridge(["read"], lines.join(""));
	assert.equal(read.length, given.length);
	for (const [index, { name, value }] of given.entries()) {
		assert.deepEqual(read[index], { value, left: 0 }, `${name}, with SEED=${SEED}`);
	}
	assert.ok(new Set(given.map(({ name }) => name)).size >= 5);
});

test("both sides describe the protocol in the same words", () => {
	const words = (file, comment) => {
		const lines = readFileSync(new URL(file, new URL("../../../pkg/", import.meta.url)), "utf8").split("\n");
		const page = lines.slice(lines.findIndex((line) => line.includes("**The head**")));
		return page
			.slice(
				0,
				page.findIndex((line) => !line.startsWith(comment)),
			)
			.map((line) => line.slice(comment.length));
	};
	const rust = words("wasm/src/bridge/mod.rs", "//!");
	const typescript = words("src/bridge/protocol.ts", " *");
	assert.ok(rust.length > 30);
	assert.deepEqual(typescript.slice(0, rust.length), rust);
});
