import type { FieldPointer } from "../bridge/types.js";
import type { CardForm } from "../form/card-form.js";
import type { FormError } from "../form/form-error.js";

/** Warns the developer, on the console, of a name that is nearly a field's; most names are about something else. */
export function tellMeant(session: CardForm, name: string, what: string, remedy: string): void {
	try {
		session.field(name as FieldPointer);
	} catch (error) {
		const { pointer, meant } = error as FormError;
		if (meant !== undefined) {
			console.warn(
				`wechatpay-membercard: ${what}, for ${JSON.stringify(pointer)} is not a field of this API: did you mean ${JSON.stringify(meant)}? ${remedy}`,
			);
		}
	}
}
