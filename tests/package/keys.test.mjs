/** The entries for keys: all formats of key files, and errors for wrong files. */

import assert from "node:assert/strict";
import { createPrivateKey, generateKeyPairSync, sign as signMessage, verify, webcrypto } from "node:crypto";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { SigningError, sign } from "../../pkg/dist/index.mjs";
import * as node from "../../pkg/dist/keys/node.mjs";
import * as web from "../../pkg/dist/keys/webcrypto.mjs";
import { certified } from "./certified.mjs";

// The highest bit is set, so DER has a leading zero.
const merchant = certified("F157F09EFDC096DE15EBE81A47057A7232F1B8E1");
const other = certified("0157F09EFDC096DE15EBE81A47057A7232F1B8E1");
const pkcs1 = merchant.privateKey.export({ type: "pkcs1", format: "pem" });
const encrypted = (type, passphrase) =>
	merchant.privateKey.export({ type, format: "pem", cipher: "aes-256-cbc", passphrase });
const lines = (pem) => pem.replaceAll(/-----.*-----\n/g, "");
const SPKI = merchant.publicKey.export({ type: "spki", format: "pem" });
const MESSAGE = new TextEncoder().encode("PATCH\n/v3\n");

/** All formats of one PEM. */
const formsOf = (pem) => ({
	"as it is": pem,
	bytes: Buffer.from(pem),
	"a byte order mark": `\ufeff${pem}`,
	"bytes with a byte order mark": Buffer.from(`\ufeff${pem}`),
	"UTF-16": Buffer.from(`\ufeff${pem}`, "utf16le"),
	CRLF: pem.replaceAll("\n", "\r\n"),
	"escaped line breaks": pem.replaceAll("\n", "\\n"),
	"escaped CRLF": pem.replaceAll("\n", "\\r\\n"),
	"quotes of .env": `"${pem.replaceAll("\n", "\\n")}"`,
	"single quotes": `'${pem}'`,
	"no line breaks": pem.replaceAll("\n", ""),
	"blanks for line breaks": pem.replaceAll("\n", " "),
	indented: pem.replaceAll(/^/gm, "    "),
	"blank lines around it": `\n\n${pem}\n\n`,
	"base64 of the PEM": Buffer.from(pem).toString("base64"),
	"text before it": `Bag Attributes\n    friendlyName: Tenpay\n${pem}`,
});
const KEYS = {
	"PKCS#8": { ...formsOf(merchant.pem), "base64 alone": lines(merchant.pem), DER: derOf("pkcs8") },
	"PKCS#1": { ...formsOf(pkcs1), "base64 alone": lines(pkcs1), DER: derOf("pkcs1") },
};
function derOf(type) {
	return merchant.privateKey.export({ type, format: "der" });
}

const elliptic = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const short = generateKeyPairSync("rsa", { modulusLength: 1024 });
const pkcs8 = ({ privateKey }) => privateKey.export({ type: "pkcs8", format: "pem" });

