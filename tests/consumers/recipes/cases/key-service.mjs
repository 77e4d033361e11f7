import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createPublicKey, privateEncrypt, verify, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { SigningError } from "wechatpay-membercard";
import { unpack } from "../recipe.mjs";

const folder = unpack("key-service");
const inFolder = (name) => join(folder, name);
const request = { cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0", mchid: "1900007291" };
/** What stands before a digest of SHA-256 in a signature of PKCS #1 v1.5: its DigestInfo. */
const SHA256 = Buffer.from("3031300d060960864801650304020105000420", "hex");
let merchant;
let other;

/** A key and its certificate, as files and as texts. */
function identity(name, serial) {
	const key = inFolder(`${name}.key`);
	const certificate = inFolder(`${name}.crt`);
	const subject = ["-subj", `/CN=${name}`, "-set_serial", `0x${serial}`, "-days", "2"];
	const args = [
		"req",
		"-x509",
		"-newkey",
		"rsa:2048",
		"-nodes",
		"-keyout",
		key,
		"-out",
		certificate,
		...subject,
	];
	execFileSync("openssl", args, { stdio: "pipe" });
	return { key, keyPem: readFileSync(key), certificatePem: readFileSync(certificate, "utf8") };
}

before(() => {
	merchant = identity("merchant", "5157F09EFDC096DE15EBE81A47057A7232F1B8E1");
	other = identity("other", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB");
});

/** Signs an update and checks the signature with the merchant's certificate. */
async function signs(signer) {
	const { signUpdate } = await import(inFolder("update.js"));
	let message;
	const listening = (bytes, prepared) => {
		message = bytes;
		return signer(bytes, prepared);
	};
	const options = { ...request, signer: listening };
	const { headers } = await signUpdate({ title: "会员卡" }, merchant.certificatePem, options);
	const [, serialNo] = /serial_no="(\w+)"/.exec(headers.Authorization);
	const [, signature] = /signature="([^"]+)"/.exec(headers.Authorization);
	assert.equal(serialNo, "5157F09EFDC096DE15EBE81A47057A7232F1B8E1");
	const { publicKey } = new X509Certificate(merchant.certificatePem);
	assert.ok(
		verify(
			"sha256",
			message,
			createPublicKey(publicKey.export({ type: "spki", format: "pem" })),
			Buffer.from(signature, "base64"),
		),
	);
}

test("a key service signs a digest", async () => {
	const { kmsSigner } = await import(inFolder("kms-signer.js"));
	const asked = [];
	const client = {
		async sign({ Message, ...rest }, { abortSignal }) {
			asked.push({ ...rest, length: Message.length, aborted: abortSignal.aborted });
			return { Signature: privateEncrypt(merchant.keyPem, Buffer.concat([SHA256, Message])) };
		},
	};
	await signs(kmsSigner(client, "alias/merchant"));
	const algorithm = { MessageType: "DIGEST", SigningAlgorithm: "RSASSA_PKCS1_V1_5_SHA_256" };
	assert.deepEqual(asked, [{ KeyId: "alias/merchant", ...algorithm, length: 32, aborted: false }]);
});

test("openssl signs", async () => {
	const { opensslSigner } = await import(inFolder("openssl-signer.js"));
	await signs(opensslSigner(merchant.key));
});

test("failures are reported, and never return a signature", async (t) => {
	const logged = t.mock.method(console, "error", () => {});
	const { opensslSigner } = await import(inFolder("openssl-signer.js"));
	const { kmsSigner } = await import(inFolder("kms-signer.js"));
	const fails = (signer, pattern) =>
		assert.rejects(signs(signer), (error) => error instanceof SigningError && pattern.test(error.message));
	await fails(opensslSigner(inFolder("nowhere.key")), /nowhere\.key/);
	await fails(opensslSigner(other.key), /another key signed/);
	await fails(opensslSigner(merchant.key, 1), /did not end within 1 ms/);
	const slow = {
		sign: (_, { abortSignal }) =>
			new Promise((_, reject) => abortSignal.addEventListener("abort", () => reject(abortSignal.reason))),
	};
	const alive = setInterval(() => {}, 1000); // A timeout alone keeps no process alive.
	await fails(kmsSigner(slow, "alias/merchant", 20), /timeout/);
	clearInterval(alive);
	assert.equal(logged.mock.callCount(), 4);
});
