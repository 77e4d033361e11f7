import type { Session } from "../arguments/command.js";
import type { ResponseError, SendError } from "../shared/library.js";
import { visible } from "../terminal/visible.js";
import { tellExplanation } from "./tell-explanation.js";

/** Tells why a response is no success, or why there is none; as JSON, beside other members. */
export function tellRefusal(
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
		tellExplanation(session, explanation, "signComparison" in refusal ? refusal.signComparison : undefined);
	}
}
