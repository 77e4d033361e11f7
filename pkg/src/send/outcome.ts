import { ResponseError } from "../response/response-error.js";
import { CallbackError } from "./callback-error.js";

/** Codes of Node.js for failed connections. After any other failure the request may have arrived. */
const NOT_CONNECTED = new Set([
	"ECONNREFUSED",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"ENOTFOUND",
	"EAI_AGAIN",
	"UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether a failed attempt may have updated the card nevertheless. */
export function mayHaveUpdated(error: unknown): boolean {
	if (error instanceof ResponseError) {
		return error.mayHaveUpdated;
	}
	return mayHaveArrived(error);
}

/** Whether the request of a failed attempt may have arrived. */
export function mayHaveArrived(error: unknown): boolean {
	return error instanceof CallbackError || !NOT_CONNECTED.has(codeOf(error));
}

/** The error code of what fetch threw. */
function codeOf(error: unknown): string {
	try {
		const { cause, code } = (error ?? {}) as { cause?: { code?: unknown }; code?: unknown };
		return String(cause?.code ?? code);
	} catch {
		return "";
	}
}
