import assert from "node:assert/strict";
import { generateKeyPairSync, sign as signMessage, webcrypto } from "node:crypto";
import { test } from "node:test";
import { describeKey, SigningError, sign } from "../../pkg/dist/index.mjs";
import { fc } from "./properties/check.mjs";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const encryption = { cipher: "aes-256-cbc", passphrase: "secret" };
const pem = (key, type, options) => key.export({ type, format: "pem", ...options });
const der = (type) => privateKey.export({ type, format: "der" });
const PKCS8 = pem(privateKey, "pkcs8");
const PKCS1 = pem(privateKey, "pkcs1");
const CERTIFICATE = PKCS8.replaceAll("PRIVATE KEY", "CERTIFICATE");
// The beginning of a PKCS#12 bundle: a sequence, and version 3.
const PKCS12 = Buffer.concat([
	Buffer.from("3082", "hex"),
	Buffer.from("0a0f020103308209", "hex"),
	Buffer.alloc(99, 7),
]);
const bare = (text) => text.replaceAll(/-----.*-----\n/g, "");

const FORMS = [
	[PKCS8, "pkcs8", undefined],
	[Buffer.from(PKCS8), "pkcs8", undefined],
	[PKCS8.replaceAll("\n", "\r\n"), "pkcs8", undefined],
	[PKCS1, "pkcs1", undefined],
	[pem(privateKey, "pkcs8", encryption), "encrypted_private_key", undefined],
	[pem(privateKey, "pkcs1", encryption), "encrypted_private_key", undefined],
	[pem(elliptic, "sec1"), "other_private_key", undefined],
	[pem(publicKey, "spki"), "public_key", undefined],
	[pem(publicKey, "pkcs1"), "public_key", undefined],
	[CERTIFICATE, "certificate", undefined],
	[`${CERTIFICATE}${PKCS8}`, "pkcs8", undefined],
	[PKCS12, "pkcs12", undefined],
	[PKCS12.toString("base64"), "pkcs12", "no_pem_lines"],
	[PKCS8.replaceAll("\n", "\\n"), "pkcs8", "escaped_line_breaks"],
	[`"${PKCS8.replaceAll("\n", "\\n")}"`, "pkcs8", "escaped_line_breaks"],
	[CERTIFICATE.replaceAll("\n", "\\n"), "certificate", "escaped_line_breaks"],
	[PKCS8.replaceAll("\n", ""), "pkcs8", "no_line_breaks"],
	[PKCS8.replaceAll("\n", " "), "pkcs8", "no_line_breaks"],
	[PKCS8.replaceAll("\n", "\n  "), "pkcs8", "indented"],
	[`\ufeff${PKCS8}`, "pkcs8", "byte_order_mark"],
	[Buffer.from(`\ufeff${PKCS8}`), "pkcs8", "byte_order_mark"],
	[Buffer.from(`\ufeff${PKCS8}`, "utf16le"), "pkcs8", "utf16"],
	[PKCS8.slice(0, 900), "pkcs8", "incomplete"],
	[bare(PKCS8), "pkcs8", "no_pem_lines"],
	[bare(PKCS1), "pkcs1", "no_pem_lines"],
	[der("pkcs8"), "pkcs8", "der"],
	[der("pkcs1"), "pkcs1", "der"],
	["", "unknown", undefined],
	["/etc/apiclient_key.pem", "unknown", undefined],
	["APIv3KEY".repeat(4), "unknown", undefined],
	[Buffer.alloc(9), "unknown", undefined],
];

test("a key file is described by its kind", () => {
	for (const [key, kind, flaw] of FORMS) {
		for (const locale of ["zh-CN", "en"]) {
			const { message, ...form } = describeKey(key, locale);
			assert.deepEqual(form, flaw === undefined ? { kind } : { kind, flaw }, String(key).slice(0, 50));
			assert.equal(/[一-鿿]/.test(message), locale === "zh-CN", message);
			assert.ok(!message.includes("\n") && !message.includes("undefined"), message);
		}
	}
	assert.match(describeKey("x").message, /这不是密钥/);
});

test("only unreadable files have a flaw, except for a byte order mark", () => {
	for (const [key, kind, flaw] of FORMS) {
		const reads = () => {
			try {
				return signMessage("sha256", Buffer.from("message"), key).length > 0;
			} catch {
				return false;
			}
		};
		const usable = ["pkcs8", "pkcs1", "other_private_key"].includes(kind);
		assert.equal(reads(), usable && (flaw === undefined || flaw === "byte_order_mark"), `${kind} ${flaw}`);
	}
});

test("the description contains nothing of the key", () => {
	for (const [key] of FORMS) {
		const text = Buffer.isBuffer(key) ? key.toString("base64") : key;
		const described = JSON.stringify([describeKey(key), describeKey(key, "en")]);
		for (const piece of bare(text).match(/[A-Za-z0-9+/]{12,}/g) ?? []) {
			assert.ok(!described.includes(piece.slice(0, 12)));
		}
	}
});

test("any text and any bytes are described, in linear time", () => {
	const lines = fc.constantFrom("-----BEGIN ", "PRIVATE KEY", "-----", "\n", "\\n", "-----END ", "MIIE", " ");
	const texts = fc.oneof(
		fc.string(),
		fc.array(lines).map((parts) => parts.join("")),
	);
	fc.assert(
		fc.property(fc.oneof(texts, fc.uint8Array()), (key) => {
			assert.ok(describeKey(key, "en").message.length > 0);
		}),
	);
	const start = performance.now();
	for (const long of ["-----BEGIN ", "-----BEGIN A", "\n ", "MII"]) {
		describeKey(long.repeat(1_000_000));
	}
	assert.ok(performance.now() - start < 1_000);
});

test("other values are TypeErrors that hold nothing of them", () => {
	for (const key of [undefined, null, 1, {}, privateKey]) {
		assert.throws(() => describeKey(key), TypeError);
	}
	assert.throws(() => describeKey(PKCS8, 7), TypeError);
});

test("describeKey helps a signer that cannot read its key", async () => {
	const options = { cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0", mchid: "1900007291", serialNo: "A".repeat(40) };
	const refused = async (signer) => {
		const signed = sign({ title: "卡" }, { ...options, signer, locale: "en" });
		const error = await signed.then(assert.fail, (thrown) => thrown);
		assert.ok(error instanceof SigningError);
		return error.message;
	};
	for (const key of [
		PKCS8.replaceAll("\n", "\\n"),
		CERTIFICATE,
		pem(privateKey, "pkcs8", encryption),
		PKCS12,
	]) {
		const message = await refused((bytes) => signMessage("sha256", bytes, key));
		assert.match(
			message,
			/^the signer failed: error:\w+:.*\. The private key cannot be read: .*describeKey\(key\)/,
		);
	}
	const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
	const imported = () => webcrypto.subtle.importKey("pkcs8", der("pkcs1"), algorithm, false, ["sign"]);
	assert.match(await refused(imported), /describeKey/);
	assert.doesNotMatch(await refused(() => Promise.reject(new Error("the vault is closed"))), /describeKey/);
});
