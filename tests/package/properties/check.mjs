/** fast-check, and checks after arbitrary input. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { validate } from "../../../pkg/dist/index.mjs";

/** The package's own tools are its development dependencies. */
export const fc = createRequire(new URL("../../../pkg/package.json", import.meta.url))("fast-check");

const KNOWN_GOOD = { title: "微信支付测试卡", code_type: "QRCODE" };

/** The module still works, and built-in objects are unchanged. */
export function assertUnharmed() {
	const result = validate(KNOWN_GOOD);
	assert.equal(result.valid && result.body, JSON.stringify(KNOWN_GOOD));
	assert.deepEqual(Object.keys(Object.prototype), []);
	assert.equal({}.polluted, undefined);
}

/** The result or error of a call. Fails for errors from within the WebAssembly module. */
export function attempt(call) {
	try {
		return { value: call() };
	} catch (error) {
		for (let thrown = error; thrown !== undefined; thrown = thrown?.cause) {
			assert.ok(!(thrown instanceof WebAssembly.RuntimeError), `${error.stack}`);
		}
		return { error };
	} finally {
		assertUnharmed();
	}
}
