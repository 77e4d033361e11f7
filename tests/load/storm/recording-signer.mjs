/** A signer that records every message, and fails if the message asks for it. */

import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

/** Titles that make the signer fail. */
export const TROUBLE = {
	fails: "签名失败",
	throws: "签名抛出",
	isSlow: "签名缓慢",
	hangs: "签名挂起",
	lies: "签名为空",
};
const SLOW_MS = 1_000;

/** A cheap fake signature that identifies the message. */
export function signatureOf(message) {
	return createHmac("sha256", "the merchant's key").update(message).digest();
}

export function recordingSigner() {
	const handed = [];
	return { signer, handed };

	function signer(bytes) {
		const message = String(bytes);
		handed.push(message);
		switch (/"title":"([^"]*)"/.exec(message)?.[1]) {
			case TROUBLE.fails:
				return Promise.reject(new Error("the key service is down"));
			case TROUBLE.throws:
				throw new Error("no key");
			case TROUBLE.isSlow:
				return pause(SLOW_MS, signatureOf(message));
			case TROUBLE.hangs:
				return new Promise(() => {});
			case TROUBLE.lies:
				return undefined;
			default:
				return signatureOf(message);
		}
	}
}
