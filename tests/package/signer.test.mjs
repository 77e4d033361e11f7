import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { askSigner } from "../../pkg/build/request/signer.js";
import { SigningError } from "../../pkg/build/request/signing-error.js";

const request = { message: "PATCH\n/v3/卡\n" };

test("the signer gets the message's UTF-8 bytes and the request", async () => {
	let given;
	const signature = await askSigner((...args) => {
		given = args;
		return "c2ln";
	}, request);
	assert.equal(signature, "c2ln");
	assert.ok(given[0] instanceof Uint8Array);
	assert.equal(Buffer.from(given[0]).toString("utf8"), request.message);
	assert.equal(given[1], request);
	assert.equal(given.length, 2);
});

test("a signature is text or bytes, at once or later", async () => {
	const foreign = runInNewContext("new Uint8Array([1, 2])");
	for (const signature of ["c2ln", new Uint8Array([1]), Buffer.from([1]), foreign]) {
		assert.equal(await askSigner(() => signature, request), signature);
		assert.equal(await askSigner(async () => signature, request), signature);
		// biome-ignore lint/suspicious/noThenProperty: any thenable counts as a promise.
		assert.equal(await askSigner(() => ({ then: (resolve) => resolve(signature) }), request), signature);
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
		await assert.rejects(askSigner(signer, request), (error) => {
			assert.ok(error instanceof SigningError && error instanceof Error);
			assert.equal(error.name, "SigningError");
			assert.equal(error.cause, cause);
			assert.match(error.message, /the vault is closed/);
			return true;
		});
	}
});

test("whatever a signer throws, the error is a SigningError", async () => {
	const hostile = {
		toString() {
			throw new Error("hostile");
		},
	};
	for (const cause of [undefined, null, "text", 1n, Symbol("s"), hostile, Object.create(null)]) {
		await assert.rejects(
			askSigner(() => Promise.reject(cause), request),
			(error) => error instanceof SigningError && error.cause === cause,
		);
	}
});

test("the message of an error of another realm is told as it is", async () => {
	const far = runInNewContext('new Error("no such key")');
	await assert.rejects(
		askSigner(() => Promise.reject(far), request),
		{ message: "The signer failed: no such key" },
	);
});

test("an answer that is no signature is refused", async () => {
	for (const answer of [undefined, null, 1, {}, [], ["c2ln"], new Uint16Array(4), () => "c2ln"]) {
		await assert.rejects(
			askSigner(() => answer, request),
			(error) =>
				error instanceof SigningError &&
				/a base64 string, a Uint8Array or an ArrayBuffer, not /.test(error.message),
		);
	}
});
