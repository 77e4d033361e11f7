import { AnswerError } from "../answer/answer-error.js";

/** What Node.js calls failures to connect. After any other failure the request may have arrived. */
const NOT_CONNECTED = new Set([
	"ECONNREFUSED",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"ENOTFOUND",
	"EAI_AGAIN",
	"UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether an attempt that failed may have updated the card nevertheless. */
export function mayHaveUpdated(error: unknown): boolean {
	if (!(error instanceof AnswerError)) {
		return !NOT_CONNECTED.has(codeOf(error));
	}
	const refused = error.code === "error_answer" || error.code === "unverified_error_answer";
	const status = error.explanation?.status ?? 0;
	return !(refused && status >= 400 && status < 500);
}

function codeOf(error: unknown): string {
	const { cause, code } = (error ?? {}) as { cause?: { code?: unknown }; code?: unknown };
	const name = cause?.code ?? code;
	return typeof name === "string" ? name : "";
}
