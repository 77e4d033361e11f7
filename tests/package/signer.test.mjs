import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { SigningError, sign } from "../../pkg/dist/index.mjs";

const OPTIONS = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
	mchid: "1900007291",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
};
/** As long as a signature, and no text. */
const SIGNATURE = Buffer.alloc(256, 0xfe);
/** Signs an update. */
const signing = (signer, locale) => sign({ title: "会员卡" }, { ...OPTIONS, signer, locale });

test("the signer gets the message's UTF-8 bytes and the request", async () => {
	let given;
	await signing((...args) => {
		given = args;
		return SIGNATURE;
	});
	const [message, request] = given;
	assert.ok(message instanceof Uint8Array);
	assert.equal(Buffer.from(message).toString("utf8"), request.message);
	assert.match(request.message, /^PATCH\n.*\{"title":"会员卡"\}\n$/s);
	assert.equal(given.length, 2);
});

test("a signature is text or bytes, at once or later", async () => {
	const base64 = SIGNATURE.toString("base64");
	const foreign = runInNewContext("Uint8Array.from(bytes)", { bytes: [...SIGNATURE] });
	for (const signature of [base64, new Uint8Array(SIGNATURE), SIGNATURE, foreign]) {
		for (const signer of [
			() => signature,
			async () => signature,
			// biome-ignore lint/suspicious/noThenProperty: any thenable counts as a promise.
			() => ({ then: (resolve) => resolve(signature) }),
		]) {
			const { headers } = await signing(signer);
			assert.ok(headers.Authorization.includes(`signature="${base64}"`));
		}
	}
});

test("a signer that fails is the cause of the error", async () => {
	const cause = new Error("the vault is closed");
	for (const signer of [
		() => {
			throw cause;
		},
		async () => {
			throw cause;
		},
		() => Promise.reject(cause),
	]) {
		await assert.rejects(signing(signer), (error) => {
			assert.ok(error instanceof SigningError && error instanceof Error);
			assert.equal(error.name, "SigningError");
			assert.equal(error.cause, cause);
			assert.match(error.message, /the vault is closed/);
			return true;
		});
	}
});

test("anything thrown by a signer becomes a SigningError", async () => {
	const hostile = {
		toString() {
			throw new Error("hostile");
		},
	};
	for (const cause of [undefined, null, "text", 1n, Symbol("s"), hostile, Object.create(null)]) {
		await assert.rejects(
			signing(() => Promise.reject(cause)),
			(error) => error instanceof SigningError && error.cause === cause,
		);
	}
});

test("the message of an error of another realm is kept", async () => {
	const far = runInNewContext('new Error("no such key")');
	await assert.rejects(
		signing(() => Promise.reject(far), "en"),
		{ message: "the signer failed: no such key" },
	);
});

test("failures of a signer are reported in the requested language, in one line", async () => {
	const throwing = () => Promise.reject(new Error("the vault\nis closed"));
	for (const [signer, locale, message] of [
		[throwing, "en", "the signer failed: the vault\\nis closed"],
		[throwing, undefined, "签名程序出错：the vault\\nis closed"],
		[() => "c2ln", "en", /^an RSA signature has 256 bytes, this one has 3/],
		[() => "c2ln", "zh-CN", /^RSA 签名应为 256 字节，当前为 3 字节/],
		[() => 7, "zh-CN", "签名应为 Base64 字符串、Uint8Array 或 ArrayBuffer，实际类型为 number"],
	]) {
		await assert.rejects(signing(signer, locale), { name: "SigningError", message });
	}
});

test("an answer that is no signature is refused", async () => {
	const hostile = new Proxy(
		{},
		{
			get(_, name) {
				if (name === "then") {
					return undefined;
				}
				throw new Error("hostile");
			},
			getPrototypeOf() {
				throw new Error("hostile");
			},
		},
	);
	for (const [answer, type] of [
		[undefined, "undefined: is the signer's return missing?"],
		[null, "null"],
		[1, "number"],
		[1n, "bigint"],
		[{}, "Object"],
		[{ body: { signature: "c2ln" }, signature: "c2ln" }, "Object: pass its signature"],
		[[], "Array"],
		[["c2ln"], "Array"],
		[new Uint16Array(4), "Uint16Array"],
		[() => "c2ln", "function"],
		[Object.create(null), "Object"],
		[hostile, "Object"],
	]) {
		await assert.rejects(
			signing(() => answer, "en"),
			{
				name: "SigningError",
				code: "no_signature",
				message: `the signature must be a base64 string, a Uint8Array or an ArrayBuffer, not of type ${type}`,
			},
		);
	}
});
