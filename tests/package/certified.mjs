/** A key and its certificate, made by OpenSSL. */

import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An RSA key, and a certificate with a serial number in hexadecimal. */
export function certified(serial) {
	const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const pem = privateKey.export({ type: "pkcs8", format: "pem" });
	return { privateKey, publicKey, pem, certificate: certificateOf(pem, serial), serial };
}

/** A certificate with a serial number for a private key in PEM. */
export function certificateOf(pem, serial) {
	const folder = mkdtempSync(join(tmpdir(), "membercard-certificate-"));
	try {
		const [key, certificate] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
		writeFileSync(key, pem);
		const options = ["-subj", "/CN=1900007291", "-days", "30", "-set_serial", `0x${serial}`];
		execFileSync("openssl", ["req", "-x509", "-new", "-key", key, "-out", certificate, ...options], {
			stdio: "pipe",
		});
		return readFileSync(certificate, "utf8");
	} finally {
		rmSync(folder, { recursive: true });
	}
}
