// Seeds for the fuzzer, made of the cases that the tests have anyway, and its dictionary: the words of the API.
// node seeds.mjs FOLDER writes FOLDER/<target>/<name> and FOLDER/words.dict.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expand } from "../data/cases/expand.mjs";

const CARD = 0x20;
const data = new URL("../data/", import.meta.url);
const folder = process.argv[2];

const read = (file) => JSON.parse(readFileSync(new URL(file, data), "utf8"));

function write(target, index, ...parts) {
	mkdirSync(`${folder}/${target}`, { recursive: true });
	writeFileSync(`${folder}/${target}/seed-${index}`, Buffer.concat(parts.map((part) => Buffer.from(part))));
}

function input({ payload, json, hex }) {
	if (hex !== undefined) return Buffer.from(expand(hex), "hex");
	return Buffer.from(json === undefined ? JSON.stringify(expand(payload)) : expand(json));
}

function state({ current, currentJson }) {
	if (currentJson !== undefined) return expand(currentJson);
	return current === undefined ? undefined : JSON.stringify(expand(current));
}

const files = readdirSync(new URL("cases/", data)).filter((name) => name.endsWith(".json"));
const cases = files.flatMap((name) => read(`cases/${name}`));
const words = new Set();

for (const [index, one] of cases.entries()) {
	const text = input(one);
	if (text.length > 4096) continue;
	const card = state(one.options ?? {});
	write("json", index, ...(card === undefined ? [[0], text] : [[CARD], card, [0], text]));
	if (one.valid) {
		const head = "PATCH\n/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0\n1554208460\n";
		write("message", index, [0], head, "593BEC0C930BF1AFEB40B4A08C8FB242\n", text, "\n");
	}
	for (const [word] of text.toString().matchAll(/"[A-Za-z_]{3,40}"/g)) words.add(word);
}

for (const [index, { status, code, description }] of read("errors.json").entries()) {
	const body = { code, message: description, detail: { field: "/title", value: "", issue: description } };
	write("response", index, [status >> 8, status & 0xff], JSON.stringify(body), [0, 1]);
}

const quoted = [...words].map((word) => JSON.stringify(word));
writeFileSync(`${folder}/words.dict`, `${quoted.join("\n")}\n`);
