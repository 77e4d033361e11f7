import type { FormErrorCode } from "../generated/membercard.js";

export type { FormErrorCode } from "../generated/membercard.js";

/** A form could not do what it was asked. It is as it was before. Its message is in the form's language. */
export class FormError extends Error {
	/** Why: a stable name to branch on. */
	readonly code: FormErrorCode;
	/** The JSON pointer (RFC 6901) of the place that was asked for. */
	readonly pointer: string;
	/** The JSON pointer of the field that may be meant, if there is one. */
	readonly meant: string | undefined;

	constructor(message: string, why: { code: FormErrorCode; pointer: string; meant?: string | undefined }) {
		super(message);
		this.name = "FormError";
		this.code = why.code;
		this.pointer = why.pointer;
		this.meant = why.meant;
	}
}
