/** JSON pointers (RFC 6901). */

/** The pointer of the parent; `undefined` for the root. */
export function parentOf(pointer) {
	return pointer === "" ? undefined : pointer.slice(0, pointer.lastIndexOf("/"));
}

/** The value at a pointer. */
export function valueAt(root, pointer) {
	const keys = pointer.split("/").slice(1).map(unescapeKey);
	return keys.reduce((value, key) => (isOwn(value, key) ? value[key] : undefined), root);
}

function unescapeKey(key) {
	return key.replaceAll("~1", "/").replaceAll("~0", "~");
}

function isOwn(value, key) {
	return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}
