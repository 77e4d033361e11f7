/** Why something failed, from what it threw. Never throws. */
export function reasonOf(thrown: unknown): string {
	try {
		// A host's error may be of another realm, and is then no instance of this one's Error.
		const message = (thrown as Partial<Error> | null | undefined)?.message;
		return typeof message === "string" ? message : String(thrown);
	} catch {
		return "it threw a value that has no text";
	}
}
