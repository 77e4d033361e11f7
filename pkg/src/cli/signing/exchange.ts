import type { Session } from "../arguments/command.js";
import type { FlagGroup } from "../arguments/flag.js";
import { tellRefusal } from "../response/tell-refusal.js";
import { readVerifier, VERIFIER } from "../response/verifier.js";
import { ExitCode } from "../shared/exit-code.js";
import { Failure } from "../shared/failure.js";
import type { Api } from "../shared/libraries.js";
import type { Issue, SendOptions, Signer } from "../shared/library.js";
import { sameWords } from "../shared/words.js";
import { readSigner } from "./signer.js";

/** How responses are verified. */
export const ANSWERS: FlagGroup = {
	title: { "zh-CN": "验签选项", en: "How responses are verified" },
	flags: VERIFIER,
};

/** What an exchange over the network needs of the command line. */
export interface Exchange {
	signer: Signer;
	options: SendOptions<Api>;
}

/** Who signs, and how responses are verified. */
export async function readExchange(session: Session): Promise<Exchange> {
	const sign = await readSigner(session);
	const { api, locale } = session;
	return {
		signer: (_, request) => sign(request),
		options: { api, locale, ...(await readVerifier(session)) },
	};
}

/** Runs an exchange; what it comes to if it fails is told. */
export async function exchange(
	session: Session,
	run: () => Promise<ExitCode>,
	tellIssues: (issues: readonly Issue[]) => void,
): Promise<ExitCode> {
	const { library } = session;
	try {
		return await run();
	} catch (error) {
		if (error instanceof library.ValidationError) {
			tellIssues(error.issues);
			return ExitCode.Refused;
		}
		if (error instanceof library.SigningError) {
			throw error.cause instanceof Failure ? error.cause : new Failure(sameWords(error.message));
		}
		if (error instanceof library.SendError) {
			tellRefusal(session, error, { done: false });
			return OPEN.includes(error.code) ? ExitCode.Failed : ExitCode.Refused;
		}
		throw error;
	}
}

/** Whether it was done could not be found out, or nothing could. */
const OPEN: readonly string[] = ["unreachable", "no_response", "unknown_outcome"];
