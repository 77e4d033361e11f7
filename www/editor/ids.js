/** The id of what belongs to a field, from its pointer. */
export function idOf(pointer, part = "field") {
	return `${part}${pointer.replaceAll("/", "-")}`;
}
