import type { Session } from "../arguments/command.js";
import type { ResponseError, SendError } from "../shared/library.js";
import { visible } from "../terminal/visible.js";
import { printExplanation } from "./print-explanation.js";

/** Prints why a response is not a success, or why there is none. `members` are added to the JSON output. */
export function printRefusal(
	session: Session,
	refusal: ResponseError | SendError,
	members: Record<string, unknown>,
): void {
	const { code, message, requestId, mayHaveUpdated, explanation } = refusal;
	const { given, out } = session;
	if (given.has("json")) {
		out.data(JSON.stringify({ ...members, code, message, requestId, mayHaveUpdated, explanation }));
		return;
	}
	out.line(`${out.styles.error(visible(message))} ${out.styles.faint(`[${code}]`)}`);
	if (explanation !== undefined) {
		printExplanation(session, explanation, "signComparison" in refusal ? refusal.signComparison : undefined);
	}
}
