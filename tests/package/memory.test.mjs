/**
 * The memory of the WebAssembly module, which never shrinks, after payloads that are as large as the package reads and
 * hold as many values and mistakes as fit: it grows in proportion to the payload, and not again for the next one.
 */

import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { Worker } from "node:worker_threads";

/** The maximum length of a text. */
const MOST = 256 * 1024;
/**
 * The maximum bytes of memory for each byte of a payload. Two bytes, such as `0,`, are a value, which takes 48 bytes. A
 * form has two copies once it is edited, and four while a list changes.
 */
const PER_BYTE = { validator: 40, form: 100, list: 160 };

const filled = (start, item, end) => {
	const room = MOST - start.length - end.length;
	const items = Array.from({ length: room / (item(0).length + 1) }, (_, index) => item(index));
	return start + items.join(",") + end;
};
const nested = (item, list = "common_field_list") =>
	filled(`{"user_information_form":{"${list}":[`, item, "]}}");

const PAYLOADS = {
	"items of the wrong type": nested(() => "0"),
	"unknown choices": nested(() => '"a"'),
	"empty fields": nested(() => "{}", "custom_field_list"),
	"fields with mistakes": nested(() => '{"name":1,"type":2,"values":[3]}', "custom_field_list"),
	"items of an unknown key": filled('{"x":[', () => "0", "]}"),
	"unknown keys": filled("{", (index) => `"${String(index).padStart(5, "k")}":0`, "}"),
	"one key many times": filled("{", () => '"title":0', "}"),
	nulls: filled('{"x":{', (index) => `"${String(index).padStart(5, "k")}":null`, "}}"),
	"numbers that change": filled('{"x":[', () => "1e999", "]}"),
};
const PARTS = {
	validator: ["validateJson", "current", "prepare", "guard"],
	form: ["initial", "pasted"],
	list: ["list"],
};

for (const [kind, parts] of Object.entries(PARTS)) {
	for (const part of parts) {
		test(`${part} takes memory in proportion to a hostile payload, and reuses it`, async () => {
			for (const [name, json] of Object.entries(PAYLOADS)) {
				assert.ok(json.length <= MOST && json.length > MOST - 64, name);
				const worker = new Worker(new URL("memory/worker.mjs", import.meta.url), {
					workerData: { part, json },
				});
				const [grown] = await once(worker, "message");
				await worker.terminate();
				const perByte = Math.max(...grown) / json.length;
				assert.ok(perByte < PER_BYTE[kind], `${name}: ${perByte.toFixed()} bytes for each`);
				assert.equal(grown.at(-1), grown.at(-3), `${name}: ${grown.join(", ")}`);
			}
		});
	}
}
