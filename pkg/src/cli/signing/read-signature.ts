import { Failure } from "../shared/failure.js";
import type { Signature } from "../shared/library.js";

const BASE64 = /^[A-Za-z0-9+/=\s]+$/;

/** A signature as programs print it: base64, perhaps in several lines, or its bytes. */
export function readSignature(bytes: Uint8Array): Signature {
	const text = Buffer.from(bytes).toString("latin1");
	if (text.trim() === "") {
		throw new Failure({ "zh-CN": "签名为空", en: "the signature is empty" });
	}
	return BASE64.test(text) ? text.replace(/\s/g, "") : bytes;
}
