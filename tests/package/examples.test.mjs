/**
 * Runs the examples in the comments of the sources, which the API reference shows, with all exports and the values
 * below. `expression; // value` must have that value.
 */

import assert from "node:assert/strict";
import { createPublicKey } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as cardMember from "../../pkg/dist/card-member/index.mjs";
import * as membercard from "../../pkg/dist/index.mjs";
import * as nodeKeys from "../../pkg/dist/keys/node.mjs";
import * as webKeys from "../../pkg/dist/keys/webcrypto.mjs";
import { fetchThrough, startGateway } from "../gateway/gateway.mjs";
import { parties } from "../gateway/party.mjs";
import { certificateOf } from "./certified.mjs";

const AsyncFunction = (async () => {}).constructor;
const sources = join(import.meta.dirname, "../../pkg/src");
const { gateway: known, request, privateKeyPem, platformKeys, signer, verifier } = parties();
/** Clients of stores that report every nonce as new. */
const redis = { sendCommand: async ([command]) => (command === "SET" ? "OK" : 1) };
const pool = { query: async () => ({ rows: [{ remembered: true, is_fresh: true }] }) };
let gateway;
let scope;
/** Further values for the examples of keys. */
let scopeOfKeys;

before(async () => {
	const { cardId } = request;
	gateway = await startGateway({ ...known, cards: { [cardId]: { card_id: cardId, title: "会员" } } });
	const fetch = fetchThrough({ main: gateway.url, backup: gateway.url });
	const through = (call) => (request, options) => call(request, { fetch, ...options });
	const { send, fetchCard, updateCard } = membercard;
	const sending = { send: through(send), fetchCard: through(fetchCard), updateCard: through(updateCard) };
	const update = { title: "会员卡" };
	scope = { ...membercard, ...request, update, signer, verifier, fetch, ...sending, redis, pool, assert };
	const env = {
		MERCHANT_KEY: privateKeyPem,
		MERCHANT_CERTIFICATE: certificateOf(privateKeyPem, request.serialNo),
		WECHATPAY_KEY_ID: Object.keys(platformKeys)[0],
		WECHATPAY_KEY: pemOf(Object.values(platformKeys)[0]),
	};
	const files = { "apiclient_cert.pem": env.MERCHANT_CERTIFICATE, "pub_key.pem": env.WECHATPAY_KEY };
	const { serialNo, signer: _, ...rest } = scope;
	const merchant = { signer, serialNo };
	scopeOfKeys = {
		...rest,
		payload: update,
		merchant,
		env,
		process: { env },
		readFileSync: (name) => files[name],
	};
});
after(() => gateway.close());

/** The code blocks in a source's comments. */
function examplesOf(file) {
	const source = readFileSync(join(sources, file), "utf8");
	return [...source.matchAll(/^\s*\* ```js\n(.*?)^\s*\* ```$/gms)].map(([, block]) =>
		block.replace(/^\s*\* ?/gm, ""),
	);
}

/** Turns `expression; // value` into assertions. */
function asserting(code) {
	return code.replace(/^(?!const )(.*); \/\/ (.*)$/gm, "assert.deepEqual($1, $2);");
}

/** The exports for the examples of a file: the entries for keys and card-member have their own. */
function scopeOf(file) {
	const keys = { "keys/node.ts": nodeKeys, "keys/webcrypto.ts": webKeys }[file];
	const others = file.startsWith("migrate/") ? { ...scope, ...cardMember } : scope;
	return keys === undefined ? others : { ...scopeOfKeys, ...keys };
}

function run(code, scope) {
	return new AsyncFunction(...Object.keys(scope), `"use strict"; { ${code} }`)(...Object.values(scope));
}

function pemOf(spki) {
	return createPublicKey({ key: spki, format: "der", type: "spki" }).export({ type: "spki", format: "pem" });
}

const files = readdirSync(sources, { recursive: true }).filter(
	(file) => file.endsWith(".ts") && !file.startsWith("generated"),
);
const examples = files.flatMap((file) => examplesOf(file).map((code, index) => ({ file, code, index })));

test("there are examples", () => assert.ok(examples.length >= 10, `only ${examples.length}`));

for (const { file, code, index } of examples) {
	test(`${file}, example ${index + 1}`, () => run(asserting(code), scopeOf(file)));
}
