import { verify, type X509Certificate } from "node:crypto";
import type { Session } from "../arguments/command.js";
import { givenCertificate } from "../options/certificate.js";
import { Failure } from "../shared/failure.js";
import type { PreparedRequest, Signature } from "../shared/library.js";

/** Throws a Failure if there is a certificate, and the signature was made with another key than its own. */
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
