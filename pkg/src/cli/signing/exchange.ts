import type { Session } from "../arguments/command.js";
import type { FlagGroup } from "../arguments/flag.js";
import { printRefusal } from "../response/print-refusal.js";
import { readVerifier, VERIFIER } from "../response/verifier.js";
import { ExitCode } from "../shared/exit-code.js";
import { Failure, untranslated } from "../shared/failure.js";
import type { Api } from "../shared/libraries.js";
import type { Issue, SendOptions, Signer } from "../shared/library.js";
import { readSigner } from "./signer.js";

/** The options for verifying responses. */
export const VERIFICATION: FlagGroup = {
	title: { "zh-CN": "验签选项", en: "Verification" },
	flags: VERIFIER,
};

/** Options of an exchange over the network. */
export interface Exchange {
	signer: Signer;
	options: SendOptions<Api>;
}

/** Reads the options of an exchange. */
export async function readExchange(session: Session): Promise<Exchange> {
	const sign = await readSigner(session);
	const { api, locale } = session;
	return {
		signer: (_, request) => sign(request),
		options: { api, locale, ...(await readVerifier(session)) },
	};
}

/** Runs an exchange, and prints why it failed. */
export async function exchange(
	session: Session,
	run: () => Promise<ExitCode>,
	printDiagnostics: (issues: readonly Issue[]) => void,
): Promise<ExitCode> {
	const { library } = session;
	try {
		return await run();
	} catch (error) {
		if (error instanceof library.ValidationError) {
			printDiagnostics(error.issues);
			return ExitCode.Refused;
		}
		if (error instanceof library.SigningError) {
			throw error.cause instanceof Failure ? error.cause : new Failure(untranslated(error.message));
		}
		if (error instanceof library.SendError) {
			printRefusal(session, error, { done: false });
			return OPEN.includes(error.code) ? ExitCode.Failed : ExitCode.Refused;
		}
		throw error;
	}
}

/** Codes of exchanges without a result. */
const OPEN: readonly string[] = ["unreachable", "no_response", "unknown_outcome"];