for (const [name, { merchantKey, wechatpayKeys, certificateSerialNo }] of Object.entries({ node, web })) {
	describe(name, () => {
		/** The error that a function throws or rejects with. */
		const errorOf = async (run) => {
			try {
				await run();
			} catch (error) {
				return error;
			}
			return assert.fail("nothing was thrown");
		};

		for (const [kind, forms] of Object.entries(KEYS)) {
			for (const [form, key] of Object.entries(forms)) {
				test(`a private key in ${kind}: ${form}`, async () => {
					const { signer, ...rest } = await merchantKey({ key });
					assert.deepEqual(rest, {});
					assert.ok(verify("sha256", MESSAGE, merchant.publicKey, await signer(MESSAGE)));
				});
			}
		}

		test("a certificate in any form gives its serial number, and is checked against the key", async () => {
			for (const [form, certificate] of Object.entries(formsOf(merchant.certificate))) {
				assert.equal(certificateSerialNo(certificate), merchant.serial, form);
				const { serialNo } = await merchantKey({ key: merchant.pem, certificate });
				assert.equal(serialNo, merchant.serial, form);
			}
			const both = `${merchant.certificate}${merchant.pem}`;
			assert.equal((await merchantKey({ key: both, certificate: both })).serialNo, merchant.serial);
			assert.equal(certificateSerialNo(other.certificate), other.serial);
		});

		test("a certificate of another key is refused", async () => {
			const run = (locale) => () =>
				merchantKey({ key: merchant.pem, certificate: other.certificate, locale });
			const { name, code, message } = await errorOf(run("en"));
			assert.deepEqual([name, code], ["KeyError", "keys_differ"]);
			assert.match(message, new RegExp(`do not belong together.*${other.serial}`));
			assert.match((await errorOf(run())).message, /不匹配/);
		});

		test("a wrong file instead of a private key is described", async () => {
			const wrong = [
				[SPKI, "no_private_key", /public key/, /公钥/],
				[merchant.certificate, "no_private_key", /certificate/, /证书/],
				[`"${SPKI.replaceAll("\n", "\\n")}"`, "no_private_key", /public key/, /公钥/],
				[encrypted("pkcs8", "secret"), "encrypted", /encrypted/, /加密/],
				[encrypted("pkcs1", "secret"), "encrypted", /encrypted/, /加密/],
				[pkcs8(elliptic), "not_rsa", name === "node" ? /EC, prime256v1/ : /no RSA key/, /RSA/],
				[pkcs8(short), "too_short", /1024 bits/, /1024 位/],
				[merchant.pem.replace(/(?<=(\n.{64}){9}\n).{64}\n/, ""), "damaged", /damaged/, /损坏/],
				[merchant.pem.slice(0, 600), "no_private_key", /-----END line is missing/, /不完整/],
				["/etc/apiclient_key.pem", "no_private_key", /it is no key/, /不是密钥/],
			];
			for (const [key, code, english, chinese] of wrong) {
				const error = await errorOf(() => merchantKey({ key, locale: "en" }));
				assert.equal(error.code, code, String(key).slice(0, 40));
				assert.match(error.message, english);
				assert.match((await errorOf(() => merchantKey({ key }))).message, chinese);
			}
		});

		test("missing or misspelt options are TypeErrors that show no key", async () => {
			for (const options of [
				{},
				{ key: undefined },
				{ key: "" },
				{ key: 7 },
				{ key: merchant.pem, certificate: undefined },
				merchant.pem,
				undefined,
			]) {
				const error = await errorOf(() => merchantKey(options));
				assert.ok(error instanceof TypeError);
				assert.doesNotMatch(error.message, /BEGIN/);
			}
			const { message } = await errorOf(() => merchantKey({ key: merchant.pem, certificat: "" }));
			assert.match(message, /options\.certificat .*did you mean certificate\?/);
		});

		test("a wrong file instead of a certificate is described", async () => {
			for (const [given, english] of [
				[merchant.pem, /but PRIVATE KEY.*apiclient_cert\.pem/],
				["-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", /no certificate/],
				["5157F09EFDC096DE15EBE81A47057A7232F1B8E1", /no certificate/],
			]) {
				const error = await errorOf(() => certificateSerialNo(given, { locale: "en" }));
				assert.equal(error.code, "no_certificate");
				assert.match(error.message, english);
			}
		});

		test("answers are verified with the key that they name", async () => {
			const id = "PUB_KEY_ID_0119000072912024111200389300001234";
			const keys = await wechatpayKeys({ [id]: SPKI, [other.serial]: other.certificate });
			assert.equal(keys.wechatpaySerial, id);
			const signed = ({ privateKey }) => signMessage("sha256", MESSAGE, privateKey);
			const verdictOf = (serial, key, signatureType = "WECHATPAY2-SHA256-RSA2048") =>
				keys.verifier(MESSAGE, signed(key), { serial, signatureType });
			assert.equal(await verdictOf(id, merchant), true);
			assert.equal(await verdictOf(id, other), false);
			assert.equal(await verdictOf(other.serial.toLowerCase(), other), true);
			assert.equal(await verdictOf("PUB_KEY_ID_01", merchant), "unknown_key");
			const error = await errorOf(() => verdictOf(id, merchant, "WECHATPAY2-SM2-WITH-SM3"));
			assert.equal(error.code, "other_signature");
		});

		test("files that are no keys of WeChat Pay are refused", async () => {
			const wrong = [
				[{ PUB_KEY_ID_01: merchant.pem }, "no_public_key", /PUB_KEY_ID_01 .*but PRIVATE KEY/],
				[{ PUB_KEY_ID_01: "x" }, "no_public_key", /pub_key\.pem/],
				[{ PUB_KEY_ID_01: other.certificate }, "serial_differs", new RegExp(other.serial)],
			];
			for (const [files, code, english] of wrong) {
				const error = await errorOf(() => wechatpayKeys(files, { locale: "en" }));
				assert.equal(error.code, code);
				assert.match(error.message, english);
			}
			for (const files of [{}, undefined, { PUB_KEY_ID_01: undefined }]) {
				assert.ok((await errorOf(() => wechatpayKeys(files))) instanceof TypeError);
			}
		});

		test("a whole request is signed with it", async () => {
			const keys = await merchantKey({ key: merchant.pem, certificate: merchant.certificate });
			const request = await sign({ title: "会员卡" }, { cardId: "pCard", mchid: "1900007291", ...keys });
			assert.match(request.headers.Authorization, new RegExp(`serial_no="${merchant.serial}"`));
		});

		test("the same from CommonJS", () => {
			const required = createRequire(import.meta.url)(
				`../../pkg/dist/keys/${name === "web" ? "webcrypto" : name}.cjs`,
			);
			assert.equal(required.certificateSerialNo(merchant.certificate), merchant.serial);
		});
	});
}

