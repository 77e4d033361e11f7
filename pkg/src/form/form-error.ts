import type { FormErrorCode } from "../generated/membercard.js";

export type { FormErrorCode } from "../generated/membercard.js";

/** A form refused a call and did not change. The message is in the form's language. */
export class FormError extends Error {
	/** The reason: a stable code. */
	readonly code: FormErrorCode;
	/** The requested path as a JSON pointer (RFC 6901). */
	readonly pointer: string;
	/** The suggested field as a JSON pointer, if there is one. */
	readonly meant: string | undefined;

	constructor(message: string, why: { code: FormErrorCode; pointer: string; meant?: string | undefined }) {
		super(message);
		this.name = "FormError";
		this.code = why.code;
		this.pointer = why.pointer;
		this.meant = why.meant;
	}
}
