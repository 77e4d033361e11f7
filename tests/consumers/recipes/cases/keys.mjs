import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { generateKeyPairSync, verify, webcrypto } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unpack } from "../recipe.mjs";

const folder = unpack("keys");
const files = mkdtempSync(join(folder, "files-"));
const file = (name) => join(files, name);
const read = (name) => readFileSync(file(name), "utf8");
const serial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
const keyId = "PUB_KEY_ID_0119000072912024111200389300001234";
const merchant = generateKeyPairSync("rsa", { modulusLength: 2048 });
const wechatpay = generateKeyPairSync("rsa", { modulusLength: 2048 });

writeFileSync(file("apiclient_key.pem"), merchant.privateKey.export({ type: "pkcs8", format: "pem" }));
writeFileSync(file("pub_key.pem"), wechatpay.publicKey.export({ type: "spki", format: "pem" }));
const subject = ["-subj", "/CN=1900007291", "-days", "2", "-set_serial", `0x${serial}`];
const pair = ["-key", file("apiclient_key.pem"), "-out", file("apiclient_cert.pem")];
execFileSync("openssl", ["req", "-x509", "-new", ...pair, ...subject], { stdio: "pipe" });
const message = Buffer.from("PATCH\n");

async function check({ signer, verifier, serialNo, wechatpaySerial }) {
	assert.deepEqual([serialNo, wechatpaySerial], [serial, keyId]);
	const signature = await signer(message);
	assert.ok(verify("sha256", message, merchant.publicKey, signature));
	const answer = { serial: keyId, signatureType: "WECHATPAY2-SHA256-RSA2048" };
	assert.equal(await verifier(message, signature, answer), false);
	assert.equal(await verifier(message, signature, { ...answer, serial }), "unknown_key");
}

test("keys in files", async () => {
	const { keysIn } = await import(`${folder}/keys.js`);
	await check(keysIn(files, keyId));
});

test("an update with them", async (t) => {
	const sent = [];
	t.mock.method(globalThis, "fetch", async (_, { headers }) => {
		sent.push(headers);
		return new Response(null, { status: 401 });
	});
	const { update } = await import(`${folder}/update.js`);
	await assert.rejects(update(files, "pCard", { title: "会员卡" }), { name: "SendError" });
	assert.match(sent[0].Authorization, new RegExp(`serial_no="${serial}"`));
	assert.equal(sent[0]["Wechatpay-Serial"], keyId);
});

test("keys with WebCrypto", async () => {
	globalThis.crypto ??= webcrypto;
	const { keysOf } = await import(`${folder}/worker-keys.js`);
	const escaped = read("apiclient_key.pem").replaceAll("\n", "\\n");
	await check(
		await keysOf({
			MERCHANT_KEY: escaped,
			MERCHANT_CERTIFICATE: read("apiclient_cert.pem"),
			WECHATPAY_KEY_ID: keyId,
			WECHATPAY_KEY: read("pub_key.pem"),
		}),
	);
});
