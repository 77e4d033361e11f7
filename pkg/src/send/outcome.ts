import { ResponseError } from "../response/response-error.js";
import { CallbackError } from "./callback-error.js";

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
	if (error instanceof ResponseError) {
		return error.mayHaveUpdated;
	}
	return mayHaveArrived(error);
}

/** Whether the request of an attempt that failed may have arrived. */
export function mayHaveArrived(error: unknown): boolean {
	return error instanceof CallbackError || !NOT_CONNECTED.has(codeOf(error));
}

/** The code of what fetch threw, which may be anything. */
function codeOf(error: unknown): string {
	try {
		const { cause, code } = (error ?? {}) as { cause?: { code?: unknown }; code?: unknown };
		return String(cause?.code ?? code);
	} catch {
		return "";
	}
}
