/** The example of a signing server, run as it stands, between a client without the key and a gateway. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { prepare, SigningError } from "wechatpay-membercard";
import { remoteSigner, updateCard, webVerifier } from "./client.mjs";
import { fetchThrough, startGateway } from "./gateway.mjs";
import { parties } from "./party.mjs";

const TOKEN = "5F1B0C6C1B7A4A3F";
const { gateway: known, request, privateKeyPem, platformKeys } = parties();
const folder = mkdtempSync(join(import.meta.dirname, "keys-"));
const gateway = await startGateway(known);
const options = {
	request,
	verifier: await webVerifier(platformKeys),
	fetch: fetchThrough({ main: gateway.url, backup: gateway.url }),
	locale: "en",
};
let server;
let url;

before(async () => {
	const write = (name, text) => {
		const file = join(folder, name);
		writeFileSync(file, text, { mode: 0o600 });
		return file;
	};
	const env = {
		...process.env,
		MERCHANT_KEY_FILE: write("key.pem", privateKeyPem),
		TOKENS_FILE: write("tokens.json", JSON.stringify({ [TOKEN]: [request.cardId] })),
		PORT: "0",
	};
	const main = join(import.meta.dirname, "main.mjs");
	server = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "inherit"] });
	const [line] = await once(server.stdout, "data");
	url = String(line).trim();
});

after(async () => {
	server.kill();
	const [code, signal] = await once(server, "exit");
	assert.deepEqual({ code, signal }, { code: 0, signal: null }, "it ends by itself");
	rmSync(folder, { recursive: true });
	await gateway.close();
});

const signer = (token = TOKEN) => remoteSigner(url, token);
const refused = (promise, pattern) =>
	assert.rejects(promise, (error) => error instanceof SigningError && pattern.test(error.message));

test("an update is signed there, and sent from here", async () => {
	await updateCard({ title: "会员卡" }, { ...options, signer: signer() });
	assert.deepEqual(gateway.updates, ['{"title":"会员卡"}']);
});

test("other cards, strangers and refunds are refused", async () => {
	const other = { ...request, cardId: "pe5BX0v8ZoqSUaMFHOv3oQP9rAYx" };
	await refused(
		updateCard({}, { ...options, request: other, signer: signer() }),
		/pe5BX0v8ZoqSUaMFHOv3oQP9rAYx/,
	);
	await refused(updateCard({}, { ...options, signer: signer("a guess") }), /log in first/);

	const [, , ...rest] = prepare({}, request).message.split("\n");
	const refund = ["POST", "/v3/refund/domestic/refunds", ...rest].join("\n");
	await assert.rejects(signer()(refund), /PATCH/);
	assert.equal(gateway.updates.length, 1);
});

test("a message is signed once", async () => {
	const { message } = prepare({ title: "a" }, request);
	assert.match(await signer()(message), /^[A-Za-z0-9+/]{342}==$/);
	await assert.rejects(signer()(message), /随机串/);
});

test("a body of any type is read as the bytes that it is", async () => {
	const { message } = prepare({ title: "a" }, request);
	const post = async (type, body) => {
		const headers = { Authorization: `Bearer ${TOKEN}`, "Content-Type": type };
		return (await fetch(url, { method: "POST", headers, body })).status;
	};
	for (const type of ["application/json", "multipart/form-data", "text/plain; charset=utf-16", ";;"]) {
		assert.equal(await post(type, "{}"), 403, type);
	}
	assert.equal(await post("application/json", message), 200);
});

test("requests that are too large are refused", async () => {
	await assert.rejects(signer()("x".repeat(1_000_000)), /too large/);
	const answer = await fetch(url.replace("/sign", "/"));
	assert.equal(answer.status, 404);
});
