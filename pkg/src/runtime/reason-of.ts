/** Why something failed, from what it threw. Never throws. */
export function reasonOf(thrown: unknown): string {
	try {
		return thrown instanceof Error ? thrown.message : String(thrown);
	} catch {
		return "it threw a value that has no text";
	}
}