test("Node.js opens encrypted keys", () => {
	for (const type of ["pkcs8", "pkcs1"]) {
		const key = encrypted(type, "secret");
		assert.ok(node.merchantKey({ key, passphrase: "secret" }).signer);
		assert.throws(
			() => node.merchantKey({ key, passphrase: "wrong", locale: "en" }),
			/passphrase .*is wrong/,
		);
	}
});

test("WebCrypto accepts CryptoKeys", async () => {
	const { subtle } = webcrypto;
	const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
	const key = await subtle.importKey("pkcs8", derOf("pkcs8"), algorithm, false, ["sign"]);
	const { serialNo } = await web.merchantKey({ key, certificate: merchant.certificate });
	assert.equal(serialNo, merchant.serial);
	const pair = await subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
	await assert.rejects(web.merchantKey({ key: pair.privateKey, locale: "en" }), /ECDSA, P-256/);
});

test("a failing signer is a SigningError with the reason", async () => {
	const signer = () => node.merchantKey({ key: SPKI }).signer;
	const options = { cardId: "pCard", mchid: "1900007291", serialNo: "F157" };
	await assert.rejects(sign({ title: "卡" }, { ...options, signer }), (error) => {
		return (
			error instanceof SigningError && /公钥/.test(error.message) && error.cause.code === "no_private_key"
		);
	});
});

test("keys are read in linear time, and never thrown about", async () => {
	assert.ok(createPrivateKey(merchant.pem));
	for (const text of ["-----BEGIN A-----".repeat(4_000), "\\n".repeat(30_000), "-----BEGIN ".repeat(6_000)]) {
		const started = performance.now();
		assert.throws(() => node.merchantKey({ key: text }), { name: "KeyError" });
		await assert.rejects(web.merchantKey({ key: text }), { name: "KeyError" });
		assert.ok(performance.now() - started < 2_000);
	}
});
