import { MAX_BYTES } from "../../generated/records.js";
import type { Session } from "../arguments/command.js";
import { readRequest } from "../options/request.js";
import { readValidation } from "../options/validation.js";
import { printIssues } from "../report/print-issues.js";
import { SourceText } from "../report/source-text.js";
import type { Issue, PreparedRequest } from "../shared/library.js";

/** Prepares the request of the command line, and prints the issues. Returns `undefined` if it is not valid. */
export async function prepareUpdate(session: Session): Promise<PreparedRequest | undefined> {
	const { given, input, err, library, say } = session;
	const { prepareJson, ValidationError } = library;
	given.atMost(1);
	const [source = ""] = input.sources(given.positionals);
	const { options, state } = await readValidation(session);
	const request = await readRequest(session, options);
	const bytes = await input.bytes(source, MAX_BYTES);
	const print = (issues: readonly Issue[]) =>
		printIssues(err, say, issues, new SourceText(source, bytes), state);
	try {
		const prepared = prepareJson(bytes, request);
		print(prepared.issues);
		return prepared;
	} catch (error) {
		if (error instanceof ValidationError) {
			print(error.issues);
			return undefined;
		}
		throw error;
	}
}
