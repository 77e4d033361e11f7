/** Splits changes of objects into the fields that were edited. (Objects are always sent whole.) */

/** The changes within a change; the change itself if it is not an object. */
export function leafChanges(change) {
	const { pointer, before, after, sent } = change;
	if (!sent || !isObject(after) || !(before === undefined || isObject(before))) {
		return [change];
	}
	const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
	const inner = [...keys]
		.map((key) => ({ pointer: `${pointer}/${key}`, before: before?.[key], after: after[key], sent }))
		.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
	return inner.length === 0 ? [change] : inner.flatMap(leafChanges);
}

function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
