import { constants, sign } from "node:crypto";
import { readPrivateKey } from "../../keys/node-files.js";
import type { Localized } from "../../options/locale.js";
import type { Session } from "../arguments/command.js";
import { readFileOf } from "../options/certificate.js";
import { Failure } from "../shared/failure.js";
import type { PreparedRequest } from "../shared/library.js";

/** Signs with a private key in any form. Neither the key nor a library's message about it is ever printed. */
export function signWithKey(
	{ locale }: Session,
	request: PreparedRequest,
	file: Uint8Array,
	name: string,
): Uint8Array {
	if (!RSA.includes(request.scheme)) {
		throw new Failure({
			"zh-CN": `--key 只用于 RSA 签名；${request.scheme} 请用 --sign-command`,
			en: `--key is for RSA; for ${request.scheme}, use --sign-command`,
		});
	}
	const key = readFileOf(name, () => readPrivateKey(file, undefined, locale), ENCRYPTED);
	return sign("sha256", Buffer.from(request.message), { key, padding: constants.RSA_PKCS1_PADDING });
}

/** The schemes of RSA keys. */
const RSA: readonly string[] = ["WECHATPAY2-SHA256-RSA2048", "WECHATPAY-BRAND-SHA256-RSA2048"];

const ENCRYPTED: Localized = {
	"zh-CN": "加密的私钥请用 --sign-command，如 'openssl dgst -sha256 -sign key.pem'",
	en: "for an encrypted key, use --sign-command, such as 'openssl dgst -sha256 -sign key.pem'",
};
