/** The id of an element of a field, from its pointer. */
export function idOf(pointer, part = "field") {
	return `${part}${pointer.replaceAll("/", "-")}`;
}
