import {
	constants,
	createPublicKey,
	type KeyObject,
	verify as verifySignature,
	X509Certificate,
} from "node:crypto";
import type { Session } from "../arguments/command.js";
import type { Flag } from "../arguments/flag.js";
import { displayName } from "../input/input.js";
import { Failure } from "../shared/failure.js";
import type { Verifier } from "../shared/library.js";

const MAX_KEY_BYTES = 1 << 16;
const MAX_SECONDS = 1_000_000_000;

/** The options for verifying responses. */
export const VERIFIER: readonly Flag[] = [
	{
		name: "public-key",
		takes: "FILE",
		help: {
			"zh-CN": "微信支付公钥或平台证书（PEM，必填）",
			en: "WeChat Pay's key or certificate, PEM (required)",
		},
	},
	{
		name: "tolerance",
		takes: "SECONDS",
		help: { "zh-CN": "允许的时间差，默认 300 秒", en: "maximum time difference; default: 300" },
	},
];

/** Reads the verifier and the tolerance from the command line. */
export async function readVerifier({
	given,
	input,
}: Session): Promise<{ verifier: Verifier; toleranceSeconds?: number }> {
	const file = given.required("public-key");
	const pem = await input.boundedBytes(file, MAX_KEY_BYTES);
	const key = publicKey(pem, file);
	const certificate = serialOf(pem);
	const toleranceSeconds = given.wholeNumber("tolerance", 0, MAX_SECONDS);
	return {
		...(toleranceSeconds !== undefined && { toleranceSeconds }),
		verifier: (message, signature, { serial, signatureType }) => {
			if (signatureType === "WECHATPAY2-SM2-WITH-SM3") {
				throw new TypeError(`this command verifies RSA signatures, not ${signatureType}`);
			}
			const padding = constants.RSA_PKCS1_PADDING;
			const isGenuine = verifySignature("sha256", message, { key, padding }, signature);
			const isOther = certificate !== undefined && certificate !== serial.toUpperCase();
			return !isGenuine && isOther ? "unknown_key" : isGenuine;
		},
	};
}

/** Reads a public key, or the public key of a certificate. Refuses a private key. */
function publicKey(pem: Uint8Array, name: string): KeyObject {
	const text = Buffer.from(pem).toString("latin1");
	try {
		const key = text.includes("PRIVATE KEY") ? undefined : createPublicKey(text);
		if (key?.asymmetricKeyType === "rsa") {
			return key;
		}
	} catch {
		// The failure below covers this.
	}
	throw new Failure({
		"zh-CN": `${displayName(name)} 不是 PEM 格式的 RSA 公钥或证书`,
		en: `${displayName(name)} is no RSA public key or certificate in PEM`,
	});
}

/** The serial number if this is a certificate: it cannot verify responses signed with another one. */
function serialOf(pem: Uint8Array): string | undefined {
	try {
		return new X509Certificate(pem).serialNumber;
	} catch {
		return undefined;
	}
}
