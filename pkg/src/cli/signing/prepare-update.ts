import { MAX_BYTES } from "../../generated/records.js";
import type { Session } from "../arguments/command.js";
import { readRequest } from "../options/request.js";
import { readValidation } from "../options/validation.js";
import { reportIssues } from "../report/report-issues.js";
import { SourceText } from "../report/source-text.js";
import type { Issue, PreparedRequest } from "../shared/library.js";

/** The request that the update on the command line becomes; nothing, if it is not valid. Tells its issues. */
export async function prepareUpdate(session: Session): Promise<PreparedRequest | undefined> {
	const { given, input, err, library, say } = session;
	const { prepareJson, ValidationError } = library;
	given.atMost(1);
	const [source = ""] = input.named(given.positionals);
	const { options, state } = await readValidation(session);
	const request = await readRequest(session, options);
	const bytes = await input.bytes(source, MAX_BYTES);
	const tell = (issues: readonly Issue[]) =>
		reportIssues(err, say, issues, new SourceText(source, bytes), state);
	try {
		const prepared = prepareJson(bytes, request);
		tell(prepared.issues);
		return prepared;
	} catch (error) {
		if (error instanceof ValidationError) {
			tell(error.issues);
			return undefined;
		}
		throw error;
	}
}
