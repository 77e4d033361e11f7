import { constants, createPrivateKey, type KeyObject, sign } from "node:crypto";
import { shown } from "../input/input.js";
import { Failure } from "../shared/failure.js";
import { describeKey, type PreparedRequest } from "../shared/library.js";
import type { Words } from "../shared/words.js";

/** Signs with a private key that is a PEM text. The key is never printed, nor is what a library says about it. */
export function signWithKey(request: PreparedRequest, pem: Uint8Array, name: string): Uint8Array {
	if (!RSA.includes(request.scheme)) {
		throw new Failure({
			"zh-CN": `--key 只用于 RSA 签名；${request.scheme} 请用 --sign-command`,
			en: `--key is for RSA; for ${request.scheme}, use --sign-command`,
		});
	}
	const key = privateKey(pem, name);
	if (key.asymmetricKeyType !== "rsa") {
		throw new Failure({
			"zh-CN": `${shown(name)} 不是 RSA 私钥`,
			en: `${shown(name)} is no RSA private key`,
		});
	}
	return sign("sha256", Buffer.from(request.message), { key, padding: constants.RSA_PKCS1_PADDING });
}

/** The schemes of RSA keys. */
const RSA: readonly string[] = ["WECHATPAY2-SHA256-RSA2048", "WECHATPAY-BRAND-SHA256-RSA2048"];

const ENCRYPTED: Words = {
	"zh-CN": "加密的私钥请用 --sign-command，如 'openssl dgst -sha256 -sign key.pem'",
	en: "for an encrypted key, use --sign-command, such as 'openssl dgst -sha256 -sign key.pem'",
};

function privateKey(pem: Uint8Array, name: string): KeyObject {
	try {
		return createPrivateKey(Buffer.from(pem));
	} catch {
		const { kind, flaw } = describeKey(pem);
		const damaged = (kind === "pkcs8" || kind === "pkcs1") && flaw === undefined;
		throw new Failure(
			{
				"zh-CN": `${shown(name)} 不是可读的 PEM 私钥：${damaged ? "内容已损坏" : describeKey(pem, "zh-CN").message}`,
				en: `${shown(name)} is no readable private key in PEM: ${damaged ? "it is damaged" : describeKey(pem, "en").message}`,
			},
			kind === "encrypted_private_key" ? ENCRYPTED : undefined,
		);
	}
}
