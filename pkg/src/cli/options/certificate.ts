import type { X509Certificate } from "node:crypto";
import { KeyError } from "../../keys/key-error.js";
import { readCertificate } from "../../keys/node-files.js";
import type { Session } from "../arguments/command.js";
import { shown } from "../input/input.js";
import { Failure } from "../shared/failure.js";
import { sameWords } from "../shared/words.js";

const MAX_CERTIFICATE_BYTES = 1 << 16;

const certificates = new WeakMap<Session, Promise<X509Certificate>>();

/** The merchant API certificate that `--cert` names, read once; nothing without it. */
export async function givenCertificate(session: Session): Promise<X509Certificate | undefined> {
	const file = session.given.value("cert");
	if (file !== undefined && !certificates.has(session)) {
		certificates.set(session, certificateIn(file, session));
	}
	return certificates.get(session);
}

async function certificateIn(file: string, { input, locale }: Session): Promise<X509Certificate> {
	const bytes = await input.small(file, MAX_CERTIFICATE_BYTES);
	return readFileOf(file, () => readCertificate(bytes, locale));
}

/** Has a key or a certificate read, and names its file if it cannot be used. */
export function readFileOf<T>(name: string, read: () => T, hint?: Failure["hint"]): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof KeyError) {
			const { code, message } = error;
			throw new Failure(sameWords(`${shown(name)}: ${message}`), code === "encrypted" ? hint : undefined);
		}
		throw error;
	}
}
