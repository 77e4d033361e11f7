/**
 * A copy of an array of at most `max` items, each read once, or nothing for any other value. An array, or a proxy of
 * one, may say that it has billions of items.
 */
export function arrayCopy(value: unknown, max: number): unknown[] | undefined {
	if (!Array.isArray(value)) {
		return undefined;
	}
	const { length } = value;
	return length <= max ? Array.from({ length }, (_, index): unknown => value[index]) : undefined;
}
