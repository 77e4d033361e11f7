import type { Session } from "../arguments/command.js";
import type { AnswerError, SendError } from "../shared/library.js";
import { visible } from "../terminal/visible.js";
import { tellExplanation } from "./tell-explanation.js";

/** Tells why an answer is no success, or why there is none; as JSON, beside other members. */
export function tellRefusal(
	session: Session,
	refusal: AnswerError | SendError,
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
		tellExplanation(session, explanation, "signComparison" in refusal ? refusal.signComparison : undefined);
	}
}
