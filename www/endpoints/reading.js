/** Readers of cards, whose values may be of any type. */

/** A text that is not blank. */
export function asText(value) {
	return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** A list, if it is one. */
export function asList(value) {
	return Array.isArray(value) ? value : [];
}

/** The merchant's own questions of an opening form: what each is called, how it is answered, and the answers to choose from. */
export function questionsOf(list) {
	return asList(list).map((field) => ({
		label: asText(field?.name),
		type: field?.type,
		values: asList(field?.values).filter((value) => typeof value === "string" && value !== ""),
	}));
}
