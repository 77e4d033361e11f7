/** The signer failed, or gave no signature. */
export class SigningError extends Error {
	/** What the signer threw, or what is wrong with its signature. */
	override readonly cause: unknown;

	constructor(message: string, cause?: unknown) {
		super(message);
		this.name = "SigningError";
		this.cause = cause;
	}
}
