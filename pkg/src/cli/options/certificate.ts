import type { X509Certificate } from "node:crypto";
import { KeyError } from "../../keys/key-error.js";
import { readCertificate } from "../../keys/node-files.js";
import type { Session } from "../arguments/command.js";
import { displayName } from "../input/input.js";
import { Failure, untranslated } from "../shared/failure.js";

const MAX_CERTIFICATE_BYTES = 1 << 16;

const certificates = new WeakMap<Session, Promise<X509Certificate>>();

/** The merchant API certificate of `--cert`, read once; `undefined` without it. */
export async function givenCertificate(session: Session): Promise<X509Certificate | undefined> {
	const file = session.given.value("cert");
	if (file !== undefined && !certificates.has(session)) {
		certificates.set(session, certificateIn(file, session));
	}
	return certificates.get(session);
}

async function certificateIn(file: string, { input, locale }: Session): Promise<X509Certificate> {
	const bytes = await input.boundedBytes(file, MAX_CERTIFICATE_BYTES);
	return readFileOf(file, () => readCertificate(bytes, locale));
}

/** Reads a key or a certificate. A failure names the file. */
export function readFileOf<T>(name: string, read: () => T, hint?: Failure["hint"]): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof KeyError) {
			const { code, message } = error;
			throw new Failure(
				untranslated(`${displayName(name)}: ${message}`),
				code === "encrypted" ? hint : undefined,
			);
		}
		throw error;
	}
}
