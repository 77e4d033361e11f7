/** Readers of card values, which may have any type. */

/** The text, unless it is blank. */
export function asText(value) {
	return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The list, if it is one. */
export function asList(value) {
	return Array.isArray(value) ? value : [];
}

/** The merchant's own questions of an opening form: name, type and options. */
export function questionsOf(list) {
	return asList(list).map((field) => ({
		label: asText(field?.name),
		type: field?.type,
		values: asList(field?.values).filter((value) => typeof value === "string" && value !== ""),
	}));
}
