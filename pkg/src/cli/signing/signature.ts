import { verify, type X509Certificate } from "node:crypto";
import type { Session } from "../arguments/command.js";
import { givenCertificate } from "../options/certificate.js";
import { Failure } from "../shared/failure.js";
import type { PreparedRequest, Signature, SignedRequest } from "../shared/library.js";

/** Adds the user's signature to a request. Throws a Failure if it cannot be one. */
export function completeRequest(
	{ library, locale }: Session,
	request: PreparedRequest,
	signature: Signature,
): SignedRequest {
	try {
		return request.complete(signature, { locale });
	} catch (error) {
		if (error instanceof library.SigningError) {
			const { message } = error;
			throw new Failure({
				"zh-CN": `签名不可用：${message}`,
				en: `the signature cannot be used: ${message}`,
			});
		}
		throw error;
	}
}

const BASE64 = /^[A-Za-z0-9+/=\s]+$/;

/** Reads a signature as programs print it: base64, perhaps in several lines, or bytes. */
export function readSignature(bytes: Uint8Array): Signature {
	const text = Buffer.from(bytes).toString("latin1");
	if (text.trim() === "") {
		throw new Failure({ "zh-CN": "签名为空", en: "the signature is empty" });
	}
	return BASE64.test(text) ? text.replace(/\s/g, "") : bytes;
}

/** Throws a Failure if the signature was not made with the key of the given certificate. */
export async function checkCertificate(
	session: Session,
	{ message }: PreparedRequest,
	signature: Signature,
): Promise<void> {
	const certificate = await givenCertificate(session);
	if (certificate !== undefined && !isItsSignature(certificate, message, signature)) {
		const { serialNumber } = certificate;
		throw new Failure({
			"zh-CN": `私钥与证书不匹配：签名不是用序列号为 ${serialNumber} 的证书的私钥生成的`,
			en: `the key and the certificate do not belong together: the signature is not that of the certificate with the serial number ${serialNumber}`,
		});
	}
}

function isItsSignature({ publicKey }: X509Certificate, message: string, signature: Signature): boolean {
	const bytes = typeof signature === "string" ? Buffer.from(signature, "base64") : new Uint8Array(signature);
	return verify("sha256", Buffer.from(message), publicKey, bytes);
}
