/**
 * The examples in the comments of the package's sources, which the API reference shows. They run with all exports and with
 * the values below; `expression; // value` must come to that value.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as membercard from "../../pkg/dist/index.mjs";
import { fetchThrough, startGateway } from "../gateway/gateway.mjs";
import { parties } from "../gateway/party.mjs";

const AsyncFunction = (async () => {}).constructor;
const sources = join(import.meta.dirname, "../../pkg/src");
const { gateway: known, request, signer, verifier } = parties();
/** What clients of stores answer about a nonce that is new. */
const redis = { sendCommand: async ([command]) => (command === "SET" ? "OK" : 1) };
const pool = { query: async () => ({ rows: [{ remembered: true, is_fresh: true }] }) };
let gateway;
let scope;

before(async () => {
	const { cardId } = request;
	gateway = await startGateway({ ...known, cards: { [cardId]: { card_id: cardId, title: "会员" } } });
	const fetch = fetchThrough({ main: gateway.url, backup: gateway.url });
	const through = (call) => (request, options) => call(request, { fetch, ...options });
	const { send, fetchCard, updateCard } = membercard;
	const sending = { send: through(send), fetchCard: through(fetchCard), updateCard: through(updateCard) };
	const update = { title: "会员卡" };
	scope = { ...membercard, ...request, ...sending, update, signer, verifier, fetch, redis, pool, assert };
});
after(() => gateway.close());

/** The blocks of code in a source's comments. */
function examplesOf(file) {
	const source = readFileSync(join(sources, file), "utf8");
	return [...source.matchAll(/^\s*\* ```js\n(.*?)^\s*\* ```$/gms)].map(([, block]) =>
		block.replace(/^\s*\* ?/gm, ""),
	);
}

/** Asserts what the comments say: `expression; // value`. */
function asserting(code) {
	return code.replace(/^(?!const )(.*); \/\/ (.*)$/gm, "assert.deepEqual($1, $2);");
}

const files = readdirSync(sources, { recursive: true }).filter(
	(file) => file.endsWith(".ts") && !file.startsWith("generated"),
);
const examples = files.flatMap((file) => examplesOf(file).map((code, index) => ({ file, code, index })));

test("there are examples", () => assert.ok(examples.length >= 10, `only ${examples.length}`));

for (const { file, code, index } of examples) {
	test(`${file}, example ${index + 1}`, () =>
		new AsyncFunction(...Object.keys(scope), `"use strict"; { ${asserting(code)} }`)(
			...Object.values(scope),
		));
}
